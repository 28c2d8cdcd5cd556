import { acts } from "./acts.ts";
import type { CaseEvent, CaseInput, CaseState, SealedEvent } from "./case.ts";
import { redate } from "./clock.ts";
import { termOf } from "./due.ts";
import { undone, withStanding } from "./lines.ts";
import { stepsEntered } from "./milestones.ts";
import type { StepId } from "./pipeline.ts";
import { arrival, recallOf } from "./recall.ts";
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
  const { type, seq, at, actor } = event;
  const last = aside.includes(type) ? {} : { last: { type, by: actor?.name ?? null, seq, at } };
  const acted = { ...state, ...last, ...acts[event.type](input, state, event) };
  return { ...acted, lines: withStanding(acted) };
}

/** A withdrawal leads back into a step that others may have voted at in this round. */
function votesAt(input: CaseInput, state: CaseState, event: CaseEvent, to: StepId): CaseState["votes"] {
  if (event.type !== "withdrawn") return votesOf(standingAt(input, state, to));
  const given = state.signatures.filter(
    ({ step, round, supersededBy }) => step === to && round === state.round && supersededBy === undefined,
  );
  return votesOf(given);
}

function enter(input: CaseInput, state: CaseState, event: SealedEvent, to: StepId): CaseState {
  const step = stepAt(input, to);
  const entered: CaseState = {
    ...state,
    ...fulfilment(input, state, event),
    ...arrival(input, state, event),
    step: to,
    round: event.toRound ?? state.round,
    enteredSeq: event.seq,
    outcome: step.kind === "end" ? step.outcome : null,
    released: releasedAt(input, state, step),
    votes: votesAt(input, state, event, to),
    consulted: step.kind === "opinions" ? consultedAt(input, state, to, step) : [],
    lines: step.kind === "lines" ? state.lines.map((line) => (line.step === to ? line : undone(line))) : state.lines,
    assigned: null,
    questions: [],
    skip: null,
    recall: recallOf(input, state, event),
  };
  return { ...entered, ...redate(input, entered, event.at) };
}

/** Judged once, when the duty is fulfilled, against the term as it then stands; also by a step that is passed over. */
function fulfilment(input: CaseInput, state: CaseState, event: CaseEvent): Partial<CaseState> {
  const fulfils = stepsEntered(event).some((id) => stepAt(input, id).fulfilsDuty === true);
  if (!fulfils || state.sentAt !== null) return {};
  const term = termOf(input, state);
  return { sentAt: event.at, late: term !== null && event.at >= term.effectiveDue };
}
