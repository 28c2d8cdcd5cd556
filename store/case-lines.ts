import type { CaseInput, CaseState, SealedEvent } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { run, statement } from "./query.ts";

const saidStatement = statement(`
SELECT e."body" FROM "CaseEvent" e WHERE e."caseId" = $1 AND (e."type" IN ('opinion-given', 'lines-decided',
  'lines-resolved', 'clarification-asked') OR e."body"->'data' ? 'proposals') ORDER BY e."seq"`);

/** Events in which something was said of single lines, oldest first. */
export async function lineEventsOf(db: Db, caseId: string): Promise<SealedEvent[]> {
  const rows = await run<{ body: SealedEvent }>(db.pool, saidStatement, caseId);
  return rows.map(({ body }) => body);
}

export interface ListOfLines {
  id: string;
  input: CaseInput;
  state: CaseState;
  /** Lines whose money this list was the last to speak of. */
  lines: string[];
}

const listsStatement = statement(`
WITH latest AS (
  SELECT DISTINCT ON (e."lineId") e."lineId", e."caseId" FROM "MoneyEvent" e JOIN "Case" c ON c."id" = e."caseId"
  WHERE e."lineId" = ANY ($1::text[]) AND c."pipelineId" = 'funding-list' ORDER BY e."lineId", e."seq" DESC
)
SELECT c."id", c."input", c."state", array_agg(l."lineId") AS "lines"
FROM latest l JOIN "Case" c ON c."id" = l."caseId" GROUP BY c."id", c."input", c."state"`);

/** The lists on which these lines stand. */
export const listsOfLines = (db: Db, lines: readonly string[]): Promise<ListOfLines[]> =>
  run<ListOfLines>(db.pool, listsStatement, lines);

const papersStatement = statement(`
SELECT DISTINCT ON (a."lineId") a."lineId", a."document" FROM "Allocation" a
WHERE a."lineId" = ANY ($1::text[]) AND a."kind" = 'assigned' ORDER BY a."lineId", a."at" DESC`);

export async function assigningPapers(db: Db, lines: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ lineId: string; document: string }>(db.pool, papersStatement, lines);
  return new Map(rows.map(({ lineId, document }) => [lineId, document]));
}

export interface DuplicateRow {
  lineId: string;
  requestId: string;
  title: string;
  amount: string;
}

const duplicatesStatement = statement(`
SELECT l."id" AS "lineId", o."requestId", o."title", o."requested" AS "amount" FROM "FundingLine" l
JOIN "FundingLine" o ON (o."taskCode", o."sourceCode", o."year") = (l."taskCode", l."sourceCode", l."year")
  AND o."requestId" <> l."requestId" AND NOT o."withdrawn" AND NOT o."settled"
WHERE l."id" = ANY ($1::text[]) ORDER BY o."id" LIMIT 1000`);

/** Other open requests for the same task, source and year (vietnam.md §8.3.8). */
export const duplicatesOfLines = (db: Db, lines: readonly string[]): Promise<DuplicateRow[]> =>
  run<DuplicateRow>(db.pool, duplicatesStatement, lines);

export interface DeferredMemberRow {
  caseId: string;
  unitCode: string;
  unitName: string;
  content: { hash: string; body: unknown };
  /** Those of its lines that were taken off an earlier list. */
  lines: string[];
}

const deferredStatement = statement(`
SELECT c."id" AS "caseId", c."unitCode", u."name" AS "unitName", array_agg(l."id" ORDER BY l."id") AS "lines",
  jsonb_build_object('hash', v."hash", 'body', v."body") AS "content"
FROM "FundingLine" l JOIN "Case" c ON c."id" = l."requestId" JOIN "Unit" u ON u."code" = c."unitCode"
JOIN "ContentVersion" v ON v."id" = (c."state"->'content'->>'id')::uuid
WHERE l."deferred" AND NOT l."withdrawn" AND l."window" = $1 AND l."year" = ANY ($2::int[])
GROUP BY c."id", c."unitCode", u."name", v."hash", v."body" ORDER BY c."id"`);

/** Requests of which earlier lists of the same window left lines to the next one. */
export const deferredMembers = (db: Db, window: string, years: readonly number[]): Promise<DeferredMemberRow[]> =>
  run<DeferredMemberRow>(db.pool, deferredStatement, window, years);
