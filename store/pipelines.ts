import type { Instant } from "../domain/engine/case.ts";
import type { Pipeline } from "../domain/engine/pipeline.ts";
import { hashOf } from "../domain/engine/seal.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement, type Queryable } from "./query.ts";

export interface PipelineVersionRow {
  id: string;
  version: number;
  hash: string;
  table: Pipeline;
  publishedAt: Instant;
  /** null: shipped with the program. */
  publishedBy: string | null;
  publishedByName: string | null;
  reason: string;
  /** Open cases that run with this version. */
  openCases: number;
}

const columns = `p."id", p."version", p."hash", p."table", p."publishedAt", p."publishedBy", p."publishedByName",
  p."reason", (SELECT count(*)::int FROM "Case" c WHERE c."outcome" IS NULL AND c."pipelineId" = p."id"
    AND c."pipelineVersion" = p."version") AS "openCases"`;

const latestStatement = statement(`
SELECT DISTINCT ON (p."id") ${columns} FROM "PipelineVersion" p WHERE ($1::text IS NULL OR p."id" > $1)
ORDER BY p."id", p."version" DESC LIMIT $2`);

/** Every pipeline in its latest version. */
export async function latestPipelines(db: Db, request: PageRequest): Promise<Page<PipelineVersionRow>> {
  const limit = limitOf(request);
  const [after] = decodeCursor(request.cursor, "text") ?? [null];
  const rows = await run<PipelineVersionRow>(db.pool, latestStatement, after, limit + 1);
  return pageOf(rows, limit, (row) => [row.id]);
}

const versionsStatement = statement(`
SELECT ${columns} FROM "PipelineVersion" p WHERE p."id" = $1 AND ($2::int IS NULL OR p."version" < $2)
ORDER BY p."version" DESC LIMIT $3`);

export async function pipelineVersions(db: Db, id: string, request: PageRequest): Promise<Page<PipelineVersionRow>> {
  const limit = limitOf(request);
  const [before] = decodeCursor(request.cursor, "int") ?? [null];
  const rows = await run<PipelineVersionRow>(db.pool, versionsStatement, id, before, limit + 1);
  return pageOf(rows, limit, (row) => [row.version]);
}

const versionStatement = statement(`
SELECT ${columns} FROM "PipelineVersion" p WHERE p."id" = $1 AND p."version" = $2`);

export async function pipelineVersion(db: Db, id: string, version: number): Promise<PipelineVersionRow | null> {
  const [row] = await run<PipelineVersionRow>(db.pool, versionStatement, id, version);
  return row ?? null;
}

export interface StepCount {
  step: string;
  open: number;
  overdue: number;
}

const countsStatement = statement(`
SELECT c."step", count(*)::int AS "open", count(*) FILTER (WHERE c."dueAt" <= $3::timestamptz)::int AS "overdue"
FROM "Case" c WHERE c."outcome" IS NULL AND c."pipelineId" = $1 AND c."pipelineVersion" = $2
GROUP BY c."step" ORDER BY c."step"`);

/** Open cases of a version by the step they are at. */
export const countsAtSteps = (db: Db, id: string, version: number, now: Instant): Promise<StepCount[]> =>
  run<StepCount>(db.pool, countsStatement, id, version, iso(now));

const tableStatement = statement(`SELECT p."table" FROM "PipelineVersion" p WHERE p."id" = $1 AND p."version" = $2`);

export async function publishedTable(db: Queryable, id: string, version: number): Promise<Pipeline | null> {
  const [row] = await run<{ table: Pipeline }>(db, tableStatement, id, version);
  return row?.table ?? null;
}

const inUseStatement = statement(`
SELECT p."table" FROM "PipelineVersion" p
WHERE p."version" = (SELECT max(l."version") FROM "PipelineVersion" l WHERE l."id" = p."id")
  OR EXISTS (SELECT 1 FROM "Case" c WHERE c."outcome" IS NULL AND c."pipelineId" = p."id"
    AND c."pipelineVersion" = p."version")
ORDER BY p."id", p."version"`);

