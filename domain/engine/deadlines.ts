import { addDays, atLocal, hoursOf, ifKnown, lastDayOf, localDate, workingDaysAfter } from "../calendar/index.ts";
import type { Assignment, CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { calendarOf, targetOfStep } from "./due.ts";
import { holdersOf, postsAbove } from "./holders.ts";
import { questionsOf } from "./questions.ts";
import { deadlineOf, stepAt } from "./steps.ts";

export interface Timer {
  key: string;
  at: Instant;
  event: "reminded" | "overdue" | "escalated";
  /** Whom it is for, where not for those at the desk. */
  to?: readonly Assignment[];
}

type Part = (input: CaseInput, state: CaseState) => Timer[];

const runningDue = (input: CaseInput, state: CaseState): Instant | null =>
  state.outcome === null && deadlineOf(stepAt(input, state.step)) ? state.dueAt : null;

/** Reminders go out when offices open: so many days before the due date, and on the day of the level's own target. */
function reminders(input: CaseInput, state: CaseState): Timer[] {
  const due = runningDue(input, state);
  if (due === null) return [];
  const { opensAt } = hoursOf(calendarOf(input, state));
  const target = targetOfStep(input, state);
  const reminder = (key: string, day: string): Timer => ({ key, at: atLocal(day, opensAt), event: "reminded" });
  return [
    ...(deadlineOf(stepAt(input, state.step))?.remind ?? []).map((days) =>
      reminder(`remind:${days}`, addDays(lastDayOf(due), -days)),
    ),
    ...(target === null ? [] : [reminder("target", lastDayOf(target))]),
  ];
}

function overdue(input: CaseInput, state: CaseState): Timer[] {
  const due = runningDue(input, state);
  return due === null ? [] : [{ key: "overdue", at: due, event: "overdue" }];
}

function escalations(input: CaseInput, state: CaseState): Timer[] {
  const due = runningDue(input, state);
  if (due === null) return [];
  const calendar = calendarOf(input, state);
  const { opensAt } = hoursOf(calendar);
  return (deadlineOf(stepAt(input, state.step))?.escalate?.after ?? []).map((days) => ({
    key: `escalate:${days}`,
    at: atLocal(workingDaysAfter(calendar, lastDayOf(due), days), opensAt),
    event: "escalated",
  }));
}

/** Working days after which whoever was asked hears of an open question again. */
const ASKED_AGAIN = [2, 5] as const;

function questionsAgain(input: CaseInput, state: CaseState): Timer[] {
  const calendar = calendarOf(input, state);
  const { opensAt } = hoursOf(calendar);
  return questionsOf(state).flatMap(({ seq, at, to }) =>
    ASKED_AGAIN.map((days): Timer => {
      const day = workingDaysAfter(calendar, localDate(at), days);
      return { key: `asked:${seq}:${days}`, at: atLocal(day, opensAt), event: "reminded", to };
    }),
  );
}

const parts: readonly Part[] = [reminders, overdue, escalations, questionsAgain];

/** In order; what lay before the step was entered never fires. */
const inOrder = (state: CaseState, timers: readonly Timer[]): Timer[] =>
  timers.filter((timer) => timer.at > state.enteredAt).sort((a, b) => a.at - b.at);

/** All timers of the present step. Throws CalendarGap. */
export const timersOf = (input: CaseInput, state: CaseState): Timer[] =>
  inOrder(
    state,
    parts.flatMap((part) => part(input, state)),
  );

/** Timers that can be told now: those in a year without a calendar wait until that year has been entered. */
const knownTimers = (input: CaseInput, state: CaseState): Timer[] =>
  inOrder(
    state,
    parts.flatMap((part) => ifKnown(() => part(input, state)) ?? []),
  );

/** The timers still to fire, in order. */
export const timersAhead = (input: CaseInput, state: CaseState): Timer[] =>
  knownTimers(input, state).filter((timer) => !state.fired.includes(timer.key));

export const nextTimer = (input: CaseInput, state: CaseState): Timer | null => timersAhead(input, state)[0] ?? null;

/** Timers whose time has come at `now`. After an outage several may be due: they are told as one, the latest. */
export const dueTimers = (input: CaseInput, state: CaseState, now: Instant): Timer[] =>
  timersAhead(input, state).filter((timer) => timer.at <= now);

/** Keys that count as fired when the case has told of `at`. */
export const firedBy = (input: CaseInput, state: CaseState, at: Instant): string[] =>
  knownTimers(input, state)
    .filter((timer) => timer.at <= at)
    .map((timer) => timer.key);

function toldBy(input: CaseInput, state: CaseState, timer: Timer): Assignment[] {
  if (timer.to) return [...timer.to];
  const escalate = deadlineOf(stepAt(input, state.step))?.escalate;
  const above = timer.event === "escalated" && escalate ? postsAbove(input, state, escalate.to) : [];
  return [...holdersOf(input, state), ...above];
}

/** A deadline reminds, escalates and marks; it never decides and never moves the case. */
export function fireTimers(input: CaseInput, state: CaseState, now: Instant): CaseEvent | null {
  const timer = dueTimers(input, state, now).at(-1);
  if (!timer) return null;
  return {
    caseId: state.caseId,
    pipeline: `${state.pipelineId}@${state.pipelineVersion}`,
    seq: state.seq + 1,
    type: timer.event,
    at: now,
    step: state.step,
    round: state.round,
    actor: null,
    commandId: null,
    content: state.content && { id: state.content.id, hash: state.content.hash },
    data: { timer: timer.key, told: toldBy(input, state, timer) },
  };
}
