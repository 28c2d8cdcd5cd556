import type { Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export type SubjectKind = "case" | "campaign";
export type ItemOutcome = "moved" | "unchanged" | "closed" | "failed";

export interface StaleSubject {
  subjectKind: SubjectKind;
  subjectId: string;
  /** Years that it was opened with; it is told no earlier ones. */
  firstYear: number | null;
}

/*
 * Who has not been told yet: open, with an older calendar in its state, and not reached by this change. One that was
 * reached but whose event is still on its way to SQL is not told again.
 */
const staleStatement = statement(`
WITH subject AS (
  SELECT 'campaign' AS "subjectKind", c."id" AS "subjectId", c."year" AS "firstYear",
    coalesce((c."state"->'revised'->>'serial')::int, (c."input"->>'calendarSerial')::int, 0) AS "knows"
  FROM "Campaign" c WHERE c."status" <> 'archived'
  UNION ALL
  SELECT 'case', c."id", (SELECT min(y::int) FROM jsonb_array_elements_text(c."input"->'calendar'->'years') AS y),
    coalesce((c."state"->'calendar'->>'serial')::int, (c."input"->'calendar'->>'serial')::int, 0)
  FROM "Case" c WHERE c."outcome" IS NULL
)
SELECT s."subjectKind", s."subjectId", s."firstYear" FROM subject s
WHERE s."knows" < $1 AND (s."subjectKind", s."subjectId") > ($2, $3)
  AND NOT EXISTS (SELECT FROM "CalendarChangeItem" i WHERE i."serial" = $1 AND i."subjectKind" = s."subjectKind"
    AND i."subjectId" = s."subjectId" AND i."outcome" <> 'failed')
ORDER BY s."subjectKind", s."subjectId" LIMIT $4`);

export type SubjectKey = readonly [SubjectKind | "", string];

export const staleSubjects = (
  db: Db,
  { serial, after, limit }: { serial: number; after: SubjectKey; limit: number },
): Promise<StaleSubject[]> => run<StaleSubject>(db.pool, staleStatement, serial, after[0], after[1], limit);

export interface ItemResult {
  subjectKind: SubjectKind;
  subjectId: string;
  outcome: ItemOutcome;
  dueFrom: Instant | null;
  dueTo: Instant | null;
  error: string | null;
}

const putStatement = statement(`
INSERT INTO "CalendarChangeItem" AS i ("serial", "subjectKind", "subjectId", "outcome", "dueFrom", "dueTo", "error", "at")
SELECT $1, x.*, $3::timestamptz FROM jsonb_to_recordset($2::jsonb) AS x("subjectKind" text, "subjectId" text,
  "outcome" text, "dueFrom" timestamptz, "dueTo" timestamptz, "error" text)
ON CONFLICT ("serial", "subjectKind", "subjectId") DO UPDATE
  SET ("outcome", "dueFrom", "dueTo", "error", "tries", "at") = ROW(excluded."outcome", excluded."dueFrom",
    excluded."dueTo", excluded."error", i."tries" + 1, excluded."at")
  WHERE i."outcome" = 'failed'`);

/** Results per subject; one that was told stays told. */
export async function recordItems(
  db: Db,
  { serial, items, now }: { serial: number; items: readonly ItemResult[]; now: Instant },
): Promise<void> {
  const rows = items.map((item) => ({ ...item, dueFrom: iso(item.dueFrom), dueTo: iso(item.dueTo) }));
  await run(db.pool, putStatement, serial, JSON.stringify(rows), iso(now));
}

const beginStatement = statement(`
INSERT INTO "CalendarRollout" ("serial", "startedAt") VALUES ($1, $2::timestamptz) ON CONFLICT ("serial") DO NOTHING`);
const endStatement = statement(`
UPDATE "CalendarRollout" SET "finishedAt" = $3::timestamptz, "outcome" = $2 WHERE "serial" = $1 AND "finishedAt" IS NULL`);

export async function beginRollout(db: Db, serial: number, now: Instant): Promise<void> {
  await run(db.pool, beginStatement, serial, iso(now));
}

export async function endRollout(
  db: Db,
  { serial, outcome, now }: { serial: number; outcome: "finished" | "superseded"; now: Instant },
): Promise<void> {
  await run(db.pool, endStatement, serial, outcome, iso(now));
}

const latestStatement = statement(`SELECT coalesce(max(c."serial"), 0) AS "serial" FROM "CalendarChange" c`);

export async function latestSerial(db: Db): Promise<number> {
  const [row] = await run<{ serial: number }>(db.pool, latestStatement);
  return row?.serial ?? 0;
}

export interface ChangeItemRow extends ItemResult {
  title: string;
  unitName: string | null;
  tries: number;
  at: Instant;
}

const itemsStatement = statement(`
SELECT i."subjectKind", i."subjectId", i."outcome", i."dueFrom", i."dueTo", i."error", i."tries", i."at",
  coalesce(c."title", k."input"->'round'->>'name', i."subjectId") AS "title", u."name" AS "unitName"
FROM "CalendarChangeItem" i LEFT JOIN "Case" c ON i."subjectKind" = 'case' AND c."id" = i."subjectId"
LEFT JOIN "Campaign" k ON i."subjectKind" = 'campaign' AND k."id" = i."subjectId"
LEFT JOIN "Unit" u ON u."code" = c."unitCode"
WHERE i."serial" = $1 AND ($2::text IS NULL OR i."outcome" = $2) AND (i."subjectKind", i."subjectId") > ($3, $4)
ORDER BY i."subjectKind", i."subjectId" LIMIT $5`);

export async function listChangeItems(
  db: Db,
  query: PageRequest & { serial: number; outcome?: ItemOutcome | undefined },
): Promise<Page<ChangeItemRow>> {
  const limit = limitOf(query);
  const [kind, id] = decodeCursor(query.cursor, "text", "text") ?? ["", ""];
  const rows = await run<ChangeItemRow>(
    db.pool,
    itemsStatement,
    query.serial,
    query.outcome ?? null,
    kind,
    id,
    limit + 1,
  );
  return pageOf(rows, limit, (row) => [row.subjectKind, row.subjectId]);
}

const waitingStatement = statement(`
SELECT count(*)::int AS "count" FROM "Case" c
WHERE c."outcome" IS NULL AND jsonb_typeof(c."state"->'clock'->'missingYear') = 'number'`);

/** Open cases without a due date because a year has not been entered. */
export async function waitingForCalendar(db: Db): Promise<number> {
  const [row] = await run<{ count: number }>(db.pool, waitingStatement);
  return row?.count ?? 0;
}

const unfinishedStatement = statement(`
SELECT r."serial", (SELECT count(*)::int FROM "CalendarChangeItem" i
  WHERE i."serial" = r."serial" AND i."outcome" = 'failed') AS "failed"
FROM "CalendarRollout" r WHERE r."finishedAt" IS NULL ORDER BY r."serial" DESC LIMIT 1`);

/** The change that is still being told, if any. */
export async function unfinishedRollout(db: Db): Promise<{ serial: number; failed: number } | null> {
  const [row] = await run<{ serial: number; failed: number }>(db.pool, unfinishedStatement);
  return row ?? null;
}
