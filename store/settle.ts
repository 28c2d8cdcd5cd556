import type { CampaignTransition } from "../domain/campaign/campaign.ts";
import type { CaseInput, Instant, Transition } from "../domain/engine/case.ts";
import { getCommand } from "./claim.ts";
import type { Db } from "./db.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { recordCampaignTransition } from "./record-campaign.ts";
import { recordTransition } from "./record-transition.ts";
import { commandColumns, type CommandRow } from "./rows.ts";

/** A command whose row is gone: nothing may ever delete one. */
async function present(db: Db, commandId: string): Promise<CommandRow> {
  const row = await getCommand(db, commandId);
  if (!row) throw new Error(`command ${commandId} has no row`);
  return row;
}

/**
 * Event, projection and receipt in one statement (two without the case's `input`, which is then looked up); on a
 * settled command it changes nothing and returns the row.
 */
export async function settleAccepted(
  db: Db,
  { commandId, ...given }: { commandId: string; transition: Transition; now: Instant; input?: CaseInput },
): Promise<CommandRow> {
  return (await recordTransition(db.pool, given)) ?? (await present(db, commandId));
}

export async function settleCampaignAccepted(
  db: Db,
  { commandId, transition, now }: { commandId: string; transition: CampaignTransition; now: Instant },
): Promise<CommandRow> {
  return (await recordCampaignTransition(db.pool, { transition, now })) ?? (await present(db, commandId));
}

const refuseStatement = statement(`
WITH refused AS (
  UPDATE "Command" k SET "settledAt" = $3::timestamptz, "outcome" = 'refused', "rejection" = $2::jsonb
  WHERE k."id" = $1::uuid AND k."settledAt" IS NULL RETURNING ${commandColumns("k")}
), dropped AS (
  DELETE FROM "ContentVersion" v USING refused r WHERE v."id" = r."id" AND v."number" IS NULL
)
SELECT * FROM refused`);

/** A refused command changes nothing, and stays logged as refused (I4); content it would have frozen goes. */
export async function settleRefused(db: Db, refused: Refused): Promise<CommandRow> {
  return (await refuseWith(db.pool, refused)) ?? (await present(db, refused.commandId));
}

export interface Refused {
  commandId: string;
  rejection: unknown;
  now: Instant;
}

/** null: it was settled already. */
export async function refuseWith(db: Queryable, { commandId, rejection, now }: Refused): Promise<CommandRow | null> {
  const [row] = await run<CommandRow>(db, refuseStatement, commandId, JSON.stringify(rejection), iso(now));
  return row ?? null;
}

const lostStatement = statement(`
WITH lost AS (
  UPDATE "Command" k SET "settledAt" = $3::timestamptz, "outcome" = 'not-carried-out'
  WHERE k."id" = $1::uuid AND k."settledAt" IS NULL AND k."lastAttemptAt" = $2::timestamptz
  RETURNING ${commandColumns("k")}
), dropped AS (
  DELETE FROM "ContentVersion" v USING lost r WHERE v."id" = r."id" AND v."number" IS NULL
)
SELECT * FROM lost`);

/** Only while nobody has tried again since the caller looked; the row comes back either way. */
export async function settleNotCarriedOut(
  db: Db,
  { commandId, lastAttemptAt, now }: { commandId: string; lastAttemptAt: Instant; now: Instant },
): Promise<CommandRow> {
  const [row] = await run<CommandRow>(db.pool, lostStatement, commandId, iso(lastAttemptAt), iso(now));
  return row ?? (await present(db, commandId));
}

// The state after the event is no longer at hand, so the receipt says where the case went but leaves open who is next.
const recordedStatement = statement(`
WITH e AS (
  SELECT x."caseId" AS "subjectId", x."seq", x."body" FROM "CaseEvent" x WHERE x."commandId" = $1::uuid
  UNION ALL SELECT x."campaignId", x."seq", NULL FROM "CampaignEvent" x WHERE x."commandId" = $1::uuid
)
UPDATE "Command" k SET "settledAt" = $2::timestamptz, "outcome" = 'accepted', "seq" = e."seq",
  "after" = CASE WHEN e."body" IS NOT NULL THEN jsonb_build_object('at', e."body"->'at', 'from', e."body"->'step',
    'step', coalesce(e."body"->'to', e."body"->'step'), 'round', coalesce(e."body"->'toRound', e."body"->'round'),
    'outcome', NULL, 'dueAt', NULL, 'next', '[]'::jsonb) END,
  "documentNumber" = (SELECT d."symbol" FROM "DocumentNumber" d WHERE d."caseId" = e."subjectId" AND d."seq" = e."seq")
FROM e WHERE k."id" = $1::uuid AND k."subjectId" = e."subjectId" AND k."settledAt" IS NULL
RETURNING ${commandColumns("k")}`);

/**
 * The workflow carried the command out in an earlier run and SQL has its event: the receipt follows from that. null
 * when no such event is recorded.
 */
export async function settleRecorded(
  db: Db,
  { commandId, now }: { commandId: string; now: Instant },
): Promise<CommandRow | null> {
  const [row] = await run<CommandRow>(db.pool, recordedStatement, commandId, iso(now));
  if (row) return row;
  const known = await getCommand(db, commandId);
  return known?.outcome === "accepted" ? known : null;
}
