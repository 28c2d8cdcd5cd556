import { isInSight } from "../domain/rights/index.ts";
import { fundingLines, type FundingLineRow } from "../store/index.ts";
import type { Caller } from "./auth/caller.ts";
import type { Deps } from "./deps.ts";
import { ProblemError } from "./http/problem.ts";

/** A line one may not see is a line that does not exist. */
export async function visibleLine(deps: Deps, caller: Caller, lineId: string): Promise<FundingLineRow> {
  const [row] = await fundingLines(deps.db, [lineId]);
  if (!row || !isInSight(deps.rights.moneySightOf(caller), row)) throw new ProblemError("not-found", { what: "line" });
  return row;
}
