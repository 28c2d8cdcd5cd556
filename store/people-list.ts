import { localDate } from "../domain/calendar/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  /** Held on the day asked for. */
  posts: PostRef[];
}

const peopleStatement = statement(`
SELECT n."id", n."name", n."email", coalesce((
    SELECT jsonb_agg(DISTINCT jsonb_build_object('unit', p."unitCode", 'role', p."role")) FROM "Post" p
    WHERE p."personId" = n."id" AND p."from" <= $4::date AND (p."to" IS NULL OR p."to" > $4::date)), '[]') AS "posts"
FROM "Person" n
WHERE ($1::text IS NULL OR strpos(lower(n."name" || ' ' || n."email"), lower($1)) > 0) AND ($2::text IS NULL OR n."id" > $2)
ORDER BY n."id" LIMIT $3`);

type Query = PageRequest & { q?: string | undefined; now: Instant };

/** Everybody in the directory, with or without a post; `q` is part of a name or an address. */
export async function listPeople(db: Db, { q, now, ...page }: Query): Promise<Page<ListedPerson>> {
  const limit = limitOf(page);
  const [after] = decodeCursor(page.cursor, "text") ?? [null];
  const values = [q || null, after, limit + 1, localDate(now)];
  return pageOf(await run<ListedPerson>(db.pool, peopleStatement, ...values), limit, (row) => [row.id]);
}
