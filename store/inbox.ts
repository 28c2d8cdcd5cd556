import type { ActingFor } from "../domain/delegation/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import { listColumns, type CaseListRow } from "./case-rows.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface InboxRow extends CaseListRow {
  post: PostRef;
  reassigned: boolean;
  /** Whose post it is, where the reader acts for somebody. */
  onBehalfOf: string | null;
}

/** Work without a due date comes last. */
const NEVER = 8_640_000_000_000_000;

/** In whose posts somebody reads: one's own, and those one acts for today. */
export interface Reader {
  personId: string;
  posts: readonly PostRef[];
  actingFor?: readonly ActingFor[];
}

const own = (posts: readonly PostRef[], personId: string) => posts.map((post) => ({ ...post, personId }));

/** A Reader as the parameter of a list. */
export const reachOf = ({ personId, posts, actingFor = [] }: Reader): string =>
  JSON.stringify([
    ...own(posts, personId),
    ...actingFor.map(({ holder, pipelines, from }) => ({
      ...holder.post,
      personId: holder.personId,
      holder: holder.name,
      since: iso(from),
      ...(pipelines.length > 0 && { pipelines }),
    })),
  ]);

/** `holder` is null in one's own posts. */
const reach = (parameter: string): string => `jsonb_to_recordset(${parameter}::jsonb)
    AS p("unit" text, "role" text, "personId" text, "holder" text, "since" timestamptz, "pipelines" jsonb)`;

/**
 * Notices `n` of a reader: what reaches a post reaches whoever acts in it, from the day on which they do, and in the
 * pipelines they do it for; what was told to a person about no case stays that person's.
 */
export const addressed = `
  JOIN ${reach("$1")} ON p."unit" = n."unitCode" AND p."role" = n."role" AND (n."personId" = '' OR n."personId" = p."personId")
    AND (p."holder" IS NULL OR (n."caseId" IS NOT NULL AND n."at" >= p."since" AND (p."pipelines" IS NULL
      OR p."pipelines" ? (SELECT c."pipelineId" FROM "Case" c WHERE c."id" = n."caseId"))))`;

const mine = `
  JOIN "Case" c ON c."id" = i."caseId" AND c."seq" = i."seq" AND c."outcome" IS NULL
  JOIN ${reach("$1")} ON p."unit" = i."unitCode" AND p."role" = i."role"
  WHERE (i."personId" = '' OR i."personId" = p."personId") AND (p."pipelines" IS NULL OR p."pipelines" ? c."pipelineId")`;

const inboxStatement = statement(`
SELECT ${listColumns("c")}, jsonb_build_object('unit', m."unitCode", 'role', m."role") AS "post", m."reassigned",
  m."holder" AS "onBehalfOf"
FROM (SELECT DISTINCT ON (i."caseId") i.*, p."holder" FROM "InboxItem" i ${mine}
  ORDER BY i."caseId", p."holder" NULLS FIRST, i."unitCode", i."role") m
JOIN "Case" c ON c."id" = m."caseId"
WHERE $2::timestamptz IS NULL OR (coalesce(c."dueAt", 'infinity'), c."id") > ($2::timestamptz, $3::text)
ORDER BY coalesce(c."dueAt", 'infinity'), c."id" LIMIT $4`);

/** Open work of these posts, most urgent first; a case that lies with two of them is one row, by one's own right first. */
export async function listInbox(
  db: Db,
  { cursor, limit: wanted, ...reader }: PageRequest & Reader,
): Promise<Page<InboxRow>> {
  const limit = limitOf({ limit: wanted });
  const [due, id] = decodeCursor(cursor, "instant", "text") ?? [null, null];
  const after = due === NEVER ? "infinity" : iso(due);
  const rows = await run<InboxRow>(db.pool, inboxStatement, reachOf(reader), after, id, limit + 1);
  return pageOf(rows, limit, (row) => [row.dueAt ?? NEVER, row.id]);
}

export interface DraftToWrite {
  id: string;
  title: string;
  dueAt: Instant | null;
}

const draftsStatement = statement(`
SELECT c."id", c."title", c."dueAt"
FROM (SELECT DISTINCT i."caseId" FROM "InboxItem" i ${mine}
  AND c."position" = 'drafting' AND c."input" #>> ARRAY['pipeline', 'steps', c."step", 'kind'] = 'submit') m
JOIN "Case" c ON c."id" = m."caseId" JOIN "Draft" d ON d."caseId" = c."id"
ORDER BY coalesce(c."dueAt", 'infinity'), c."id" LIMIT $2`);

/** Papers that lie with these posts to be drafted, the most urgent first, however much other work there is. */
export const draftsOf = (db: Db, { limit, ...reader }: Reader & { limit: number }): Promise<DraftToWrite[]> =>
  run<DraftToWrite>(db.pool, draftsStatement, reachOf(reader), limit);

export const postArrays = (posts: readonly PostRef[]): [string[], string[]] => [
  posts.map((post) => post.unit),
  posts.map((post) => post.role),
];

/** What nobody has read for longer than that is not news, and is not counted over and over. */
const NEWS_DAYS = 60;

export interface Home {
  waiting: number;
  overdue: number;
  unread: number;
  nextDueAt: number | null;
  campaignId: string | null;
}

const homeStatement = statement(`
WITH mine AS (SELECT DISTINCT c."id", c."dueAt" FROM "InboxItem" i ${mine})
SELECT (SELECT count(*)::int FROM mine) AS "waiting",
  (SELECT count(*)::int FROM mine WHERE "dueAt" <= $3::timestamptz) AS "overdue",
  (SELECT min("dueAt") FROM mine WHERE "dueAt" > $3::timestamptz) AS "nextDueAt",
  (SELECT count(DISTINCT n."id")::int FROM "Notice" n ${addressed}
     WHERE n."at" > $3::timestamptz - interval '${NEWS_DAYS} days'
       AND NOT EXISTS (SELECT 1 FROM "NoticeRead" r WHERE r."noticeId" = n."id" AND r."personId" = $2)) AS "unread",
  (SELECT "id" FROM "Campaign" WHERE "kind" = 'annual-report' AND "status" <> 'archived' ORDER BY "year" DESC LIMIT 1)
    AS "campaignId"`);

/** The numbers of the first screen. */
export async function homeOf(db: Db, { now, ...reader }: Reader & { now: number }): Promise<Home> {
  const [row] = await run<Home>(db.pool, homeStatement, reachOf(reader), reader.personId, iso(now));
  return row as Home;
}
