import {
  dayOfReceipt,
  ifKnown,
  localDate,
  rollForward,
  workingDaysBetween,
  type WorkCalendar,
} from "../calendar/index.ts";
import type { CaseInput, CaseState, Clock, Extension, Instant } from "./case.ts";
import { timersOf } from "./deadlines.ts";
import { calendarOf, dueOfStep, termOf, timeLeft } from "./due.ts";
import type { StepId } from "./pipeline.ts";
import { deadlineOf, stepAt } from "./steps.ts";

/*
 * What moves a due date besides entering a step. Each function gives the part of the next state that it changes, for
 * evolve to merge. A year that is missing in the calendar never throws here: the case goes on without a date and says
 * which year it lacks (`clock.missingYear`); decide refuses what people would do with that.
 */

export const RUNNING: Clock = { pausedAt: null, pausedFor: 0, extended: [], left: {}, missingYear: null };

export type Redated = Pick<CaseState, "clock" | "dueAt" | "fired">;

function orGap<T>(compute: () => T): { value: T | null; gap: number | null } {
  let gap: number | null = null;
  const value = ifKnown(compute, ({ year }) => (gap = year));
  return { value, gap };
}

/** The due date of a state whose clock, calendar or step changed; timers that lie ahead again may fire again. */
export function redate(input: CaseInput, state: CaseState, at: Instant): Redated {
  const due = orGap(() => dueOfStep(input, state));
  const dated: CaseState = { ...state, dueAt: due.value };
  const timers = orGap(() => timersOf(input, dated));
  const ahead = (timers.value ?? []).filter((timer) => timer.at > at).map((timer) => timer.key);
  return {
    dueAt: due.value,
    clock: { ...state.clock, missingYear: due.gap ?? timers.gap },
    fired: state.fired.filter((key) => !ahead.includes(key)),
  };
}

/** The step waits for a supplement (chờ bổ sung): its own time stops, a term of the case does not. */
export function pauseClock(input: CaseInput, state: CaseState, at: Instant): Redated {
  const { clock } = state;
  return redate(input, { ...state, clock: { ...clock, pausedAt: clock.pausedAt ?? at } }, at);
}

/**
 * The supplement is in: what was left runs on. The day of the pause was the desk's own, the day of receipt is not
 * counted, as with any term; so the date moves by the working days from the one to the other.
 */
export function resumeClock(input: CaseInput, state: CaseState, at: Instant): Redated {
  const { clock } = state;
  const since = clock.pausedAt;
  if (since === null) return redate(input, state, at);
  const calendar = calendarOf(input, state);
  const waited = orGap(() => workingDaysBetween(calendar, localDate(since), dayOfReceipt(calendar, at)));
  const pausedFor = clock.pausedFor + Math.max(0, waited.value ?? 0);
  const resumed = redate(input, { ...state, clock: { ...clock, pausedAt: null, pausedFor } }, at);
  return { ...resumed, clock: { ...resumed.clock, missingYear: waited.gap ?? resumed.clock.missingYear } };
}

/** Why no due date can be moved now, whatever the new one; null when one can. */
export function extensionRefusal({ clock, dueAt }: CaseState): "no-deadline" | "paused" | null {
  if (dueAt !== null) return null;
  return clock.pausedAt === null ? "no-deadline" : "paused";
}

/** The record keeps every extension; the state goes along with each answer and keeps the latest. */
const KEPT_EXTENSIONS = 20;
const latestExtensions = (all: Extension[]): Extension[] => all.slice(-KEPT_EXTENSIONS);

/**
 * Extension (gia hạn): the old date and the reason stay. Where the step is due with the case, the case's term moves
 * and the steps that share it follow; else the step's own. A date on a day off ends with the next working day.
 */
export function extendDue(
  input: CaseInput,
  state: CaseState,
  { to, seq, reason, at }: { to: Instant; seq: number; reason: string; at: Instant },
): Redated {
  const of = deadlineOf(stepAt(input, state.step))?.by === "case" ? "case" : "step";
  const rolled = orGap(() => rollForward(calendarOf(input, state), to)).value ?? to;
  const extension: Extension = { from: state.dueAt ?? rolled, to: rolled, seq, reason, of };
  const pausedFor = of === "step" ? 0 : state.clock.pausedFor;
  const clock = { ...state.clock, pausedFor, extended: latestExtensions([...state.clock.extended, extension]) };
  return redate(input, { ...state, clock }, at);
}

/** Holidays or swap days changed: what follows from the calendar follows it, what has happened stays. */
export function recomputeDue(
  input: CaseInput,
  state: CaseState,
  calendar: WorkCalendar,
  at: Instant,
): Redated & Pick<CaseState, "calendar" | "late"> {
  const next: CaseState = { ...state, calendar };
  const term = termOf(input, next);
  const late = state.sentAt !== null && term !== null && state.sentAt >= term.effectiveDue;
  return { ...redate(input, next, at), calendar, late };
}

/**
 * The clock of a step that is entered. An extension of the case's term goes along. A step that the file left backwards,
 * by a return or because it was taken back, finds what was left of its time when the file comes to it again.
 */
export function clockOnEntry(input: CaseInput, state: CaseState, left: { backwards: boolean; at: Instant }): Clock {
  const kept: Record<StepId, number> = { ...state.clock.left };
  const rest = left.backwards ? orGap(() => timeLeft(input, state, left.at)).value : null;
  delete kept[state.step];
  return {
    ...RUNNING,
    extended: state.clock.extended.filter((extension) => extension.of === "case"),
    left: rest === null ? kept : { ...kept, [state.step]: rest },
  };
}

/** The clock with which a step sends the case on: a question that it leaves open stops its time no longer. */
export function clockOnLeaving(input: CaseInput, state: CaseState, at: Instant): Clock {
  const { clock, step } = state;
  const { left, ...resumed } = clock.pausedAt === null ? clock : resumeClock(input, state, at).clock;
  return { ...resumed, left: left[step] === undefined ? {} : { [step]: left[step] } };
}

/** The clock that a step left with, taken up again; the case's own term goes by what was decided on it meanwhile. */
export const clockTakenUp = (entered: Clock, stood: Clock): Clock => ({
  ...stood,
  extended: [...entered.extended, ...stood.extended.filter((extension) => extension.of === "step")],
  left: { ...entered.left, ...stood.left },
});
