import type { Actor, CaseInput, CaseState, ContentRef, SealedEvent, Signature } from "./case.ts";
import { clockOnEntry, recomputeDue, redate } from "./clock.ts";
import { firedBy } from "./deadlines.ts";
import { termOf } from "./due.ts";
import { personsOf } from "./may.ts";
import { stepAt } from "./steps.ts";

/** The state after an event. Pure and total: the same events give the same state, in the workflow and in an audit. */
export function evolve(input: CaseInput, state: CaseState, event: SealedEvent): CaseState {
  const acted: CaseState = { ...state, ...record(input, state, event), seq: event.seq, lastHash: event.hash };
  return event.to === undefined ? acted : enter(input, acted, event, event.to);
}

/** What the act itself leaves behind, before any step is entered. */
function record(input: CaseInput, state: CaseState, event: SealedEvent): Partial<CaseState> {
  switch (event.type) {
    case "submitted":
    case "frozen":
      return { ...moved(event), ...newContent(state, event) };
    case "approved":
      return { ...moved(event), ...approval(state, event) };
    case "returned":
      return { ...moved(event), ...returned(input, state, event) };
    case "issued":
      return {
        ...moved(event),
        issued: [...state.issued, { step: event.step, seq: event.seq, series: event.data.series ?? "" }],
      };
    case "reassigned":
      return { ...moved(event), assigned: event.data.assigned ?? null };
    case "reminded":
    case "overdue":
    case "escalated":
      return event.data.timer === undefined ? {} : { fired: firedBy(input, state, event.at) };
    case "calendar-changed":
      return event.data.calendar === undefined ? {} : recomputeDue(input, state, event.data.calendar, event.at);
    case "opened":
    case "rejected":
    case "milestone-reached":
      return moved(event);
  }
}

const moved = (event: SealedEvent): Partial<CaseState> => ({
  last: { type: event.type, by: event.actor?.name ?? null },
});

function newContent(state: CaseState, event: SealedEvent): Partial<CaseState> {
  const content = event.content as ContentRef;
  const authors = [...personsOf(event.actor as Actor), ...(event.data.drafters ?? [])];
  return {
    content: { ...content, number: (state.content?.number ?? 0) + 1 },
    authors: [...new Set(authors)],
    returned: null,
  };
}

function approval(state: CaseState, event: SealedEvent): Partial<CaseState> {
  const actor = event.actor as Actor;
  const signature: Signature = {
    step: event.step,
    round: event.round,
    seq: event.seq,
    personId: actor.personId,
    name: actor.name,
    post: actor.post,
    ...(actor.onBehalfOf && { onBehalfOf: actor.onBehalfOf.name }),
    hash: event.content?.hash ?? "",
    at: event.at,
  };
  const votes = personsOf(actor).map((personId) => ({ personId, post: actor.post, seq: event.seq, at: event.at }));
  return { signatures: [...state.signatures, signature], votes: [...state.votes, ...votes] };
}

/** Earlier signatures stay visible as superseded; a step may say that its own stays valid. */
function returned(input: CaseInput, state: CaseState, event: SealedEvent): Partial<CaseState> {
  const supersede = (signature: Signature): Signature => {
    const step = stepAt(input, signature.step);
    const survives = step.kind === "decide" && step.survives !== undefined;
    return survives || signature.supersededBy !== undefined ? signature : { ...signature, supersededBy: event.seq };
  };
  return {
    signatures: state.signatures.map(supersede),
    returned: {
      seq: event.seq,
      from: event.step,
      code: event.data.reasonCode ?? "other",
      sections: event.data.sections ?? [],
    },
  };
}

function enter(input: CaseInput, state: CaseState, event: SealedEvent, to: string): CaseState {
  const step = stepAt(input, to);
  const round = event.toRound ?? state.round;
  const sent = step.fulfilsDuty === true && state.sentAt === null;
  const entered: CaseState = {
    ...state,
    step: to,
    round,
    enteredAt: event.at,
    clock: clockOnEntry(input, state, { returned: event.type === "returned", at: event.at }),
    outcome: step.kind === "end" ? step.outcome : null,
    votes: [],
    assigned: null,
    fired: [],
    ...(sent && { sentAt: event.at, late: isLate(input, state, event.at) }),
  };
  return { ...entered, ...redate(input, entered, event.at) };
}

/** Judged once, when the duty is fulfilled, against the term as it then stands. */
function isLate(input: CaseInput, state: CaseState, at: number): boolean {
  const term = termOf(input, state);
  return term !== null && at >= term.effectiveDue;
}
