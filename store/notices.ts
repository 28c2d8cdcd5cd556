import type { Instant, PostRef } from "../domain/engine/case.ts";
import type { NoticeDraft } from "../domain/engine/notices.ts";
import type { Db } from "./db.ts";
import { postArrays } from "./inbox.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface NoticeRow {
  id: string;
  at: Instant;
  kind: string;
  caseId: string | null;
  campaignId: string | null;
  params: NoticeDraft["params"];
  read: boolean;
}

const addressed = `
  JOIN unnest($1::text[], $2::text[]) AS p("unit", "role") ON p."unit" = n."unitCode" AND p."role" = n."role"
  WHERE (n."personId" = '' OR n."personId" = $3)`;

const listStatement = statement(`
SELECT n."id", n."at", n."kind", n."caseId", n."campaignId", n."params",
  EXISTS (SELECT 1 FROM "NoticeRead" r WHERE r."noticeId" = n."id" AND r."personId" = $3) AS "read"
FROM "Notice" n ${addressed} AND ($4::timestamptz IS NULL OR (n."at", n."id") < ($4, $5::uuid))
ORDER BY n."at" DESC, n."id" DESC LIMIT $6`);

interface Reader {
  posts: readonly PostRef[];
  personId: string;
}

/** Notices to these posts, newest first. */
export async function listNotices(db: Db, query: PageRequest & Reader): Promise<Page<NoticeRow>> {
  const limit = limitOf(query);
  const [at, id] = decodeCursor(query.cursor, "instant", "uuid") ?? [null, null];
  const after = iso(at);
  const rows = await run<NoticeRow>(
    db.pool,
    listStatement,
    ...postArrays(query.posts),
    query.personId,
    after,
    id,
    limit + 1,
  );
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

const readStatement = statement(`
INSERT INTO "NoticeRead" ("noticeId", "personId", "at")
SELECT n."id", $3, $5::timestamptz FROM "Notice" n ${addressed} AND n."id" = ANY ($4::uuid[])
ON CONFLICT DO NOTHING RETURNING "noticeId"`);

/** Marks as read what was addressed to the reader; anything else is passed over. */
export async function markRead(
  db: Db,
  { posts, personId, ids, now }: Reader & { ids: readonly string[]; now: Instant },
): Promise<number> {
  const rows = await run(db.pool, readStatement, ...postArrays(posts), personId, ids, iso(now));
  return rows.length;
}
