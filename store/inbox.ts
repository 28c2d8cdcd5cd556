import type { CaseInput, Instant, PostRef } from "../domain/engine/case.ts";
import { listColumns, type CaseListRow } from "./case-rows.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface InboxRow extends CaseListRow {
  post: PostRef;
  reassigned: boolean;
}

/** Work without a due date comes last. */
const NEVER = 8_640_000_000_000_000;

const mine = (personId: string) => `
  JOIN "Case" c ON c."id" = i."caseId" AND c."seq" = i."seq" AND c."outcome" IS NULL
  JOIN unnest($1::text[], $2::text[]) AS p("unit", "role") ON p."unit" = i."unitCode" AND p."role" = i."role"
  WHERE (i."personId" = '' OR i."personId" = ${personId})`;

const inboxStatement = statement(`
SELECT ${listColumns("c")}, jsonb_build_object('unit', m."unitCode", 'role', m."role") AS "post", m."reassigned"
FROM (SELECT DISTINCT ON (i."caseId") i.* FROM "InboxItem" i ${mine("$3")} ORDER BY i."caseId", i."unitCode", i."role") m
JOIN "Case" c ON c."id" = m."caseId"
WHERE $4::timestamptz IS NULL OR (coalesce(c."dueAt", 'infinity'), c."id") > ($4::timestamptz, $5::text)
ORDER BY coalesce(c."dueAt", 'infinity'), c."id" LIMIT $6`);

/** Open work of these posts, most urgent first; a case that lies with two of them is one row. */
export async function listInbox(
  db: Db,
  { posts, personId, ...page }: PageRequest & { posts: readonly PostRef[]; personId: string },
): Promise<Page<InboxRow>> {
  const limit = limitOf(page);
  const [due, id] = decodeCursor(page.cursor, "instant", "text") ?? [null, null];
  const after = due === NEVER ? "infinity" : iso(due);
  const rows = await run<InboxRow>(db.pool, inboxStatement, ...postArrays(posts), personId, after, id, limit + 1);
  return pageOf(rows, limit, (row) => [row.dueAt ?? NEVER, row.id]);
}

export interface DraftToWrite {
  id: string;
  title: string;
  dueAt: Instant | null;
  input: CaseInput;
  body: unknown;
}

const draftsStatement = statement(`
SELECT c."id", c."title", c."dueAt", c."input", d."body"
FROM (SELECT DISTINCT i."caseId" FROM "InboxItem" i ${mine("$3")}
  AND c."pipelineId" = $4 AND c."position" = 'drafting') m
JOIN "Case" c ON c."id" = m."caseId" JOIN "Draft" d ON d."caseId" = c."id"
ORDER BY coalesce(c."dueAt", 'infinity'), c."id" LIMIT $5`);

/** Papers of one kind that lie with these posts to be drafted, the most urgent first, however much other work there is. */
export const draftsOf = (
  db: Db,
  {
    posts,
    personId,
    pipeline,
    limit,
  }: { posts: readonly PostRef[]; personId: string; pipeline: string; limit: number },
): Promise<DraftToWrite[]> =>
  run<DraftToWrite>(db.pool, draftsStatement, ...postArrays(posts), personId, pipeline, limit);

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
WITH mine AS (SELECT DISTINCT c."id", c."dueAt" FROM "InboxItem" i ${mine("$3")})
SELECT (SELECT count(*)::int FROM mine) AS "waiting",
  (SELECT count(*)::int FROM mine WHERE "dueAt" <= $4::timestamptz) AS "overdue",
  (SELECT min("dueAt") FROM mine WHERE "dueAt" > $4::timestamptz) AS "nextDueAt",
  (SELECT count(*)::int FROM "Notice" n
     JOIN unnest($1::text[], $2::text[]) AS p("unit", "role") ON p."unit" = n."unitCode" AND p."role" = n."role"
     WHERE (n."personId" = '' OR n."personId" = $3) AND n."at" > $4::timestamptz - interval '${NEWS_DAYS} days'
       AND NOT EXISTS (SELECT 1 FROM "NoticeRead" r WHERE r."noticeId" = n."id" AND r."personId" = $3)) AS "unread",
  (SELECT "id" FROM "Campaign" WHERE "status" <> 'archived' ORDER BY "year" DESC LIMIT 1) AS "campaignId"`);

/** The numbers of the first screen. */
export async function homeOf(
  db: Db,
  { posts, personId, now }: { posts: readonly PostRef[]; personId: string; now: number },
): Promise<Home> {
  const [row] = await run<Home>(db.pool, homeStatement, ...postArrays(posts), personId, iso(now));
  return row as Home;
}
