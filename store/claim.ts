import type { Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { commandColumns, type CommandRow } from "./rows.ts";

export interface Claim {
  /** Id of the command, made by the sender. */
  id: string;
  subjectKind: "case" | "campaign";
  subjectId: string;
  verb: string;
  personId: string;
  payloadHash: string;
  /** The command as it will be sent to the workflow. */
  envelope: unknown;
  /** Content that the command freezes; its id is the command's. */
  content?: { hash: string; body: unknown; createdBy: string };
  now: Instant;
}

export type ClaimResult =
  /** `envelope`: what is to be sent, where the claim itself completed it. */
  { kind: "claimed"; envelope?: unknown } | { kind: "known"; command: CommandRow } | { kind: "payload-differs" };

// xmax = 0 tells a row just inserted from one that was there.
const claimStatement = statement(`
WITH p AS (
  SELECT * FROM jsonb_to_record($1::jsonb) AS x(
    "id" uuid, "subjectKind" text, "subjectId" text, "verb" text, "personId" text, "payloadHash" text,
    "envelope" jsonb, "now" timestamptz, "contentHash" text, "contentBody" jsonb, "contentBy" text)
), claimed AS (
  INSERT INTO "Command" AS c ("id", "subjectKind", "subjectId", "verb", "personId", "payloadHash", "envelope",
    "claimedAt", "lastAttemptAt")
  SELECT "id", "subjectKind", "subjectId", "verb", "personId", "payloadHash", "envelope", "now", "now" FROM p
  ON CONFLICT ("id") DO UPDATE SET "lastAttemptAt" = greatest(c."lastAttemptAt", excluded."lastAttemptAt")
    WHERE c."settledAt" IS NULL AND (c."payloadHash", c."personId", c."subjectId")
      = (excluded."payloadHash", excluded."personId", excluded."subjectId")
  RETURNING c.*, (xmax = 0) AS "fresh"
), frozen AS (
  INSERT INTO "ContentVersion" ("id", "caseId", "hash", "body", "createdBy", "createdAt")
  SELECT p."id", p."subjectId", p."contentHash", p."contentBody", p."contentBy", p."now"
  FROM p JOIN claimed ON claimed."fresh" WHERE p."contentHash" IS NOT NULL
)
SELECT ${commandColumns("claimed")}, "fresh" FROM claimed`);

const knownStatement = statement(`SELECT ${commandColumns("c")} FROM "Command" c WHERE c."id" = $1`);

/**
 * Writes down that a command is about to be sent (design.md §8.2). A repeat of an unsettled one stamps its last
 * attempt, so that nobody declares it dead while it is under way again.
 */
export const claim = (db: Db, request: Claim): Promise<ClaimResult> => claimWith(db.pool, request);

/** The same within the caller's transaction, for what must be taken together with the claim (claim-at-stake.ts). */
export async function claimWith(db: Queryable, request: Claim): Promise<ClaimResult> {
  const { content, now, ...rest } = request;
  const row = { ...rest, now: iso(now), ...(content && contentColumns(content)) };
  const [claimed] = await run<CommandRow & { fresh: boolean }>(db, claimStatement, JSON.stringify(row));
  if (!claimed) return known(db, request);
  const { fresh, ...command } = claimed;
  return fresh ? { kind: "claimed" } : { kind: "known", command };
}

const contentColumns = ({ hash, body, createdBy }: NonNullable<Claim["content"]>) => ({
  contentHash: hash,
  contentBody: body,
  contentBy: createdBy,
});

async function known(db: Queryable, { id, payloadHash, personId, subjectId }: Claim): Promise<ClaimResult> {
  const [command] = await run<CommandRow>(db, knownStatement, id);
  const same = command?.payloadHash === payloadHash && command.personId === personId && command.subjectId === subjectId;
  return same ? { kind: "known", command } : { kind: "payload-differs" };
}

export async function getCommand(db: Db, id: string): Promise<CommandRow | null> {
  const [row] = await run<CommandRow>(db.pool, knownStatement, id);
  return row ?? null;
}
