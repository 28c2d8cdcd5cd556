import type { SealedEvent } from "../domain/engine/case.ts";
import type { Sight } from "../domain/rights/can.ts";
import { knownSeq, listColumns, type CaseListRow } from "./case-rows.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";
import type { CaseRow } from "./rows.ts";

export interface CaseFilter extends PageRequest {
  sight: Sight;
  now: number;
  q?: string | undefined;
  pipeline?: string | undefined;
  campaignId?: string | undefined;
  unit?: string | undefined;
  step?: string | undefined;
  status?: "open" | "closed" | "overdue" | undefined;
}

const listStatement = statement(`
SELECT ${listColumns("c")} FROM "Case" c
WHERE ($1::text[] IS NULL OR c."parties" && $1)
  AND ($2::text IS NULL OR c."searchKey" LIKE '%' || $2 || '%')
  AND ($3::text IS NULL OR c."pipelineId" = $3)
  AND ($4::text IS NULL OR c."campaignId" = $4)
  AND ($5::text IS NULL OR c."unitCode" = $5)
  AND ($6::text IS NULL OR c."step" = $6)
  AND CASE $7::text WHEN 'open' THEN c."outcome" IS NULL WHEN 'closed' THEN c."outcome" IS NOT NULL
        WHEN 'overdue' THEN c."outcome" IS NULL AND c."dueAt" <= $8::timestamptz ELSE true END
  AND ($9::int IS NULL OR (-c."year", c."id") > (-$9::int, $10::text))
ORDER BY c."year" DESC, c."id" LIMIT $11`);

/** Cases in sight, newest year first. */
export async function listCases(db: Db, filter: CaseFilter): Promise<Page<CaseListRow>> {
  const limit = limitOf(filter);
  const [year, id] = decodeCursor(filter.cursor, "int", "text") ?? [null, null];
  const rows = await run<CaseListRow>(
    db.pool,
    listStatement,
    filter.sight.all ? null : filter.sight.units,
    searchKey(filter.q),
    filter.pipeline ?? null,
    filter.campaignId ?? null,
    filter.unit ?? null,
    filter.step ?? null,
    filter.status ?? null,
    iso(filter.now),
    year,
    id,
    limit + 1,
  );
  return pageOf(rows, limit, (row) => [row.year, row.id]);
}

export interface FullCase extends CaseRow, CaseListRow {
  /** Highest seq up to which every event is here; below `seq` while a settle is outstanding. */
  knownSeq: number;
}

const caseStatement = statement(`
SELECT ${listColumns("c")}, c."state", c."input", ${knownSeq("CaseEvent", "caseId")} AS "knownSeq"
FROM "Case" c WHERE c."id" = $1`);

export async function getCase(db: Db, id: string): Promise<FullCase | null> {
  const [row] = await run<FullCase>(db.pool, caseStatement, id);
  return row ?? null;
}

const casesStatement = statement(`
SELECT ${listColumns("c")}, c."state", c."input" FROM "Case" c WHERE c."id" = ANY ($1::text[])`);

/** Several cases at once, by id; one that is not there is not in it. */
export async function casesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow & CaseListRow>> {
  const rows = ids.length === 0 ? [] : await run<CaseRow & CaseListRow>(db.pool, casesStatement, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

const eventsStatement = statement(`
SELECT e."body" FROM "CaseEvent" e WHERE e."caseId" = $1 AND ($2::int IS NULL OR e."seq" < $2)
ORDER BY e."seq" DESC LIMIT $3`);

/** The processing log, newest first. */
export async function listEvents(db: Db, caseId: string, page: PageRequest): Promise<Page<SealedEvent>> {
  const limit = limitOf(page);
  const [before] = decodeCursor(page.cursor, "int") ?? [null];
  const rows = await run<{ body: SealedEvent }>(db.pool, eventsStatement, caseId, before, limit + 1);
  return pageOf(
    rows.map(({ body }) => body),
    limit,
    (event) => [event.seq],
  );
}

const movesStatement = statement(`
SELECT e."body" FROM "CaseEvent" e WHERE e."caseId" = $1 AND e."body" ? 'to' ORDER BY e."seq"`);

/** Events that led from step to step, oldest first. */
export async function movesOf(db: Db, caseId: string): Promise<SealedEvent[]> {
  const rows = await run<{ body: SealedEvent }>(db.pool, movesStatement, caseId);
  return rows.map(({ body }) => body);
}

export interface NumberRow {
  step: string;
  /** Event that gave it. */
  seq: number;
  symbol: string;
  /** YYYY-MM-DD. */
  date: string;
}

const numbersStatement = statement(`
SELECT n."step", n."seq", n."symbol", to_char(n."date", 'YYYY-MM-DD') AS "date" FROM "DocumentNumber" n
WHERE n."caseId" = $1 ORDER BY n."seq"`);

export const numbersOf = (db: Db, caseId: string): Promise<NumberRow[]> =>
  run<NumberRow>(db.pool, numbersStatement, caseId);
