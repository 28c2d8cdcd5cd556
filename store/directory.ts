import type { CalendarDay } from "../domain/calendar/work-calendar.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface UnitRow {
  code: string;
  name: string;
  nameEn: string;
  type: string;
  abbreviation: string | null;
  /** YYYY-MM-DD. */
  effectiveFrom: string | null;
  effectiveTo: string | null;
  reportDuty: boolean;
  position: number;
  successors: { id: string; name: string }[];
  predecessors: { id: string; name: string }[];
}

const related = (mine: string, other: string) => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o."code", 'name', o."name") ORDER BY o."position"), '[]')
   FROM "UnitSuccession" s JOIN "Unit" o ON o."code" = s."${other}" WHERE s."${mine}" = u."code")`;

const unitColumns = `u."code", u."name", u."nameEn", u."type", u."abbreviation", u."reportDuty", u."position",
  to_char(u."effectiveFrom", 'YYYY-MM-DD') AS "effectiveFrom", to_char(u."effectiveTo", 'YYYY-MM-DD') AS "effectiveTo",
  ${related("fromCode", "toCode")} AS "successors", ${related("toCode", "fromCode")} AS "predecessors"`;

const allUnitsStatement = statement(`SELECT ${unitColumns} FROM "Unit" u ORDER BY u."position"`);

export async function unitsByCode(db: Db): Promise<ReadonlyMap<string, UnitRow>> {
  const rows = await run<UnitRow>(db.pool, allUnitsStatement);
  return new Map(rows.map((row) => [row.code, row]));
}

const unitsStatement = statement(`
SELECT ${unitColumns} FROM "Unit" u
WHERE ($1::text IS NULL OR u."searchKey" LIKE '%' || $1 || '%')
  AND ($2::date IS NULL OR (coalesce(u."effectiveFrom", '-infinity') <= $2 AND coalesce(u."effectiveTo", 'infinity') > $2))
  AND ($3::int IS NULL OR u."position" > $3)
ORDER BY u."position" LIMIT $4`);

export type SearchPage = PageRequest & { q?: string | undefined };

export async function listUnits(db: Db, query: SearchPage & { on?: string | undefined }): Promise<Page<UnitRow>> {
  const limit = limitOf(query);
  const [after] = decodeCursor(query.cursor, "int") ?? [null];
  const rows = await run<UnitRow>(db.pool, unitsStatement, searchKey(query.q), query.on ?? null, after, limit + 1);
  return pageOf(rows, limit, (row) => [row.position]);
}

/** A record of the plan as it stands in program.json, with its place in the plan's order. */
export interface PlanRow<Body> {
  code: string;
  position: number;
  body: Body;
}

const planStatement = (table: string) =>
  statement(`
SELECT t."code", t."position", t."body" FROM "${table}" t
WHERE ($1::text IS NULL OR t."searchKey" LIKE '%' || $1 || '%') AND ($2::int IS NULL OR t."position" > $2)
ORDER BY t."position" LIMIT $3`);

const planStatements = {
  tasks: planStatement("PlanTask"),
  indicators: planStatement("Indicator"),
  fundingSources: planStatement("FundingSource"),
  obligations: planStatement("Obligation"),
};

export type PlanList = keyof typeof planStatements;

export async function listPlan<Body>(db: Db, list: PlanList, query: SearchPage): Promise<Page<PlanRow<Body>>> {
  const limit = limitOf(query);
  const [after] = decodeCursor(query.cursor, "int") ?? [null];
  const rows = await run<PlanRow<Body>>(db.pool, planStatements[list], searchKey(query.q), after, limit + 1);
  return pageOf(rows, limit, (row) => [row.position]);
}

export interface CalendarDayRow extends CalendarDay {
  note: string | null;
}

const dayColumns = `to_char(d."date", 'YYYY-MM-DD') AS "date", d."kind", d."decisionRef", d."note"`;

const daysStatement = statement(`
SELECT ${dayColumns} FROM "CalendarDay" d
WHERE ($1::int IS NULL OR extract(year FROM d."date") = $1) AND ($2::date IS NULL OR d."date" > $2)
ORDER BY d."date" LIMIT $3`);

export async function listCalendarDays(
  db: Db,
  query: PageRequest & { year?: number | undefined },
): Promise<Page<CalendarDayRow>> {
  const limit = limitOf(query);
  const [after] = decodeCursor(query.cursor, "date") ?? [null];
  const rows = await run<CalendarDayRow>(db.pool, daysStatement, query.year ?? null, after, limit + 1);
  return pageOf(rows, limit, (row) => [row.date]);
}
