import { localDate } from "../domain/calendar/index.ts";
import type { Instant } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { run, statement } from "./query.ts";
import { inTransaction } from "./transaction.ts";

const heldNow = `p."role" = 'admin' AND p."from" <= $1::date AND (p."to" IS NULL OR p."to" > $1::date)`;
const anyStatement = statement(`SELECT 1 AS "one" FROM "Post" p WHERE ${heldNow} LIMIT 1`);
// Two launchers on one database at once must not both find nobody.
const lockStatement = statement(`LOCK TABLE "Post" IN SHARE ROW EXCLUSIVE MODE`);
const personStatement = statement(`
INSERT INTO "Person" ("id", "name", "email") VALUES ($1, 'Quản trị hệ thống', lower($2))
ON CONFLICT ("email") DO UPDATE SET "email" = excluded."email" RETURNING "id", "name", "email"`);
const postStatement = statement(`
INSERT INTO "Post" ("id", "personId", "unitCode", "role", "from")
VALUES (gen_random_uuid(), $1, $2, 'admin', $3::date)`);

export interface Administrator {
  id: string;
  name: string;
  email: string;
}

export async function hasAdministrator(db: Db, now: Instant): Promise<boolean> {
  return (await run(db.pool, anyStatement, localDate(now))).length > 0;
}

/** Gives an installation that nobody administers its first administrator; null: somebody holds the post today. */
export async function appointFirstAdministrator(
  db: Db,
  { email, unit, now }: { email: string; unit: string; now: Instant },
): Promise<Administrator | null> {
  const today = localDate(now);
  return inTransaction(db, async (tx) => {
    await run(tx, lockStatement);
    if ((await run(tx, anyStatement, today)).length > 0) return null;
    const [person] = await run<Administrator>(tx, personStatement, `admin-${email.toLowerCase()}`, email);
    if (!person) throw new Error("an inserted person came back as none");
    await run(tx, postStatement, person.id, unit, today);
    return person;
  });
}
