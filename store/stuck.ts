import { localDate } from "../domain/calendar/index.ts";
import type { Instant } from "../domain/engine/case.ts";
import { fourEyesKinds } from "../domain/engine/verbs.ts";
import type { Db } from "./db.ts";
import { iso, run, statement } from "./query.ts";

/** A case by its name: whoever pages through what is stuck looks up only what is shown. */
export interface StuckCase {
  id: string;
  since: Instant;
}

const overdueStatement = statement(`
SELECT c."id", c."dueAt" AS "since" FROM "Case" c
WHERE c."outcome" IS NULL AND c."dueAt" <= $1::timestamptz ORDER BY c."dueAt", c."id" LIMIT $2`);

/** Past due without action; a property beside the status. */
export const overdueCases = (db: Db, { now, limit }: { now: Instant; limit: number }): Promise<StuckCase[]> =>
  run<StuckCase>(db.pool, overdueStatement, iso(now), limit);

export interface UnstaffedCase extends StuckCase {
  cause: "nobody-holds-post" | "only-holder-is-author";
}

// Where four eyes decide, an author among the holders does not count. What is put aside waits for nobody, and a step at
// which nobody at all may act has no row in the inbox: an await, work of the system, or a party that no unit fills.
const nobodyStatement = statement(`
WITH open AS (
  SELECT c."id", c."enteredAt", c."state"->'authors' AS "authors",
    c."input"->'pipeline'->'steps'->c."step"->>'kind' = ANY ($3::text[]) AS "decides"
  FROM "Case" c WHERE c."outcome" IS NULL AND coalesce(c."state"->'aside', 'null') = 'null'
    AND c."input"->'pipeline'->'steps'->c."step"->>'kind' NOT IN ('await', 'task', 'branch', 'end')
), able AS (
  SELECT o."id", o."enteredAt", count(DISTINCT p."personId") AS "holders",
    count(DISTINCT p."personId") FILTER (WHERE NOT o."decides" OR NOT (o."authors" ? p."personId")) AS "free"
  FROM open o JOIN "Case" c ON c."id" = o."id"
  LEFT JOIN "InboxItem" i ON i."caseId" = c."id" AND i."seq" = c."seq"
  LEFT JOIN "Post" p ON p."unitCode" = i."unitCode" AND p."role" = i."role" AND p."from" <= $1::date
    AND (p."to" IS NULL OR p."to" > $1::date) AND (i."personId" = '' OR i."personId" = p."personId")
  GROUP BY o."id", o."enteredAt"
)
SELECT a."id", a."enteredAt" AS "since",
  CASE WHEN a."holders" = 0 THEN 'nobody-holds-post' ELSE 'only-holder-is-author' END AS "cause"
FROM able a WHERE a."free" = 0 ORDER BY a."enteredAt", a."id" LIMIT $2`);

/** Open cases whose present step nobody can take, and why. */
export const casesNobodyCanTake = (db: Db, { now, limit }: { now: Instant; limit: number }): Promise<UnstaffedCase[]> =>
  run<UnstaffedCase>(db.pool, nobodyStatement, localDate(now), limit, [...fourEyesKinds]);

const pastStatement = statement(`
SELECT c."id", c."updatedAt" AS "since" FROM "Case" c JOIN "Campaign" k ON k."id" = c."campaignId"
WHERE c."outcome" IS NULL AND k."kind" = 'annual-report' AND k."status" IN ('published', 'archived')
  AND c."input"->'pipeline'->'steps'->c."step"->>'kind' = 'await' AND c."updatedAt" < $1::timestamptz
ORDER BY c."updatedAt", c."id" LIMIT $2`);

/** Waits for the milestone of a cycle that has none left to tell. */
export const casesOfPastCycles = (
  db: Db,
  { olderThan, limit }: { olderThan: Instant; limit: number },
): Promise<StuckCase[]> => run<StuckCase>(db.pool, pastStatement, iso(olderThan), limit);

export interface UnsettledCommand {
  subjectKind: "case" | "campaign";
  subjectId: string;
  since: Instant;
  settleTries: number;
  lastError: string | null;
}

const unsettledStatement = statement(`
SELECT k."subjectKind", k."subjectId", k."claimedAt" AS "since", k."settleTries", k."lastError" FROM "Command" k
WHERE k."settledAt" IS NULL AND k."claimedAt" <= $1::timestamptz ORDER BY k."claimedAt", k."id" LIMIT $2`);

/** Oldest first; a subject may have several. */
export const unsettledCommands = (
  db: Db,
  { olderThan, limit }: { olderThan: Instant; limit: number },
): Promise<UnsettledCommand[]> => run<UnsettledCommand>(db.pool, unsettledStatement, iso(olderThan), limit);

const openIdsStatement = statement(`
SELECT c."id" FROM "Case" c WHERE c."outcome" IS NULL AND ($1::text IS NULL OR c."id" > $1) ORDER BY c."id" LIMIT $2`);

/** Ids of open cases, for comparing with the engine page by page. */
export async function openCaseIds(db: Db, after: string | null, limit: number): Promise<string[]> {
  const rows = await run<{ id: string }>(db.pool, openIdsStatement, after, limit);
  return rows.map(({ id }) => id);
}

const openCampaignsStatement = statement(`
SELECT c."id" FROM "Campaign" c WHERE c."status" <> 'archived' ORDER BY c."year" DESC, c."id" LIMIT 100`);

export async function openCampaignIds(db: Db): Promise<string[]> {
  const rows = await run<{ id: string }>(db.pool, openCampaignsStatement);
  return rows.map(({ id }) => id);
}

/** Where the records say that a case or a campaign stands. */
export interface RecordState {
  kind: "case" | "campaign";
  id: string;
  closed: boolean;
  /** When it came to stand there. */
  at: Instant;
}

const recordsStatement = statement(`
SELECT 'case' AS "kind", c."id", c."outcome" IS NOT NULL AS "closed", c."updatedAt" AS "at"
FROM "Case" c WHERE c."id" = ANY ($1::text[])
UNION ALL
SELECT 'campaign', c."id", c."status" = 'archived', e."at" FROM "Campaign" c
JOIN "CampaignEvent" e ON e."campaignId" = c."id" AND e."seq" = c."seq" WHERE c."id" = ANY ($2::text[])`);

export const recordsOf = (db: Db, ids: { cases: string[]; campaigns: string[] }): Promise<RecordState[]> =>
  run<RecordState>(db.pool, recordsStatement, ids.cases, ids.campaigns);
