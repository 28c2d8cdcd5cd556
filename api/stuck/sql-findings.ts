import { casesNobodyCanTake, casesOfPastCycles, overdueCases, unsettledCommands } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Finding, Subject } from "./finding.ts";

/** More than a province has open at once; only names are read here, and the page looks up what it shows. */
const EACH_CAUSE = 10_000;
/** A settler needs some seconds; what is older is stuck. */
const SETTLE_GRACE_MS = 30_000;

const caseOf = ({ id }: { id: string }): Subject => ({ kind: "case", id });

async function overdue({ db, clock }: Deps): Promise<Finding[]> {
  const rows = await overdueCases(db, { now: clock(), limit: EACH_CAUSE });
  return rows.map((row) => ({ subject: caseOf(row), cause: "overdue", since: row.since, error: null }));
}

async function untakeable({ db, clock }: Deps): Promise<Finding[]> {
  const rows = await casesNobodyCanTake(db, { now: clock(), limit: EACH_CAUSE });
  return rows.map((row) => ({ subject: caseOf(row), cause: row.cause, since: row.since, error: null }));
}

/** A member is told within moments; what still waits after that was not told. */
const TOLD_WITHIN_MS = 10 * 60_000;

async function leftWaiting({ db, clock }: Deps): Promise<Finding[]> {
  const rows = await casesOfPastCycles(db, { olderThan: clock() - TOLD_WITHIN_MS, limit: EACH_CAUSE });
  return rows.map((row) => ({ subject: caseOf(row), cause: "cycle-is-past", since: row.since, error: null }));
}

async function unsettled({ db, clock }: Deps): Promise<Finding[]> {
  const rows = await unsettledCommands(db, { olderThan: clock() - SETTLE_GRACE_MS, limit: EACH_CAUSE });
  return rows.map((row) => ({
    subject: { kind: row.subjectKind, id: row.subjectId },
    cause: "command-not-settled",
    since: row.since,
    error: { message: row.lastError ?? "", attempt: row.settleTries, nextAttemptAt: null },
  }));
}

export const sqlFindings = async (deps: Deps): Promise<Finding[]> =>
  (await Promise.all([untakeable(deps), overdue(deps), leftWaiting(deps), unsettled(deps)])).flat();
