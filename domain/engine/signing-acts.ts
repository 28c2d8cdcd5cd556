import type { Actor, CaseEvent, CaseInput, CaseState, Signature } from "./case.ts";
import { undone } from "./lines.ts";
import { personsOf, rightOf } from "./persons.ts";
import { boundedRecord, supersededByReturn, votesOf } from "./survival.ts";

/** What an event leaves behind before any step is entered, by its type. */
export type Act = (input: CaseInput, state: CaseState, event: CaseEvent) => Partial<CaseState>;

/** Somebody at the present desk has acted: what was sent there cannot be taken back any more. */
export const acted = { recall: null };

function signatureOf(event: CaseEvent): Signature {
  const actor = event.actor as Actor;
  const { mark, position } = event.data;
  return {
    step: event.step,
    round: event.round,
    seq: event.seq,
    personId: actor.personId,
    persons: personsOf(actor),
    name: actor.name,
    post: actor.post,
    unit: rightOf(actor).unit,
    ...(actor.onBehalfOf && { onBehalfOf: actor.onBehalfOf.name }),
    hash: event.content?.hash ?? "",
    at: event.at,
    ...(mark !== undefined && { mark }),
    ...(position !== undefined && { position }),
  };
}

export const signed: Act = (_input, state, event) => {
  const signature = signatureOf(event);
  return {
    ...acted,
    signatures: boundedRecord([...state.signatures, signature]),
    votes: [...state.votes, ...votesOf([signature])],
  };
};

/** The step a move was aimed at; the case may have gone on from there at once. */
const aimOf = (event: CaseEvent): string => event.data.passed?.[0] ?? event.to ?? event.step;

export const returned: Act = (input, state, event) => ({
  ...acted,
  signatures: supersededByReturn(input, state, aimOf(event), event.seq),
  lines: state.lines.map(undone),
  returned: {
    seq: event.seq,
    from: event.step,
    code: event.data.reasonCode ?? "other",
    sections: event.data.sections ?? [],
  },
});
