import type { DueRule } from "./due-rule.ts";
import { addDays, dayNumber, isLocalDate, isWeekend, yearOf, type LocalDate } from "./local-time.ts";
import { hoursOf, type CalendarDayKind, type OfficeHours, type WorkCalendar } from "./work-calendar.ts";

export interface DayEdit {
  readonly date: LocalDate;
  /** null: a day like any other of the week again. */
  readonly kind: CalendarDayKind | null;
  /** The decision that says so, e.g. "Thông báo 5015/TB-LĐTBXH". */
  readonly decisionRef?: string | undefined;
  readonly note?: string | undefined;
}

/** Everything an administrator changes at one stroke: one serial, one reason, told to open cases once. */
export interface CalendarEdit {
  readonly days: readonly DayEdit[];
  /** Years entered, or confirmed (no longer provisional). */
  readonly years: readonly { readonly year: number; readonly provisional: boolean }[];
  readonly hours: OfficeHours | null;
  /** How campaigns of a kind read their date from now on; open ones keep the rule they were opened with. */
  readonly rules: readonly { readonly kind: string; readonly rule: DueRule }[];
}

export type EditProblem =
  | { readonly code: "nothing-changed" }
  | { readonly code: "year-missing"; readonly date: LocalDate }
  | { readonly code: "day-twice"; readonly date: LocalDate }
  | { readonly code: "not-a-weekend"; readonly date: LocalDate }
  | { readonly code: "is-a-weekend"; readonly date: LocalDate }
  | { readonly code: "hours-out-of-order" }
  | { readonly code: "no-such-date"; readonly date: string };

const yearsAfter = (calendar: WorkCalendar, edit: CalendarEdit): number[] =>
  [...new Set([...calendar.years, ...edit.years.map(({ year }) => year)])].sort((a, b) => a - b);

/** The calendar after an edit: what was decided replaces what stood there, all other days stay. */
export function editCalendar(calendar: WorkCalendar, edit: CalendarEdit, serial: number): WorkCalendar {
  const touched = new Set(edit.days.map(({ date }) => date));
  const kept = (dates: readonly LocalDate[]) => dates.filter((date) => !touched.has(date));
  const added = (keep: (day: DayEdit) => boolean) => edit.days.filter(keep).map(({ date }) => date);
  return {
    version: `v${serial}`,
    serial,
    years: yearsAfter(calendar, edit),
    off: [...kept(calendar.off), ...added((day) => closes(day) && !isWeekend(day.date))].sort(),
    swapWork: [...kept(calendar.swapWork), ...added((day) => opens(day) && isWeekend(day.date))].sort(),
    hours: edit.hours ?? hoursOf(calendar),
  };
}

const opens = ({ kind }: DayEdit): boolean => kind === "WORK" || kind === "SWAP_WORK";
const closes = ({ kind }: DayEdit): boolean => kind !== null && !opens({ date: "", kind });

/** What a day may be decided to be: a working day has nothing to be swapped for work, a weekend nothing for rest. */
export const kindsOn = (date: LocalDate): CalendarDayKind[] =>
  isWeekend(date) ? ["SWAP_WORK", "HOLIDAY", "OFF"] : ["HOLIDAY", "OFF", "SWAP_OFF", "WORK"];

/** The days of a decided stretch: those that may be of the kind at all, so that one about Tết names it in one go. */
export function daysOfStretch(first: LocalDate, last: LocalDate, kind: CalendarDayKind | null): LocalDate[] {
  const days = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, index) => addDays(first, index));
  return days.filter((date) => kind === null || kindsOn(date).includes(kind));
}

function dayProblem({ date, kind }: DayEdit, years: readonly number[]): EditProblem | null {
  if (!isLocalDate(date)) return { code: "no-such-date", date };
  if (!years.includes(yearOf(date))) return { code: "year-missing", date };
  if (kind === "SWAP_WORK" && !isWeekend(date)) return { code: "not-a-weekend", date };
  if (kind === "SWAP_OFF" && isWeekend(date)) return { code: "is-a-weekend", date };
  return null;
}

/** What is wrong with an edit, in the order in which it was written; nothing is saved while there is anything. */
export function checkEdit(calendar: WorkCalendar, edit: CalendarEdit): EditProblem[] {
  const years = yearsAfter(calendar, edit);
  const dates = edit.days.map(({ date }) => date);
  const empty = edit.hours === null && edit.days.length + edit.years.length + edit.rules.length === 0;
  const { opensAt, noon, closesAt } = edit.hours ?? hoursOf(calendar);
  return [
    ...(empty ? [{ code: "nothing-changed" } as const] : []),
    ...edit.days.flatMap((day, at) => {
      const problem = dates.indexOf(day.date) < at ? ({ code: "day-twice", date: day.date } as const) : null;
      return problem ?? dayProblem(day, years) ?? [];
    }),
    ...(opensAt < noon && noon < closesAt ? [] : [{ code: "hours-out-of-order" } as const]),
  ];
}
