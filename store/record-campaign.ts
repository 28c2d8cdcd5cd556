import type { CampaignInput, CampaignTransition } from "../domain/campaign/campaign.ts";
import type { CaseDue, Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { EventConflict, UnknownSubject } from "./defects.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { commandColumns, type CommandRow } from "./rows.ts";

export interface CampaignToRecord {
  transition: CampaignTransition;
  now: Instant;
  /** Comes with the first event and makes the row. */
  input?: CampaignInput;
}

/** One statement, one transaction; the same three rules as for cases (store/record-statement.ts). */
const recordStatement = statement(`
WITH e AS (
  SELECT * FROM jsonb_to_record($1::jsonb) AS x("campaignId" text, "seq" int, "type" text, "at" timestamptz,
    "commandId" uuid, "body" jsonb, "prevHash" text, "hash" text, "now" timestamptz, "status" text,
    "state" jsonb, "dossierOpened" boolean, "unit" text, "excludes" boolean, "reason" text, "row" jsonb,
    "legalDue" timestamptz, "effectiveDue" timestamptz, "internalTarget" timestamptz)
), made AS (
  INSERT INTO "Campaign" AS c ("id", "kind", "year", "status", "seq", "openedAt", "legalDue", "effectiveDue",
    "internalTarget", "dossierId", "state", "input")
  SELECT e."campaignId", r."kind", r."year", e."status", e."seq", r."openedAt", r."legalDue", r."effectiveDue",
    r."internalTarget", r."dossierId", e."state", e."row"->'input'
  FROM e, jsonb_to_record(e."row") AS r("kind" text, "year" int, "openedAt" timestamptz, "legalDue" timestamptz,
    "effectiveDue" timestamptz, "internalTarget" timestamptz, "dossierId" text)
  WHERE e."row" IS NOT NULL
  ON CONFLICT ("id") DO NOTHING RETURNING c."id"
), prior AS (
  SELECT x."hash" FROM "CampaignEvent" x JOIN e USING ("campaignId", "seq")
), inserted AS (
  INSERT INTO "CampaignEvent" ("campaignId", "seq", "type", "at", "commandId", "body", "prevHash", "hash")
  SELECT e."campaignId", e."seq", e."type", e."at", e."commandId", e."body", e."prevHash", e."hash" FROM e
  WHERE EXISTS (SELECT 1 FROM made) OR EXISTS (SELECT 1 FROM "Campaign" c WHERE c."id" = e."campaignId")
  ON CONFLICT DO NOTHING RETURNING "hash"
), known AS (
  SELECT "hash" FROM inserted UNION ALL SELECT "hash" FROM prior
), same AS (
  SELECT e.* FROM e JOIN known USING ("hash")
), moved AS (
  UPDATE "Campaign" c SET "status" = s."status", "seq" = s."seq", "state" = s."state",
    "dossierOpened" = s."dossierOpened", "legalDue" = coalesce(s."legalDue", c."legalDue"),
    "effectiveDue" = coalesce(s."effectiveDue", c."effectiveDue"),
    "internalTarget" = coalesce(s."internalTarget", c."internalTarget")
  FROM same s WHERE c."id" = s."campaignId" AND c."seq" < s."seq"
), standing AS (
  UPDATE "CampaignMember" m SET "excluded" = s."excludes",
    "excludedReason" = CASE WHEN s."excludes" THEN s."reason" END
  FROM same s WHERE m."campaignId" = s."campaignId" AND m."unitCode" = s."unit"
    AND NOT EXISTS (SELECT 1 FROM "CampaignEvent" x WHERE x."campaignId" = s."campaignId" AND x."seq" > s."seq"
      AND x."type" IN ('member-excluded', 'member-included') AND x."body"->'data'->>'unit' = s."unit")
), settled AS (
  UPDATE "Command" k SET "settledAt" = s."now", "outcome" = 'accepted', "seq" = s."seq", "rejection" = NULL
  FROM same s
  WHERE k."id" = s."commandId" AND k."subjectId" = s."campaignId" AND k."outcome" IS DISTINCT FROM 'accepted'
  RETURNING ${commandColumns("k")}
)
SELECT (SELECT "hash" FROM known LIMIT 1) AS "recordedHash",
  EXISTS (SELECT 1 FROM made) OR EXISTS (SELECT 1 FROM "Campaign" c WHERE c."id" = e."campaignId") AS "exists",
  ${commandColumns("settled")} FROM e LEFT JOIN settled ON true`);

function parameters({ transition: { event, state }, now, input }: CampaignToRecord): object {
  return {
    campaignId: event.campaignId,
    seq: event.seq,
    type: event.type,
    at: iso(event.at),
    commandId: event.commandId,
    body: event,
    prevHash: event.prevHash,
    hash: event.hash,
    now: iso(now),
    status: state.status,
    state,
    dossierOpened: state.dossierOpened,
    ...standingColumns(event),
    reason: event.data.reason ?? null,
    ...(state.revised && dueColumns(state.revised.due)),
    row: input
      ? {
          kind: input.kind,
          year: input.year,
          openedAt: iso(state.openedAt),
          ...dueColumns(input.due),
          dossierId: input.dossierId,
          input,
        }
      : null,
  };
}

function standingColumns({ type, data }: CampaignToRecord["transition"]["event"]): object {
  if (type !== "member-excluded" && type !== "member-included") return {};
  return { unit: data.unit, excludes: type === "member-excluded" };
}

const dueColumns = ({ legalDue, effectiveDue, internalTarget }: CaseDue) => ({
  legalDue: iso(legalDue),
  effectiveDue: iso(effectiveDue),
  internalTarget: iso(internalTarget),
});

type Recorded = CommandRow & { recordedHash: string | null; exists: boolean };

/** Records a campaign's event with what follows from it; idempotent on (campaignId, seq), in any order. */
export async function recordCampaignTransition(db: Queryable, given: CampaignToRecord): Promise<CommandRow | null> {
  const { event } = given.transition;
  const parameter = JSON.stringify(parameters(given));
  const attempt = () => run<Recorded>(db, recordStatement, parameter);
  let [recorded] = await attempt();
  // Someone else inserted the event after this statement had begun: neither saw nor wrote it. Now it can be seen.
  if (recorded?.recordedHash === null) [recorded] = await attempt();
  if (!recorded?.exists) throw new UnknownSubject(event.campaignId);
  if (recorded.recordedHash !== event.hash) throw new EventConflict(event.campaignId, event.seq);
  const { recordedHash: _hash, exists: _exists, ...command } = recorded;
  return command.id === null ? null : command;
}

/** For the worker: events in the order in which they happened. */
export async function recordCampaignTransitions(
  db: Db,
  { input, transitions, now }: { input?: CampaignInput; transitions: readonly CampaignTransition[]; now: Instant },
): Promise<void> {
  for (const transition of transitions) {
    await recordCampaignTransition(db.pool, { transition, now, ...(input && { input }) });
  }
}
