import { localDate, startOfDay } from "../domain/calendar/index.ts";
import type { ActingFor } from "../domain/delegation/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import type { Role } from "../domain/engine/pipeline.ts";
import type { Db } from "./db.ts";
import { postArrays } from "./inbox.ts";
import { run, statement } from "./query.ts";

interface Row {
  delegationId: string;
  ownUnit: string;
  ownRole: Role;
  unit: string;
  role: Role;
  holderId: string;
  holderName: string;
  from: string;
  to: string;
  pipelines: string[];
  ceiling: string | null;
}

const actingStatement = statement(`
SELECT a."delegationId", d."toUnit" AS "ownUnit", d."toRole" AS "ownRole", a."unitCode" AS "unit", a."role",
  a."holderId", n."name" AS "holderName", to_char(a."from", 'YYYY-MM-DD') AS "from",
  to_char(a."to", 'YYYY-MM-DD') AS "to", a."pipelines", d."ceiling"::text AS "ceiling"
FROM "ActingPost" a JOIN "Delegation" d ON d."id" = a."delegationId" JOIN "Person" n ON n."id" = a."holderId"
WHERE a."personId" = $1 AND a."from" <= $2::date AND a."to" > $2::date ORDER BY a."from", a."delegationId"`);

const actingOf = ({ delegationId, ownUnit, ownRole, unit, role, ...row }: Row): ActingFor => ({
  delegationId,
  post: { unit: ownUnit, role: ownRole },
  holder: { personId: row.holderId, name: row.holderName, post: { unit, role } },
  from: startOfDay(row.from),
  until: startOfDay(row.to),
  pipelines: row.pipelines,
  ceiling: row.ceiling,
});

/** The rights of others that a person may exercise today. */
export async function actingForOf(db: Db, personId: string, now: Instant): Promise<ActingFor[]> {
  return (await run<Row>(db.pool, actingStatement, personId, localDate(now))).map(actingOf);
}

export interface Delegate extends PostRef {
  personId: string;
  name: string;
  /** Whose post it is. */
  holder: string;
  pipelines: string[];
}

const delegatesStatement = statement(`
SELECT a."unitCode" AS "unit", a."role", a."personId", n."name", h."name" AS "holder", a."pipelines"
FROM "ActingPost" a JOIN "Person" n ON n."id" = a."personId" JOIN "Person" h ON h."id" = a."holderId"
JOIN unnest($1::text[], $2::text[]) AS w("unit", "role") ON w."unit" = a."unitCode" AND w."role" = a."role"
WHERE a."delegationId" IS NOT NULL AND a."from" <= $3::date AND a."to" > $3::date
ORDER BY a."unitCode", a."role", n."name"`);

/** Who acts in these posts today in place of their holders. */
export async function delegatesIn(db: Db, posts: readonly PostRef[], now: Instant): Promise<Delegate[]> {
  if (posts.length === 0) return [];
  return run<Delegate>(db.pool, delegatesStatement, ...postArrays(posts), localDate(now));
}
