import {
  addDays,
  addWorkingDays,
  atLocal,
  lastDayOf,
  nextWorkingDay,
  type LocalDate,
  type WorkCalendar,
} from "../calendar/index.ts";
import type { Assignment, CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { holdersOf, postsOfHolder } from "./holders.ts";
import type { StepId } from "./pipeline.ts";
import { deadlineOf, stepAt } from "./steps.ts";

/** Reminders go out at the start of office hours. */
const MORNING = "08:00";

/** The instant from which a step counts as overdue; null = no deadline. Throws CalendarGap. */
export function dueOfStep(input: CaseInput, id: StepId, enteredAt: Instant, round: number): Instant | null {
  const deadline = deadlineOf(stepAt(input, id));
  if (!deadline) return null;
  if (deadline.by !== "case") return addWorkingDays(input.calendar, enteredAt, deadline.by.workingDays);
  const due = input.due?.effectiveDue ?? null;
  if (due === null || round === 1 || deadline.rework === undefined) return due;
  return Math.max(due, addWorkingDays(input.calendar, enteredAt, deadline.rework));
}

export interface Timer {
  key: string;
  at: Instant;
  event: "reminded" | "overdue" | "escalated";
}

function workingDaysAfter(calendar: WorkCalendar, day: LocalDate, n: number): LocalDate {
  let result = day;
  for (let left = n; left > 0; left -= 1) result = nextWorkingDay(calendar, result);
  return result;
}

/** All timers of the present step, in order. What lay before the step was entered never fires. */
export function timersOf(input: CaseInput, state: CaseState): Timer[] {
  const deadline = deadlineOf(stepAt(input, state.step));
  if (!deadline || state.dueAt === null || state.outcome !== null) return [];
  const lastDay = lastDayOf(state.dueAt);
  const timers: Timer[] = [
    ...deadline.remind.map((days): Timer => ({
      key: `remind:${days}`,
      at: atLocal(addDays(lastDay, -days), MORNING),
      event: "reminded",
    })),
    { key: "overdue", at: state.dueAt, event: "overdue" },
    ...(deadline.escalate?.after ?? []).map((days): Timer => ({
      key: `escalate:${days}`,
      at: atLocal(workingDaysAfter(input.calendar, lastDay, days), MORNING),
      event: "escalated",
    })),
  ];
  return timers.filter((timer) => timer.at > state.enteredAt).sort((a, b) => a.at - b.at);
}

export const nextTimer = (input: CaseInput, state: CaseState): Timer | null =>
  timersOf(input, state).find((timer) => !state.fired.includes(timer.key)) ?? null;

/** Keys whose time has come at `now`. After an outage several may be due: they are told as one, the latest. */
export const dueTimers = (input: CaseInput, state: CaseState, now: Instant): Timer[] =>
  timersOf(input, state).filter((timer) => timer.at <= now && !state.fired.includes(timer.key));

function toldBy(input: CaseInput, state: CaseState, timer: Timer): Assignment[] {
  const escalate = deadlineOf(stepAt(input, state.step))?.escalate;
  const above = timer.event === "escalated" && escalate ? postsOfHolder(input, escalate.to) : [];
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
