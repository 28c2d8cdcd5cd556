import type { CaseState, LineAmount } from "../case.ts";
import { isAmount, needsExplaining } from "../lines.ts";
import type { Step } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";
import { firstRefusal, required } from "./rule.ts";

export const proposesAt = (step: Step): boolean => step.kind === "decide" && step.proposes === true;

function checkProposal(state: CaseState, { line: id, amount, reason }: LineAmount): Rejection | null {
  const line = state.lines.find((known) => known.id === id);
  if (!line) return { code: "line-unknown", line: id };
  const { requested } = line;
  if (!isAmount(amount) || amount > requested) return { code: "amount-not-allowed", line: id, amount, requested };
  return required("proposals", reason);
}

/** Giải trình chênh lệch: the department's own figure, with a reason, for every line that is not as it was requested. */
export function checkProposals(state: CaseState, proposals: readonly LineAmount[]): Rejection | null {
  const given = proposals.map(({ line }) => line);
  const twice = given.find((line, index) => given.indexOf(line) !== index);
  if (twice !== undefined) return { code: "line-not-open", line: twice, status: "open" };
  const silent = state.lines.find((line) => needsExplaining(line) && !given.includes(line.id));
  if (silent) return { code: "line-unexplained", line: silent.id };
  return firstRefusal(proposals, (proposal) => checkProposal(state, proposal));
}
