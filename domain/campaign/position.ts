import type { CaseInput, CaseState } from "../engine/case.ts";
import type { Milestone, Outcome, StepId } from "../engine/pipeline.ts";
import { settleStep, stepAt, stepsFrom } from "../engine/steps.ts";

/** Where a campaign's member stands, whatever its pipeline calls its steps; those that are `out` count for nothing. */
export const memberPositions = [
  "drafting",
  "in-agency",
  "sent",
  "returned",
  "accepted",
  "consolidated",
  "refused",
  "withdrawn",
  "lapsed",
] as const;
export type MemberPosition = (typeof memberPositions)[number];

const ended: Record<Outcome, MemberPosition> = {
  completed: "consolidated",
  rejected: "refused",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
};

const out: readonly MemberPosition[] = ["refused", "withdrawn", "lapsed"];

/** Will not be in the dossier any more: nobody has to explain why it is missing. */
export const isOut = (position: MemberPosition): boolean => out.includes(position);

/** Has come to the department, and is not in the list: the list says why. What an agency still drafts is its own affair. */
export const mustBeExplained = (position: MemberPosition): boolean => position === "sent" || position === "returned";

const passes = (input: CaseInput, ids: Iterable<StepId>, milestone: Milestone): boolean =>
  [...ids].some((id) => stepAt(input, id).milestone === milestone);

/** Beyond the step at which the dossier takes it up: what comes then is between the agency and its money. */
const takenUp = (input: CaseInput, { step }: CaseState): boolean =>
  passes(input, Object.keys(input.pipeline.steps), "consolidated") &&
  (stepAt(input, step).milestone === "consolidated" || !passes(input, stepsFrom(input, step), "consolidated"));

export function memberPosition(input: CaseInput, state: CaseState): MemberPosition {
  if (state.outcome !== null) return ended[state.outcome];
  if (takenUp(input, state)) return "consolidated";
  const step = stepAt(input, state.step);
  if (step.kind === "await") return "accepted";
  if (state.sentAt !== null && step.kind !== "submit" && step.fulfilsDuty) return "sent";
  // It was sent once and has to be sent again, on whichever of the agency's desks it lies meanwhile.
  if (state.sentAt !== null && sendsAhead(input, state)) return "returned";
  return state.step === settleStep(input, input.pipeline.start) ? "drafting" : "in-agency";
}

const sendsAhead = (input: CaseInput, { step }: CaseState): boolean =>
  [...stepsFrom(input, step)].some((id) => id !== step && stepAt(input, id).fulfilsDuty === true);
