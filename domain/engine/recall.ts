import type { Actor, CaseEvent, CaseInput, CaseState, Stood } from "./case.ts";
import { clockOnEntry, clockOnLeaving, clockTakenUp } from "./clock.ts";
import { among } from "./holders.ts";
import { personsOf, rightOf } from "./persons.ts";
import type { StepId } from "./pipeline.ts";

/*
 * Thu hồi: an act may be taken back until the next level has acted. What led the case on is the sending post's to take
 * back; a vote or an opinion that has not led it on yet is its giver's.
 */

/** Acts that whoever made them may take back, until somebody at the next desk has acted. */
const forward: readonly CaseEvent["type"][] = ["submitted", "frozen", "approved", "lines-decided"];

/** Whether the case leaves its step the way it came: by a return, or because it was taken back. */
export const goesBackwards = (event: CaseEvent): boolean => event.type === "withdrawn" || opensRound(event);

export const opensRound = ({ round, toRound }: CaseEvent): boolean => toRound !== undefined && toRound > round;

/** What this actor may take back: the event it refers to, and the step the case then goes back to, if it had moved. */
export function takenBack(state: CaseState, actor: Actor): { seq: number; to?: StepId } | null {
  const { recall } = state;
  if (recall && among([recall.post], actor)) return { seq: recall.seq, to: recall.step };
  const own = state.votes.find(({ personId }) => personsOf(actor).includes(personId));
  return own ? { seq: own.seq } : null;
}

/** Kept when a step is entered by an act that may be taken back; `state` is the case as it leaves its step. */
export function recallOf(input: CaseInput, state: CaseState, event: CaseEvent): CaseState["recall"] {
  const sent = forward.includes(event.type) && !opensRound(event);
  if (!sent || !event.actor) return null;
  const { enteredAt, fired, returned, sentAt } = state;
  const stood: Stood = {
    enteredAt,
    fired,
    returned,
    sent: sentAt !== null,
    clock: clockOnLeaving(input, state, event.at),
  };
  return { step: event.step, seq: event.seq, post: rightOf(event.actor), stood };
}

/** When and with which clock a step is entered: as it left, when what it sent is taken back, else anew. */
export function arrival(
  input: CaseInput,
  state: CaseState,
  event: CaseEvent,
): Pick<CaseState, "enteredAt" | "clock" | "fired" | "returned"> {
  const clock = clockOnEntry(input, state, { backwards: goesBackwards(event), at: event.at });
  const stood = event.type === "withdrawn" ? state.recall?.stood : undefined;
  if (!stood) return { enteredAt: event.at, clock, fired: [], returned: opensRound(event) ? state.returned : null };
  const { enteredAt, fired, returned } = stood;
  return { enteredAt, fired, returned, clock: clockTakenUp(clock, stood.clock) };
}
