import type { Dong } from "../money/dong.ts";
import { isBlank } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { FundingLine } from "./request-lines.ts";
import { isRequestable } from "./request-sums.ts";

/** How a department answers for one line (vietnam.md §5.3, real path). */
export const OPINIONS = ["agree", "agree-with-changes", "object", "not-placed"] as const;
export type Opinion = (typeof OPINIONS)[number];

/** What UBND decides on one line. */
export const LINE_OUTCOMES = ["approve", "approve-in-part", "reject", "clarify", "refer"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export interface LineOpinion {
  readonly lineId: string;
  readonly opinion: Opinion;
  readonly amount: Dong;
  readonly reason?: string | undefined;
}

export interface LineDecision {
  readonly lineId: string;
  readonly outcome: LineOutcome;
  readonly amount: Dong;
  readonly reason?: string | undefined;
}

const more = (a: Dong, b: Dong): boolean => BigInt(a) > BigInt(b);

const offBudget = (path: string, line: FundingLine): FundingProblem[] =>
  isRequestable(line) ? [] : [fundingProblem(path, "off-budget-requested", { source: line.sourceCode })];

/** Rule 6, first half: nobody appraises more than was asked, and whoever changes an amount says why. */
export function checkOpinion(path: string, line: FundingLine, given: LineOpinion): FundingProblem[] {
  const { amount, opinion, reason } = given;
  if (more(amount, line.requested)) {
    const params = { appraisedDong: amount, requestedDong: line.requested };
    return [fundingProblem(`${path}.amount`, "appraised-exceeds-requested", params)];
  }
  const changed = opinion !== "agree" || amount !== line.requested;
  const unexplained = changed && isBlank(reason);
  return [...offBudget(path, line), ...(unexplained ? [differs(`${path}.reason`, amount, line.requested)] : [])];
}

const differs = (path: string, amountDong: Dong, otherDong: Dong): FundingProblem =>
  fundingProblem(path, "difference-needs-reason", { amountDong, otherDong });

/**
 * Rule 6, second half: a decision may differ from what was proposed, with a reason. It gives no more than was asked
 * for: that would be money nobody has explained.
 */
export function checkLineDecision(
  path: string,
  line: FundingLine,
  proposed: Dong,
  given: LineDecision,
): FundingProblem[] {
  const { outcome, amount, reason } = given;
  if (outcome === "reject" || outcome === "clarify" || outcome === "refer") {
    return isBlank(reason) ? [fundingProblem(`${path}.reason`, "required")] : [];
  }
  if (more(amount, line.requested)) {
    const params = { decidedDong: amount, requestedDong: line.requested };
    return [fundingProblem(`${path}.amount`, "decided-exceeds-requested", params)];
  }
  const unexplained = amount !== proposed && isBlank(reason);
  return [...offBudget(path, line), ...(unexplained ? [differs(`${path}.reason`, amount, proposed)] : [])];
}
