import { getCase, type CaseListRow, type CaseRow } from "../store/index.ts";
import type { Caller } from "./auth/caller.ts";
import type { Deps } from "./deps.ts";
import { ProblemError } from "./http/problem.ts";

export type VisibleCase = CaseRow & CaseListRow & { knownSeq: number };

/** A case one may not see is a case that does not exist: the answer must not tell the two apart. */
export async function visibleCase(deps: Deps, caller: Caller, caseId: string): Promise<VisibleCase> {
  const row = await getCase(deps.db, caseId);
  if (!row || !deps.rights.canSeeCase(caller, row)) throw new ProblemError("not-found", { what: "case" });
  return row;
}

/** Content needs more than seeing the case: it must be one's own house's, or have been sent. */
export async function readableCase(
  deps: Deps,
  caller: Caller,
  { caseId, number }: { caseId: string; number: number },
): Promise<VisibleCase> {
  const row = await visibleCase(deps, caller, caseId);
  if (!deps.rights.canReadVersion(caller, row, number)) throw new ProblemError("not-allowed", { needs: "work" });
  return row;
}

export async function listContext(deps: Deps) {
  const { directory } = deps;
  const [units, calendar, tables] = await Promise.all([directory.units(), directory.calendar(), directory.tables()]);
  return { units, tables, calendar, now: deps.clock() };
}
