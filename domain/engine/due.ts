import {
  addWorkingDays,
  dueDates,
  endOfDay,
  ifKnown,
  lastDayOf,
  localDate,
  rollForward,
  shiftDue,
  workingDaysBefore,
  workingDaysBetween,
  type WorkCalendar,
} from "../calendar/index.ts";
import type { CaseDue, CaseInput, CaseState, Extension, Instant } from "./case.ts";
import type { Deadline } from "./pipeline.ts";
import { deadlineOf, stepAt } from "./steps.ts";

/** The calendar the case was opened with, or the one that replaced it. */
export const calendarOf = (input: CaseInput, state: CaseState): WorkCalendar => state.calendar ?? input.calendar;

const extensionOf = (state: CaseState, of: Extension["of"]): Extension | null =>
  state.clock.extended.filter((extension) => extension.of === of).at(-1) ?? null;

/** Dates that follow a rule follow the calendar; others stay as they were given. */
export function dueUnder(calendar: WorkCalendar, due: CaseDue, year: number): CaseDue {
  const { rule } = due;
  const dates = rule && ifKnown(() => dueDates(calendar, rule, year));
  if (!rule || !dates) return due;
  const { legalDue, effectiveDue, internalTarget } = dates;
  return { legalDue, effectiveDue, internalTarget, rule };
}

const ruledTerm = ({ due, year }: CaseInput, { calendar }: CaseState): CaseDue | null =>
  due && calendar ? dueUnder(calendar, due, year) : due;

/** The case's legal term now: as written, after the rule and any extension, and the target inside the agency. */
export function termOf(input: CaseInput, state: CaseState): CaseDue | null {
  const term = ruledTerm(input, state);
  const extension = extensionOf(state, "case");
  if (!term || !extension) return term;
  const effectiveDue = Math.max(term.effectiveDue, rollForward(calendarOf(input, state), extension.to));
  return { ...term, effectiveDue, internalTarget: effectiveDue };
}

function dueByCase(input: CaseInput, state: CaseState, deadline: Deadline): Instant | null {
  const due = termOf(input, state)?.effectiveDue ?? null;
  if (due === null || state.round === 1 || deadline.rework === undefined) return due;
  return Math.max(due, addWorkingDays(calendarOf(input, state), state.enteredAt, deadline.rework));
}

/** The step's own time as if its clock had never been paused in it. */
function dueUnpaused(input: CaseInput, state: CaseState, workingDays: number): Instant {
  const calendar = calendarOf(input, state);
  const extension = extensionOf(state, "step");
  if (extension) return rollForward(calendar, extension.to);
  return addWorkingDays(calendar, state.enteredAt, state.clock.left[state.step] ?? workingDays);
}

/**
 * The instant from which the present step counts as overdue; null = no deadline, put aside, or its clock stands still. A term of
 * the case runs on while somebody is asked: only time that a desk has for itself stops. Throws CalendarGap.
 */
export function dueOfStep(input: CaseInput, state: CaseState): Instant | null {
  const deadline = deadlineOf(stepAt(input, state.step));
  if (!deadline || state.aside) return null;
  if (deadline.by === "case") return dueByCase(input, state, deadline);
  if (state.clock.pausedAt !== null) return null;
  return shiftDue(calendarOf(input, state), dueUnpaused(input, state, deadline.by.workingDays), state.clock.pausedFor);
}

/**
 * What is left of the step's own time when it gives its file back: its working days after today, at least one, so that
 * nobody is overdue in the moment the file returns. null: it has no time of its own. Throws CalendarGap.
 */
export function timeLeft(input: CaseInput, state: CaseState, at: Instant): number | null {
  const deadline = deadlineOf(stepAt(input, state.step));
  if (!deadline || deadline.by === "case") return null;
  const due = dueOfStep(input, { ...state, clock: { ...state.clock, pausedAt: null } }) ?? at;
  const lastDay = lastDayOf(due);
  const days = workingDaysBetween(calendarOf(input, state), localDate(state.clock.pausedAt ?? at), lastDay);
  const half = endOfDay(lastDay) === due ? 0 : 0.5;
  return Math.max(days - half, Math.min(1, deadline.by.workingDays));
}

/**
 * The level's own sub-deadline inside the case's term: so many working days before the internal target. null where the
 * table sets none, and in a round that began after it.
 */
export function targetOfStep(input: CaseInput, state: CaseState): Instant | null {
  const before = deadlineOf(stepAt(input, state.step))?.target;
  const term = termOf(input, state);
  if (before === undefined || !term) return null;
  const day = workingDaysBefore(calendarOf(input, state), lastDayOf(term.internalTarget), before);
  return endOfDay(day) > state.enteredAt ? endOfDay(day) : null;
}
