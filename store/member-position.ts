import type { CaseInput, CaseState } from "../domain/engine/case.ts";
import { settleStep, stepAt, stepsFrom } from "../domain/engine/steps.ts";
import type { MemberPosition } from "./rows.ts";

/** Where the case stands as the campaign counts it, whatever its pipeline calls its steps. */
export function memberPosition(input: CaseInput, state: CaseState): MemberPosition {
  if (state.outcome === "completed") return "consolidated";
  const step = stepAt(input, state.step);
  if (step.kind === "await") return "accepted";
  if (state.sentAt !== null && step.kind !== "submit" && step.fulfilsDuty) return "sent";
  // It was sent once and has to be sent again, on whichever of the agency's desks it lies meanwhile.
  if (state.sentAt !== null && sendsAhead(input, state)) return "returned";
  return state.step === settleStep(input, input.pipeline.start) ? "drafting" : "in-agency";
}

const sendsAhead = (input: CaseInput, { step }: CaseState): boolean =>
  [...stepsFrom(input, step)].some((id) => id !== step && stepAt(input, id).fulfilsDuty === true);
