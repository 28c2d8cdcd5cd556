import type { Actor, CaseInput, CaseState, Instant } from "../domain/engine/case.ts";
import type { Expected, MigrationOrder } from "../domain/engine/command.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";
import type { CommandOutcome } from "./rows.ts";

/** What was ordered for all cases of a batch; the target is named by `pipelineId` and `toVersion`. */
export type OrderOfBatch = Pick<MigrationOrder, "renames" | "timers"> & { reason: string };

export interface MigrationRow {
  id: string;
  pipelineId: string;
  toVersion: number;
  order: OrderOfBatch;
  actor: Actor;
  createdAt: Instant;
  finishedAt: Instant | null;
  total: number;
  done: number;
  refused: number;
  notPreviewed: number;
  twoPersons: boolean;
  /** The second administrator, where one was needed and has agreed. */
  confirmer: Actor | null;
  declined: string | null;
}

/** An open case that runs with an older version. */
export interface MigratableCase {
  id: string;
  title: string;
  unitCode: string;
  state: CaseState;
  input: CaseInput;
}

const migratable = `c."outcome" IS NULL AND c."pipelineId" = $1 AND c."pipelineVersion" < $2
  AND ($3::int IS NULL OR c."pipelineVersion" = $3)`;

const candidatesStatement = statement(`
SELECT c."id", c."title", c."unitCode", c."state", c."input" FROM "Case" c
WHERE ${migratable} AND ($4::text IS NULL OR c."id" > $4) ORDER BY c."id" LIMIT $5`);

export interface Candidates extends PageRequest {
  pipelineId: string;
  toVersion: number;
  fromVersion: number | null;
}

export async function casesToMigrate(db: Db, wanted: Candidates): Promise<Page<MigratableCase>> {
  const limit = limitOf(wanted);
  const { pipelineId, toVersion, fromVersion } = wanted;
  const [after] = decodeCursor(wanted.cursor, "text") ?? [null];
  const values = [pipelineId, toVersion, fromVersion, after, limit + 1];
  const rows = await run<MigratableCase>(db.pool, candidatesStatement, ...values);
  return pageOf(rows, limit, (row) => [row.id]);
}

const countStatement = statement(`SELECT count(*)::int AS "count" FROM "Case" c WHERE ${migratable}`);

export async function countToMigrate(db: Db, wanted: Candidates): Promise<number> {
  const { pipelineId, toVersion, fromVersion } = wanted;
  const [row] = await run<{ count: number }>(db.pool, countStatement, pipelineId, toVersion, fromVersion);
  return row?.count ?? 0;
}

const chosenStatement = statement(`
SELECT c."id", c."title", c."unitCode", c."state", c."input" FROM "Case" c
WHERE ${migratable} AND c."id" = ANY ($4::text[])`);

/** Those of the chosen cases that are open and run with an older version. */
export const chosenCases = (
  db: Db,
  { pipelineId, toVersion, fromVersion }: Candidates,
  ids: readonly string[],
): Promise<MigratableCase[]> => run<MigratableCase>(db.pool, chosenStatement, pipelineId, toVersion, fromVersion, ids);

// Each case is written down as it was previewed, with the id of its command: repeating any part sends the same again.
const createStatement = statement(`
WITH made AS (
  INSERT INTO "PipelineMigration" ("id", "pipelineId", "toVersion", "order", "actor", "createdAt", "twoPersons")
  VALUES ($1::uuid, $2, $3, $4::jsonb, $5::jsonb, $6::timestamptz, $7) ON CONFLICT ("id") DO NOTHING RETURNING "id"
), told AS (
  INSERT INTO "Notice" ("id", "at", "kind", "unitCode", "role", "params", "key")
  SELECT gen_random_uuid(), $6::timestamptz, 'migration-proposed', $5::jsonb #>> '{post,unit}', 'admin',
    jsonb_build_object('by', $5::jsonb->>'name', 'title', $2::text, 'reason', $4::jsonb->>'reason'), 'migration#' || made."id"
  FROM made WHERE $7
)
INSERT INTO "PipelineMigrationItem" ("migrationId", "caseId", "commandId", "expected")
SELECT made."id", i."caseId", gen_random_uuid(), nullif(i."expected", 'null'::jsonb) FROM made,
  jsonb_to_recordset($8::jsonb) AS i("caseId" text, "expected" jsonb)`);

export interface NewMigration {
  id: string;
  pipelineId: string;
  toVersion: number;
  order: OrderOfBatch;
  actor: Actor;
  now: Instant;
  /** Waits for another administrator. */
  twoPersons: boolean;
  items: readonly { caseId: string; expected: Expected | null }[];
}

