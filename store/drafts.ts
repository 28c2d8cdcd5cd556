import type { Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { iso, run, statement } from "./query.ts";

export interface DraftRow {
  caseId: string;
  version: number;
  body: unknown;
  updatedAt: Instant;
  /** null: as the system made it. */
  updatedBy: string | null;
  updatedByName: string | null;
  /** Everyone who saved it since the last content version was frozen: authors beside the submitter. */
  drafters: string[];
}

const columns = `d."caseId", d."version", d."body", d."updatedAt", d."updatedBy", d."editors" AS "drafters",
  (SELECT p."name" FROM "Person" p WHERE p."id" = d."updatedBy") AS "updatedByName"`;

const readStatement = statement(`SELECT ${columns} FROM "Draft" d WHERE d."caseId" = $1`);

export async function getDraft(db: Db, caseId: string): Promise<DraftRow | null> {
  const [row] = await run<DraftRow>(db.pool, readStatement, caseId);
  return row ?? null;
}

// Whoever wrote before the last freeze is an author of that content, not of what is written now: the list starts anew
// when the draft was last saved before it.
const saveStatement = statement(`
UPDATE "Draft" d SET "version" = d."version" + 1, "body" = $3::jsonb, "updatedAt" = $5::timestamptz, "updatedBy" = $4,
  "editors" = CASE
    WHEN EXISTS (SELECT 1 FROM "ContentVersion" v WHERE v."caseId" = d."caseId" AND v."number" IS NOT NULL
                 AND v."createdAt" > d."updatedAt") THEN ARRAY[$4]
    WHEN $4 = ANY (d."editors") THEN d."editors" ELSE d."editors" || $4 END
WHERE d."caseId" = $1 AND d."version" = $2 RETURNING ${columns}`);

export interface DraftToSave {
  caseId: string;
  /** The version the change was made on. */
  version: number;
  body: unknown;
  by: string;
  now: Instant;
}

/** Saves on the version the editor saw; `ok: false` brings the draft that was saved meanwhile. */
export async function saveDraft(
  db: Db,
  { caseId, version, body, by, now }: DraftToSave,
): Promise<{ ok: true; row: DraftRow } | { ok: false; row: DraftRow | null }> {
  const [row] = await run<DraftRow>(db.pool, saveStatement, caseId, version, JSON.stringify(body), by, iso(now));
  return row ? { ok: true, row } : { ok: false, row: await getDraft(db, caseId) };
}

export interface ContentRow {
  id: string;
  caseId: string;
  number: number;
  hash: string;
  body: unknown;
  createdBy: string;
  createdByName: string | null;
  createdAt: Instant;
}

export type ContentHead = Pick<ContentRow, "number" | "createdBy" | "createdByName" | "createdAt">;

const headsStatement = statement(`
SELECT v."number", v."createdBy", v."createdAt",
  (SELECT p."name" FROM "Person" p WHERE p."id" = v."createdBy") AS "createdByName"
FROM "ContentVersion" v WHERE v."caseId" = $1 AND v."number" IS NOT NULL ORDER BY v."number" DESC`);

/** Frozen versions of a case without their text, newest first; a case sees a handful of rounds. */
export const listContents = (db: Db, caseId: string): Promise<ContentHead[]> =>
  run<ContentHead>(db.pool, headsStatement, caseId);

const contentStatement = statement(`
SELECT v.*, (SELECT p."name" FROM "Person" p WHERE p."id" = v."createdBy") AS "createdByName"
FROM "ContentVersion" v WHERE v."caseId" = $1 AND v."number" = $2`);

export async function getContent(db: Db, caseId: string, number: number): Promise<ContentRow | null> {
  const [row] = await run<ContentRow>(db.pool, contentStatement, caseId, number);
  return row ?? null;
}
