import type { CaseInput, CaseState } from "../domain/engine/case.ts";
import { settleStep, stepAt } from "../domain/engine/steps.ts";
import type { MemberPosition } from "./rows.ts";

/** Where the case stands as the campaign counts it, whatever its pipeline calls its steps. */
export function memberPosition(input: CaseInput, state: CaseState): MemberPosition {
  if (state.outcome === "completed") return "consolidated";
  const step = stepAt(input, state.step);
  if (step.kind === "await") return "accepted";
  if (state.sentAt !== null && step.kind !== "submit" && step.fulfilsDuty) return "sent";
  if (state.sentAt !== null && state.returned !== null) return "returned";
  return state.step === settleStep(input, input.pipeline.start) ? "drafting" : "in-agency";
}
