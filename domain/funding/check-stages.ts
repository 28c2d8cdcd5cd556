import { positions, type Position } from "../engine/content.ts";
import type { Dong } from "../money/dong.ts";
import { isBlank } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { FundingLine } from "./request-lines.ts";
import { isRequestable } from "./request-sums.ts";

/*
 * What an official reads beside a cell before sending (vietnam.md §8.3.6). The engine keeps the same laws by itself
 * (domain/engine/rules); here each is told at its field, with what to do.
 */

/** How a department answers for one line (vietnam.md §5.3, real path). */
export const OPINIONS = positions;
export type Opinion = Position;

/** What UBND may decide on a line that is open. */
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

type Judged = Pick<FundingLine, "requested" | "sourceCode">;

const more = (a: Dong, b: Dong): boolean => BigInt(a) > BigInt(b);

const offBudget = (path: string, line: Judged): FundingProblem[] =>
  isRequestable(line) ? [] : [fundingProblem(path, "off-budget-requested", { source: line.sourceCode })];

const fits: Readonly<Record<Opinion, (amount: Dong, requested: Dong) => boolean>> = {
  agree: (amount, requested) => amount === requested,
  "agree-with-changes": (amount, requested) => amount !== requested,
  object: () => true,
  "not-placed": (amount) => amount === "0",
};

const tooMuch = (path: string, amount: Dong, { requested }: Judged): FundingProblem[] =>
  more(amount, requested)
    ? [
        fundingProblem(`${path}.amount`, "appraised-exceeds-requested", {
          appraisedDong: amount,
          requestedDong: requested,
        }),
      ]
    : [];

/** Nobody appraises more than was asked, and whoever changes an amount or objects says why. */
export function checkOpinion(path: string, line: Judged, given: LineOpinion): FundingProblem[] {
  const { amount, opinion, reason } = given;
  const { requested } = line;
  const exceeds = tooMuch(path, amount, line);
  if (exceeds.length > 0) return exceeds;
  if (!fits[opinion](amount, requested)) {
    const params = { amountDong: amount, requestedDong: requested };
    return [fundingProblem(`${path}.position`, "position-differs", params)];
  }
  const unexplained = opinion !== "agree" && isBlank(reason);
  return [...offBudget(path, line), ...(unexplained ? [differs(`${path}.reason`, amount, requested)] : [])];
}

/** Giải trình chênh lệch: `owed` is a line whose appraisal differs, or that was objected to. */
export function checkProposal(
  path: string,
  line: Judged,
  given: { readonly amount: Dong; readonly reason?: string | undefined; readonly owed: boolean },
): FundingProblem[] {
  const { amount, reason, owed } = given;
  const exceeds = tooMuch(path, amount, line);
  if (exceeds.length > 0) return exceeds;
  const unexplained = (owed || amount !== line.requested) && isBlank(reason);
  return unexplained ? [differs(`${path}.reason`, amount, line.requested)] : [];
}

const differs = (path: string, amountDong: Dong, otherDong: Dong): FundingProblem =>
  fundingProblem(path, "difference-needs-reason", { amountDong, otherDong });

/**
 * A decision may differ from what was proposed, with a reason. It gives no more than was asked for: that would be money
 * nobody has explained.
 */
export function checkLineDecision(path: string, line: Judged, proposed: Dong, given: LineDecision): FundingProblem[] {
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