/** Tables that new cases take, and those that open cases still run with. */
export async function tablesInUse(db: Db): Promise<Pipeline[]> {
  return (await run<{ table: Pipeline }>(db.pool, inUseStatement)).map(({ table }) => table);
}

const allTablesStatement = statement(`SELECT p."table" FROM "PipelineVersion" p`);

/** Every version there is, by "id@version": some tens of tables of a few kB. */
export async function publishedTables(db: Db): Promise<ReadonlyMap<string, Pipeline>> {
  const rows = await run<{ table: Pipeline }>(db.pool, allTablesStatement);
  return new Map(rows.map(({ table }) => [`${table.id}@${table.version}`, table]));
}

const validStatement = statement(`
SELECT p."table" FROM "PipelineVersion" p WHERE p."id" = $1
ORDER BY p."publishedAt" <= $2::timestamptz DESC, CASE WHEN p."publishedAt" <= $2::timestamptz THEN -p."version"
  ELSE p."version" END LIMIT 1`);

/**
 * The table in force at an instant: the newest version published by then, else the first one there is. The same
 * instant gives the same table for ever, however often a batch is repeated.
 */
export async function tableInForce(db: Db, id: string, at: Instant): Promise<Pipeline> {
  const [row] = await run<{ table: Pipeline }>(db.pool, validStatement, id, iso(at));
  if (!row) throw new Error(`no version of pipeline ${id} has been published`);
  return row.table;
}

export interface Publication {
  /** Its version is set here. */
  table: Pipeline;
  /** Latest version the change was made on; 0 for a pipeline that is new. */
  basedOn: number;
  by: { personId: string; name: string };
  reason: string;
  now: Instant;
}

/** The version that is the latest instead, and who published it; `by` null: shipped with the program, or none at all. */
export interface Latest {
  latest: number;
  by: string | null;
  at: Instant | null;
}

export type PublishResult =
  { kind: "published"; row: PipelineVersionRow } | { kind: "unchanged" } | ({ kind: "moved-on" } & Latest);

const latestOf = statement(`
SELECT p."version", p."table", p."publishedByName" AS "by", p."publishedAt" AS "at" FROM "PipelineVersion" p
WHERE p."id" = $1 ORDER BY p."version" DESC LIMIT 1`);

interface LatestRow {
  version: number;
  table: Pipeline;
  by: string | null;
  at: Instant;
}

async function latestRow(db: Db, id: string): Promise<LatestRow | undefined> {
  const [row] = await run<LatestRow>(db.pool, latestOf, id);
  return row;
}

const movedOn = (row: LatestRow | undefined): PublishResult => ({
  kind: "moved-on",
  latest: row?.version ?? 0,
  by: row?.by ?? null,
  at: row?.at ?? null,
});

const insertStatement = statement(`
INSERT INTO "PipelineVersion" ("id", "version", "hash", "table", "publishedAt", "publishedBy", "publishedByName",
  "reason")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING "version"`);

/** Two who publish at once: the second is told, since its change was made on a table that is not the latest any more. */
export async function publishPipeline(db: Db, publication: Publication): Promise<PublishResult> {
  const { basedOn, by, reason, now } = publication;
  const { id } = publication.table;
  const latest = await latestRow(db, id);
  const known = latest?.version ?? 0;
  if (known !== basedOn) return movedOn(latest);
  const table = { ...publication.table, version: known + 1 };
  const same = latest && hashOf({ ...latest.table, version: 0 }) === hashOf({ ...table, version: 0 });
  if (same) return { kind: "unchanged" };
  const values = [id, table.version, hashOf(table), JSON.stringify(table), iso(now), by.personId, by.name, reason];
  const [inserted] = await run<{ version: number }>(db.pool, insertStatement, ...values);
  const row = inserted ? await pipelineVersion(db, id, table.version) : null;
  return row ? { kind: "published", row } : movedOn(await latestRow(db, id));
}
