import { localDate } from "../domain/calendar/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  /** Held on the day asked for. */
  posts: PostRef[];
}

// As `fold` in domain/text. Computed when it is asked for: a directory is short, and its rows come from elsewhere.
const key = `replace(lower(regexp_replace(normalize(n."name" || ' ' || n."email", NFD), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd')`;

const peopleStatement = statement(`
SELECT n."id", n."name", n."email", coalesce((
    SELECT jsonb_agg(DISTINCT jsonb_build_object('unit', p."unitCode", 'role', p."role")) FROM "Post" p
    WHERE p."personId" = n."id" AND p."from" <= $4::date AND (p."to" IS NULL OR p."to" > $4::date)), '[]') AS "posts"
FROM "Person" n
WHERE ($1::text IS NULL OR ${key} LIKE '%' || $1 || '%') AND ($2::text IS NULL OR n."id" > $2)
ORDER BY n."id" LIMIT $3`);

type Query = PageRequest & { q?: string | undefined; now: Instant };

/** Everybody in the directory, with or without a post; `q` is part of a name or an address. */
export async function listPeople(db: Db, { q, now, ...page }: Query): Promise<Page<ListedPerson>> {
  const limit = limitOf(page);
  const [after] = decodeCursor(page.cursor, "text") ?? [null];
  const values = [searchKey(q), after, limit + 1, localDate(now)];
  return pageOf(await run<ListedPerson>(db.pool, peopleStatement, ...values), limit, (row) => [row.id]);
}
