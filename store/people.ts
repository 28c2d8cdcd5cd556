import { localDate, type LocalDate } from "../domain/calendar/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import type { Label } from "../domain/engine/pipeline.ts";
import type { Db } from "./db.ts";
import { postArrays } from "./inbox.ts";
import { run, statement, type Queryable } from "./query.ts";

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  language: string;
  demo: boolean;
  /** How the sign-in page of a demo installation offers the account; null: it does not. */
  demoBody: { label: Label; unitName: string; can: Label } | null;
}

const personStatement = statement(`SELECT p.* FROM "Person" p WHERE p."email" = lower($1)`);

export async function personByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const [row] = await run<PersonRow>(db.pool, personStatement, email);
  return row ?? null;
}

const personByIdStatement = statement(`SELECT p.* FROM "Person" p WHERE p."id" = $1`);

export async function personById(db: Db, id: string): Promise<PersonRow | null> {
  const [row] = await run<PersonRow>(db.pool, personByIdStatement, id);
  return row ?? null;
}

const demoStatement = statement(`SELECT p.* FROM "Person" p WHERE p."demo" ORDER BY p."id"`);

/** People of a demo installation; those with a `demoBody` are offered on the sign-in page. */
export const demoPeople = (db: Db): Promise<PersonRow[]> => run<PersonRow>(db.pool, demoStatement);

const namesStatement = statement(`SELECT p."id", p."name" FROM "Person" p WHERE p."id" = ANY ($1::text[])`);

/** Names by id; who is not known is not in it. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = ids.length === 0 ? [] : await run<{ id: string; name: string }>(db.pool, namesStatement, ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A post is held from its first day inclusive to its last exclusive, in Vietnamese days. */
const held = (day: string) => `p."from" <= ${day}::date AND (p."to" IS NULL OR p."to" > ${day}::date)`;

const postsStatement = statement(`
SELECT p."unitCode" AS "unit", p."role" FROM "Post" p WHERE p."personId" = $1 AND ${held("$2")}
ORDER BY p."unitCode", p."role"`);

export const postsOf = (db: Db, personId: string, now: Instant): Promise<PostRef[]> =>
  postsOn(db.pool, personId, localDate(now));

export const postsOn = (db: Queryable, personId: string, day: LocalDate): Promise<PostRef[]> =>
  run<PostRef>(db, postsStatement, personId, day);

export interface PersonInPost extends PostRef {
  personId: string;
  name: string;
}

const peopleStatement = statement(`
SELECT DISTINCT p."unitCode" AS "unit", p."role", p."personId", n."name" FROM "Post" p
JOIN "Person" n ON n."id" = p."personId"
JOIN unnest($1::text[], $2::text[]) AS w("unit", "role") ON w."unit" = p."unitCode" AND w."role" = p."role"
WHERE ${held("$3")} ORDER BY p."unitCode", p."role", n."name"`);

/** Who holds these posts now. */
export async function peopleOf(db: Db, posts: readonly PostRef[], now: Instant): Promise<PersonInPost[]> {
  return posts.length === 0 ? [] : run<PersonInPost>(db.pool, peopleStatement, ...postArrays(posts), localDate(now));
}

const colleaguesStatement = statement(`
SELECT DISTINCT p."unitCode" AS "unit", p."role", p."personId", n."name" FROM "Post" p
JOIN "Person" n ON n."id" = p."personId"
WHERE p."unitCode" = ANY ($1::text[]) AND p."role" NOT IN ('admin', 'auditor') AND ${held("$2")}
ORDER BY p."unitCode", p."role", n."name"`);

/** Everyone with a post in these units: candidates for a reassignment. */
export async function peopleIn(db: Db, units: readonly string[], now: Instant): Promise<PersonInPost[]> {
  return units.length === 0 ? [] : run<PersonInPost>(db.pool, colleaguesStatement, units, localDate(now));
}
