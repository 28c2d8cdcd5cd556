import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { recomputeDue } from "./clock.ts";
import { calendarOf } from "./due.ts";

/**
 * Holidays or swap days changed while the case is open. null where there is nothing to learn: the case is closed, or
 * it knows this calendar or a later one already (changes may arrive twice and in any order).
 */
export function changeCalendar(
  input: CaseInput,
  state: CaseState,
  calendar: WorkCalendar,
  now: Instant,
): CaseEvent | null {
  const known = calendarOf(input, state).serial ?? 0;
  if (state.outcome !== null || (calendar.serial ?? 0) <= known) return null;
  return {
    caseId: state.caseId,
    pipeline: `${state.pipelineId}@${state.pipelineVersion}`,
    seq: state.seq + 1,
    type: "calendar-changed",
    at: now,
    step: state.step,
    round: state.round,
    actor: null,
    commandId: null,
    content: state.content && { id: state.content.id, hash: state.content.hash },
    data: { calendar, due: { from: state.dueAt, to: recomputeDue(input, state, calendar, now).dueAt } },
  };
}

export interface DueChange {
  dueFrom: Instant | null;
  dueTo: Instant | null;
  lateFrom: boolean;
  lateTo: boolean;
}

/** What a calendar would do to an open case; null where it would move nothing. */
export function dueChangeUnder(
  input: CaseInput,
  state: CaseState,
  calendar: WorkCalendar,
  now: Instant,
): DueChange | null {
  const { dueAt: dueTo, late: lateTo } = recomputeDue(input, state, calendar, now);
  if (state.outcome !== null || (dueTo === state.dueAt && lateTo === state.late)) return null;
  return { dueFrom: state.dueAt, dueTo, lateFrom: state.late, lateTo };
}
