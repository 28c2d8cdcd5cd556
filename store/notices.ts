import type { Instant } from "../domain/engine/case.ts";
import type { NoticeDraft } from "../domain/engine/notices.ts";
import type { Db } from "./db.ts";
import { addressed, reachOf, type Reader } from "./inbox.ts";
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

const listStatement = statement(`
SELECT DISTINCT n."id", n."at", n."kind", n."caseId", n."campaignId", n."params",
  EXISTS (SELECT 1 FROM "NoticeRead" r WHERE r."noticeId" = n."id" AND r."personId" = $2) AS "read"
FROM "Notice" n ${addressed} WHERE ($3::timestamptz IS NULL OR (n."at", n."id") < ($3, $4::uuid))
ORDER BY n."at" DESC, n."id" DESC LIMIT $5`);

/** Notices to these posts, newest first. */
export async function listNotices(db: Db, query: PageRequest & Reader): Promise<Page<NoticeRow>> {
  const limit = limitOf(query);
  const [at, id] = decodeCursor(query.cursor, "instant", "uuid") ?? [null, null];
  const who = [reachOf(query), query.personId];
  const rows = await run<NoticeRow>(db.pool, listStatement, ...who, iso(at), id, limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

const readStatement = statement(`
INSERT INTO "NoticeRead" ("noticeId", "personId", "at")
SELECT n."id", $2, $4::timestamptz FROM "Notice" n ${addressed} WHERE n."id" = ANY ($3::uuid[])
ON CONFLICT DO NOTHING RETURNING "noticeId"`);

/** Marks as read what was addressed to the reader; anything else is passed over. */
export async function markRead(
  db: Db,
  { ids, now, ...reader }: Reader & { ids: readonly string[]; now: Instant },
): Promise<number> {
  const rows = await run(db.pool, readStatement, reachOf(reader), reader.personId, ids, iso(now));
  return rows.length;
}
