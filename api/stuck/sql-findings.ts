import { casesNobodyCanTake, overdueCases, unsettledCommands } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Finding, Subject } from "./finding.ts";

/** More rows than anyone works through at one sitting; the counts say when a list was cut here. */
const EACH_CAUSE = 500;
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
  (await Promise.all([untakeable(deps), overdue(deps), unsettled(deps)])).flat();
