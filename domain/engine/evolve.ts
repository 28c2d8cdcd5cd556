import { acts } from "./acts.ts";
import type { CaseEvent, CaseInput, CaseState, SealedEvent } from "./case.ts";
import { clockOnEntry, redate } from "./clock.ts";
import { termOf } from "./due.ts";
import { reopened } from "./lines.ts";
import { rightOf } from "./persons.ts";
import type { Step, StepId } from "./pipeline.ts";
import { releasedAt } from "./release.ts";
import { consultedAt } from "./route.ts";
import { stepAt } from "./steps.ts";
import { standingAt, votesOf } from "./survival.ts";

/** The state after an event. Pure and total: the same events give the same state, in the workflow and in an audit. */
export function evolve(input: CaseInput, state: CaseState, event: SealedEvent): CaseState {
  const acted = { ...afterAct(input, state, event), seq: event.seq, lastHash: event.hash };
  return event.to === undefined ? acted : enter(input, acted, event, event.to);
}

/** Events that leave the case as those at its desk know it: they come too late for nobody. */
const aside: readonly CaseEvent["type"][] = ["reminded", "overdue", "escalated", "commented", "calendar-changed"];

/** What the act itself leaves behind, before any step is entered. */
export function afterAct(input: CaseInput, state: CaseState, event: CaseEvent): CaseState {
  const last = aside.includes(event.type) ? {} : { last: { type: event.type, by: event.actor?.name ?? null } };
  return { ...state, ...last, ...acts[event.type](input, state, event) };
}

/** Acts that whoever made them may take back, until somebody at the next desk has acted. */
const forward: readonly CaseEvent["type"][] = ["submitted", "frozen", "approved", "lines-decided"];

function recallOf(event: CaseEvent): CaseState["recall"] {
  const sent = forward.includes(event.type) && event.toRound === event.round;
  if (!sent || !event.actor) return null;
  return { step: event.step, seq: event.seq, post: rightOf(event.actor) };
}

/** A withdrawal leads back into a step that others may have voted at in this round. */
function votesAt(input: CaseInput, state: CaseState, event: CaseEvent, to: StepId): CaseState["votes"] {
  if (event.type !== "withdrawn") return votesOf(standingAt(input, state, to));
  const given = state.signatures.filter(
    ({ step, round, supersededBy }) => step === to && round === state.round && supersededBy === undefined,
  );
  return votesOf(given);
}

/** Ways back by which a step gives its file back and may see it again. */
const wentBack = (event: CaseEvent): boolean => event.toRound !== undefined && event.toRound > event.round;

function enter(input: CaseInput, state: CaseState, event: SealedEvent, to: StepId): CaseState {
  const step = stepAt(input, to);
  const entered: CaseState = {
    ...state,
    ...fulfilment(input, state, event, step),
    step: to,
    round: event.toRound ?? state.round,
    enteredAt: event.at,
    enteredSeq: event.seq,
    clock: clockOnEntry(input, state, { returned: wentBack(event), at: event.at }),
    outcome: step.kind === "end" ? step.outcome : null,
    released: releasedAt(input, state, step),
    votes: votesAt(input, state, event, to),
    consulted: step.kind === "opinions" ? consultedAt(input, state, to, step) : [],
    lines: step.kind === "lines" ? state.lines.map((line) => (line.step === to ? line : reopened(line))) : state.lines,
    assigned: null,
    fired: [],
    questions: [],
    skip: null,
    recall: recallOf(event),
  };
  return { ...entered, ...redate(input, entered, event.at) };
}

/** Judged once, when the duty is fulfilled, against the term as it then stands. */
function fulfilment(input: CaseInput, state: CaseState, event: CaseEvent, step: Step): Partial<CaseState> {
  if (step.fulfilsDuty !== true || state.sentAt !== null) return {};
  const term = termOf(input, state);
  return { sentAt: event.at, late: term !== null && event.at >= term.effectiveDue };
}
