import { atLocal, DAY_MS, dayNumber, endOfDay, lastDayOf, localDate, type LocalDate } from "./local-time.ts";
import { hoursOf, isWorkingDay, nextWorkingDay, previousWorkingDay, type WorkCalendar } from "./work-calendar.ts";

export interface WorkingDayOptions {
  /** Hour after which a receipt counts as the next working day's; the calendar's office hours when absent. */
  readonly closesAt?: string;
  /** Hour at which half a day ends; the calendar's office hours when absent. */
  readonly halfDay?: string;
}

/** The working day on which something that arrives at `instantMs` counts as received. */
export function dayOfReceipt(
  calendar: WorkCalendar,
  instantMs: number,
  closesAt: string = hoursOf(calendar).closesAt,
): LocalDate {
  const day = localDate(instantMs);
  const inTime = instantMs <= atLocal(day, closesAt);
  return isWorkingDay(calendar, day) && inTime ? day : nextWorkingDay(calendar, day);
}

/**
 * The instant at which a term of `n` working days ends: the day of receipt is not counted, and the last day runs to
 * 24:00 (Civil Code 2015, art. 147 and 148).
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  startInstantMs: number,
  n: number,
  options: WorkingDayOptions = {},
): number {
  if (!(n >= 0) || !Number.isInteger(n * 2)) throw new RangeError(`not a number of working days: ${n}`);
  const day = workingDaysAfter(calendar, dayOfReceipt(calendar, startInstantMs, options.closesAt), Math.floor(n));
  if (Number.isInteger(n)) return endOfDay(day);
  return atLocal(nextWorkingDay(calendar, day), options.halfDay ?? hoursOf(calendar).noon);
}

/** The working day that lies `n` working days after `date`; `date` itself is not counted. */
export function workingDaysAfter(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0; left -= 1) day = nextWorkingDay(calendar, day);
  return day;
}

/** The working day that lies `n` working days before `date`; `date` itself is not counted. */
export function workingDaysBefore(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0; left -= 1) day = previousWorkingDay(calendar, day);
  return day;
}

/** A due instant `n` working days later, at the same hour of the day. */
export function shiftDue(calendar: WorkCalendar, dueMs: number, n: number): number {
  const day = lastDayOf(dueMs);
  return dueMs + (dayNumber(workingDaysAfter(calendar, day, n)) - dayNumber(day)) * DAY_MS;
}

/** A term that ends on a day off ends with the next working day (Civil Code 2015, art. 148.5). */
export function rollForward(calendar: WorkCalendar, dueMs: number): number {
  const day = lastDayOf(dueMs);
  return isWorkingDay(calendar, day) ? dueMs : endOfDay(nextWorkingDay(calendar, day));
}
