import type { Answer, LineDecision, LineState } from "../domain/engine/case.ts";
import { answersOf } from "../domain/funding/answers.ts";
import type { Db } from "./db.ts";
import { run, statement } from "./query.ts";

const linesStatement = statement(`SELECT l."id" FROM "FundingLine" l WHERE l."requestId" = $1 ORDER BY l."id"`);

/** Lines of a request, those it no longer asks for included. */
export async function lineIdsOfRequest(db: Db, requestId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(db.pool, linesStatement, requestId);
  return rows.map(({ id }) => id);
}

interface Row {
  lines: LineState[];
  document: string | null;
  decisions: LineDecision[];
  requests: { id: string; requestId: string }[];
}

const answerStatement = statement(`
SELECT c."state"->'lines' AS "lines",
  (SELECT n."symbol" FROM "DocumentNumber" n WHERE n."caseId" = c."id" ORDER BY n."seq" DESC LIMIT 1) AS "document",
  (SELECT coalesce(jsonb_agg(d."value" ORDER BY e."seq", d."place"), '[]') FROM "CaseEvent" e,
     jsonb_array_elements(e."body"->'data'->'decisions') WITH ORDINALITY AS d("value", "place")
   WHERE e."caseId" = c."id" AND e."type" = 'lines-decided') AS "decisions",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l."id", 'requestId', l."requestId")), '[]') FROM "FundingLine" l
   WHERE l."id" IN (SELECT x."value"->>'id' FROM jsonb_array_elements(c."state"->'lines') x)) AS "requests"
FROM "Case" c WHERE c."id" = $1 AND c."outcome" = 'completed'`);

/**
 * What an issued list answers to each of its requests. null while the decision has not been recorded with its number:
 * the list's workflow may tell of it before whoever sent the command has settled it.
 */
export async function answersOfList(db: Db, listId: string): Promise<ReadonlyMap<string, Answer> | null> {
  const [row] = await run<Row>(db.pool, answerStatement, listId);
  const document = row?.document ?? null;
  if (!row || document === null) return null;
  const { lines, decisions } = row;
  const requestOf = new Map(row.requests.map(({ id, requestId }) => [id, requestId]));
  const answers = answersOf({ lines, decisions, requestOf });
  return new Map([...answers].map(([request, told]) => [request, { document, lines: told }]));
}