/** The same id again changes nothing and gives what was made the first time. */
export async function createMigration(db: Db, wanted: NewMigration): Promise<MigrationRow> {
  const { id, pipelineId, toVersion, order, actor, now, twoPersons, items } = wanted;
  const texts = [JSON.stringify(order), JSON.stringify(actor), iso(now)];
  const rows = JSON.stringify(items.map(({ caseId, expected }) => ({ caseId, expected })));
  await run(db.pool, createStatement, id, pipelineId, toVersion, ...texts, twoPersons, rows);
  const row = await getMigration(db, id);
  if (!row) throw new Error(`migration ${id} was not written`);
  return row;
}

const waiting = `m."twoPersons" AND m."confirmer" IS NULL AND m."declined" IS NULL`;

const confirmStatement = statement(`
UPDATE "PipelineMigration" m SET "confirmer" = $2::jsonb WHERE m."id" = $1::uuid AND ${waiting} RETURNING m."id"`);

const declineStatement = statement(`
UPDATE "PipelineMigration" m SET "declined" = $2, "finishedAt" = $3::timestamptz
WHERE m."id" = $1::uuid AND ${waiting} RETURNING m."id"`);

/** false: it does not wait for anybody (any more). */
export const confirmMigration = async (db: Db, id: string, actor: Actor): Promise<boolean> =>
  (await run(db.pool, confirmStatement, id, JSON.stringify(actor))).length === 1;

export const declineMigration = async (db: Db, id: string, reason: string, now: Instant): Promise<boolean> =>
  (await run(db.pool, declineStatement, id, reason, iso(now))).length === 1;

const counts = `(SELECT count(*)::int FROM "PipelineMigrationItem" i WHERE i."migrationId" = m."id") AS "total",
  (SELECT count(*)::int FROM "PipelineMigrationItem" i JOIN "Command" k ON k."id" = i."commandId"
   WHERE i."migrationId" = m."id" AND k."outcome" = 'accepted') AS "done",
  (SELECT count(*)::int FROM "PipelineMigrationItem" i JOIN "Command" k ON k."id" = i."commandId"
   WHERE i."migrationId" = m."id" AND k."outcome" IN ('refused', 'not-carried-out')) AS "refused",
  (SELECT count(*)::int FROM "PipelineMigrationItem" i WHERE i."migrationId" = m."id" AND i."expected" IS NULL)
    AS "notPreviewed"`;

const oneStatement = statement(`SELECT m.*, ${counts} FROM "PipelineMigration" m WHERE m."id" = $1::uuid`);

export async function getMigration(db: Db, id: string): Promise<MigrationRow | null> {
  const [row] = await run<MigrationRow>(db.pool, oneStatement, id);
  return row ?? null;
}

const listStatement = statement(`
SELECT m.*, ${counts} FROM "PipelineMigration" m
WHERE m."pipelineId" = $1 AND ($2::timestamptz IS NULL OR (m."createdAt", m."id") < ($2, $3::uuid))
ORDER BY m."createdAt" DESC, m."id" DESC LIMIT $4`);

export async function listMigrations(db: Db, pipelineId: string, request: PageRequest): Promise<Page<MigrationRow>> {
  const limit = limitOf(request);
  const [at, id] = decodeCursor(request.cursor, "instant", "uuid") ?? [null, null];
  const rows = await run<MigrationRow>(db.pool, listStatement, pipelineId, iso(at), id, limit + 1);
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}

export interface MigrationItemRow {
  caseId: string;
  title: string;
  unitCode: string;
  commandId: string;
  /** null: not what was previewed, never sent. */
  expected: Expected | null;
  /** null: not sent yet, or not settled. */
  outcome: CommandOutcome | null;
  rejection: unknown;
  lastError: string | null;
  input: CaseInput;
}

const itemColumns = `i."caseId", c."title", c."unitCode", i."commandId", i."expected", k."outcome", k."rejection",
  k."lastError", c."input"`;

const itemsStatement = statement(`
SELECT ${itemColumns} FROM "PipelineMigrationItem" i JOIN "Case" c ON c."id" = i."caseId"
LEFT JOIN "Command" k ON k."id" = i."commandId"
WHERE i."migrationId" = $1::uuid AND ($2::text IS NULL OR i."caseId" > $2) ORDER BY i."caseId" LIMIT $3`);

/** Each case of a batch with what became of its command. */
export async function migrationItems(db: Db, id: string, request: PageRequest): Promise<Page<MigrationItemRow>> {
  const limit = limitOf(request);
  const [after] = decodeCursor(request.cursor, "text") ?? [null];
  const rows = await run<MigrationItemRow>(db.pool, itemsStatement, id, after, limit + 1);
  return pageOf(rows, limit, (row) => [row.caseId]);
}

const finishStatement = statement(`
UPDATE "PipelineMigration" m SET "finishedAt" = $2::timestamptz WHERE m."id" = $1::uuid AND m."finishedAt" IS NULL`);

export async function finishMigration(db: Db, id: string, now: Instant): Promise<void> {
  await run(db.pool, finishStatement, id, iso(now));
}
