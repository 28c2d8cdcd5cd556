import { addDays, dayNumber, isWeekend, yearOf, type LocalDate } from "./local-time.ts";

export type CalendarDayKind = "WORK" | "OFF" | "HOLIDAY" | "SWAP_OFF" | "SWAP_WORK";

/** One decided day. Days that are not listed follow the five-day week. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: CalendarDayKind;
  readonly decisionRef?: string;
}

/** What a workflow carries in its input: some thirty exceptions a year instead of every day. */
export interface WorkCalendar {
  readonly version: string;
  /** The years the table covers. A day outside is a gap, never a guess. */
  readonly years: readonly number[];
  /** Monday to Friday, not worked. */
  readonly off: readonly LocalDate[];
  /** Saturday or Sunday, worked. */
  readonly swapWork: readonly LocalDate[];
  /** Number of the change that made this calendar: a higher one supersedes it. Absent: before any change. */
  readonly serial?: number;
  /** Office hours of the installation; DEFAULT_HOURS where none are set. */
  readonly hours?: OfficeHours;
}

/** Local settings, "HH:MM" in Việt Nam. */
export interface OfficeHours {
  /** When reminders go out. */
  readonly opensAt: string;
  /** When a term of half a day ends. */
  readonly noon: string;
  /** What arrives later counts as the next working day's. */
  readonly closesAt: string;
}

export const DEFAULT_HOURS: OfficeHours = { opensAt: "08:00", noon: "11:30", closesAt: "17:00" };

export const hoursOf = (calendar: WorkCalendar): OfficeHours => calendar.hours ?? DEFAULT_HOURS;

/** Holidays and swaps are decided anew each year: a missing year must stop the computation loudly. */
export class CalendarGap extends Error {
  override readonly name = "CalendarGap";
  readonly year: number;
  readonly calendarVersion: string;
  constructor(year: number, calendarVersion: string) {
    super(`the working calendar ${calendarVersion} has no days for ${year}`);
    this.year = year;
    this.calendarVersion = calendarVersion;
  }
}

/** What can be computed from the years that are there; null where one is missing. */
export function ifKnown<T>(compute: () => T, onGap: (gap: CalendarGap) => void = () => undefined): T | null {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error;
    onGap(error);
    return null;
  }
}

const isWorked = (kind: CalendarDayKind): boolean => kind === "WORK" || kind === "SWAP_WORK";

export function compactCalendar(version: string, years: readonly number[], days: readonly CalendarDay[]): WorkCalendar {
  const within = days.filter((day) => years.includes(yearOf(day.date)));
  const dates = (keep: (day: CalendarDay) => boolean): LocalDate[] =>
    [...new Set(within.filter(keep).map((day) => day.date))].sort();
  return {
    version,
    years: [...years].sort((a, b) => a - b),
    off: dates((day) => !isWorked(day.kind) && !isWeekend(day.date)),
    swapWork: dates((day) => isWorked(day.kind) && isWeekend(day.date)),
  };
}

/** The part a case needs, so that its input stays small. */
export function calendarForYears(calendar: WorkCalendar, years: readonly number[]): WorkCalendar {
  const keep = (date: LocalDate): boolean => years.includes(yearOf(date));
  return {
    ...calendar,
    years: calendar.years.filter((year) => years.includes(year)),
    off: calendar.off.filter(keep),
    swapWork: calendar.swapWork.filter(keep),
  };
}

export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  dayNumber(date);
  const year = yearOf(date);
  if (!calendar.years.includes(year)) throw new CalendarGap(year, calendar.version);
  return isWeekend(date) ? calendar.swapWork.includes(date) : !calendar.off.includes(date);
}

function seekWorkingDay(calendar: WorkCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  let day = addDays(date, step);
  while (!isWorkingDay(calendar, day)) day = addDays(day, step);
  return day;
}

/** The last working day strictly before `date`. */
export const previousWorkingDay = (calendar: WorkCalendar, date: LocalDate): LocalDate =>
  seekWorkingDay(calendar, date, -1);

/** The first working day strictly after `date`. */
export const nextWorkingDay = (calendar: WorkCalendar, date: LocalDate): LocalDate => seekWorkingDay(calendar, date, 1);

/** Monday to Friday up to and including this day, counted from a fixed one; only differences mean something. */
function weekdaysUpTo(date: LocalDate): number {
  const sinceMonday = dayNumber(date) + 3; // 1970-01-01 was a Thursday
  return Math.floor(sinceMonday / 7) * 5 + Math.min((((sinceMonday % 7) + 7) % 7) + 1, 5);
}

function requireYears(calendar: WorkCalendar, first: LocalDate, last: LocalDate): void {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!calendar.years.includes(year)) throw new CalendarGap(year, calendar.version);
  }
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  if (from === to) return 0;
  if (to < from) return 0 - workingDaysBetween(calendar, to, from); // not "-": that of no days would be -0
  requireYears(calendar, addDays(from, 1), to);
  const listed = (dates: readonly LocalDate[]): number => dates.filter((date) => from < date && date <= to).length;
  return weekdaysUpTo(to) - weekdaysUpTo(from) - listed(calendar.off) + listed(calendar.swapWork);
}
