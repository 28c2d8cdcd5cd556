import type { Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { iso, run, statement } from "./query.ts";
import { commandColumns, type CommandRow } from "./rows.ts";

/** A settler that died gives its rows back after this long. */
const LEASE_MS = 15_000;

const takeStatement = statement(`
WITH free AS (
  SELECT "id" FROM "Command"
  WHERE "settledAt" IS NULL AND "lastAttemptAt" <= $1::timestamptz
    AND ("takenAt" IS NULL OR "takenAt" <= $2::timestamptz)
  ORDER BY "takenAt" NULLS FIRST, "claimedAt", "id" LIMIT $4 FOR UPDATE SKIP LOCKED
)
UPDATE "Command" k SET "takenAt" = $3::timestamptz FROM free WHERE k."id" = free."id"
RETURNING ${commandColumns("k")}`);

/** Commands claimed and not settled for `idleMs`, leased to the caller; two settlers never get the same one. */
export const takeUnsettled = (
  db: Db,
  { now, idleMs, limit }: { now: Instant; idleMs: number; limit: number },
): Promise<CommandRow[]> =>
  run<CommandRow>(db.pool, takeStatement, iso(now - idleMs), iso(now - LEASE_MS), iso(now), limit);

const failureStatement = statement(`
UPDATE "Command" SET "settleTries" = "settleTries" + 1, "lastError" = left($2, 2000)
WHERE "id" = $1::uuid AND "settledAt" IS NULL`);

/** Why it could not be settled this time: shown as a stuck cause with its real error. */
export async function noteSettleFailure(
  db: Db,
  { commandId, error }: { commandId: string; error: string; now: Instant },
): Promise<void> {
  await run(db.pool, failureStatement, commandId, error);
}

const backlogStatement = statement(`
SELECT count(*)::int AS "count", min("claimedAt") AS "oldestAt", max("lastError") AS "lastError"
FROM "Command" WHERE "settledAt" IS NULL AND "claimedAt" <= $1::timestamptz`);

export interface Backlog {
  count: number;
  oldestAt: Instant | null;
  lastError: string | null;
}

/** Commands that have waited longer than a settler should need. */
export async function unsettledBacklog(db: Db, olderThan: Instant): Promise<Backlog> {
  const [row] = await run<Backlog>(db.pool, backlogStatement, iso(olderThan));
  return row as Backlog;
}
