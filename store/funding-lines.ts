import type { OtherMoney } from "../domain/funding/check-duplicates.ts";
import type { LedgerGroup } from "../domain/funding/ledger-views.ts";
import type { Sight } from "../domain/rights/can.ts";
import type { Db } from "./db.ts";
import { lineColumns, type FundingLineRow } from "./funding-rows.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface LineFilter extends PageRequest {
  sight: Sight;
  q?: string | undefined;
  year?: number | undefined;
  /** With everything below it in the funding tree. */
  source?: string | undefined;
  unit?: string | undefined;
  task?: string | undefined;
  campaignId?: string | undefined;
  requestId?: string | undefined;
}

const matching = `($1::text[] IS NULL OR l."unitCode" = ANY ($1))
  AND ($2::text IS NULL OR l."searchKey" LIKE '%' || $2 || '%')
  AND ($3::int IS NULL OR l."year" = $3)
  AND ($4::text IS NULL OR l."sourceCode" = $4 OR starts_with(l."sourceCode", $4 || '.'))
  AND ($5::text IS NULL OR l."unitCode" = $5)
  AND ($6::text IS NULL OR l."taskCode" = $6)
  AND ($7::text IS NULL OR l."campaignId" = $7)
  AND ($8::text IS NULL OR l."requestId" = $8)`;

const given = ({ sight, q, year, source, unit, task, campaignId, requestId }: LineFilter): unknown[] => [
  sight.all ? null : sight.units,
  searchKey(q),
  year ?? null,
  source ?? null,
  unit ?? null,
  task ?? null,
  campaignId ?? null,
  requestId ?? null,
];

const listStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE ${matching}
  AND ($9::int IS NULL OR (l."year", l."sourceCode", l."id") > ($9::int, $10::text, $11::text))
ORDER BY l."year", l."sourceCode", l."id" LIMIT $12`);

/** Lines in sight, by year and source. */
export async function listFundingLines(db: Db, filter: LineFilter): Promise<Page<FundingLineRow>> {
  const limit = limitOf(filter);
  const [year, source, id] = decodeCursor(filter.cursor, "int", "text", "text") ?? [null, null, null];
  const rows = await run<FundingLineRow>(db.pool, listStatement, ...given(filter), year, source, id, limit + 1);
  return pageOf(rows, limit, (row) => [row.year, row.sourceCode, row.id]);
}

/** The four stages of a group of lines, added up by the database; amounts as strings of digits. */
export interface MoneyGroupRow {
  code: string;
  lines: number;
  requested: string;
  appraised: string;
  decided: string;
  assigned: string;
  disbursed: string;
  remaining: string;
  carriedOut: string;
  recovered: string;
}

const groupColumn: Record<LedgerGroup, string> = {
  source: `l."sourceCode"`,
  unit: `l."unitCode"`,
  task: `l."taskCode"`,
  year: `l."year"::text`,
};

const appraised = `coalesce(l."proposed", (SELECT min(a."value"::bigint) FROM jsonb_each_text(l."appraised") a), 0)`;
const standing = (amount: string) => `coalesce(sum(${amount}) FILTER (WHERE NOT l."withdrawn"), 0)::text`;
const sum = (amount: string) => `coalesce(sum(${amount}), 0)::text`;
const givenTo = `l."assigned" + l."supplemented" + l."carriedIn" - l."carriedOut" - l."recovered"`;

const totals = `count(*)::int AS "lines", ${standing(`l."requested"`)} AS "requested", ${standing(appraised)} AS "appraised",
  ${standing(`coalesce(l."decided", 0)`)} AS "decided", ${standing(givenTo)} AS "assigned",
  ${sum(`l."disbursed"`)} AS "disbursed", ${sum(`${givenTo} - l."disbursed"`)} AS "remaining",
  ${sum(`l."carriedOut"`)} AS "carriedOut", ${sum(`l."recovered"`)} AS "recovered"`;

const groupStatement = (column: string) =>
  statement(`SELECT ${column} AS "code", ${totals} FROM "FundingLine" l WHERE ${matching} GROUP BY 1 ORDER BY 1`);
const groupStatements = Object.fromEntries(
  Object.entries(groupColumn).map(([group, column]) => [group, groupStatement(column)]),
) as Record<LedgerGroup, ReturnType<typeof groupStatement>>;

const totalStatement = statement(`SELECT '' AS "code", ${totals} FROM "FundingLine" l WHERE ${matching}`);

export async function moneyBy(
  db: Db,
  group: LedgerGroup,
  filter: LineFilter,
): Promise<{ total: MoneyGroupRow; groups: MoneyGroupRow[] }> {
  const [groups, [total]] = await Promise.all([
    run<MoneyGroupRow>(db.pool, groupStatements[group], ...given(filter)),
    run<MoneyGroupRow>(db.pool, totalStatement, ...given(filter)),
  ]);
  if (!total) throw new Error("a sum without a GROUP BY has one row");
  return { total, groups };
}

const oneStatement = statement(`SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = ANY ($1::text[])`);

export const fundingLines = (db: Db, ids: readonly string[]): Promise<FundingLineRow[]> =>
  run<FundingLineRow>(db.pool, oneStatement, ids);

const othersStatement = statement(`
SELECT l."requestId", l."title", l."taskCode", l."sourceCode", l."year", l."requested" AS "amount"
FROM "FundingLine" l WHERE l."taskCode" = $1 AND l."requestId" <> $2 AND NOT l."withdrawn" AND NOT l."settled"
ORDER BY l."year", l."id" LIMIT 100`);

/** Money that other requests ask for or have got for the same task: a request that repeats it says so. */
export const otherMoney = (db: Db, taskCode: string, requestId: string): Promise<OtherMoney[]> =>
  run<OtherMoney>(db.pool, othersStatement, taskCode, requestId);

export interface MoneyEventRow {
  id: string;
  lineId: string;
  seq: number;
  type: string;
  amount: string | null;
  at: number;
  personId: string | null;
  personName: string | null;
  caseId: string | null;
  body: unknown;
}

const eventsStatement = statement(`
SELECT e."id", e."lineId", e."seq", e."type", e."amount", e."at", e."personId", e."caseId", e."body",
  (SELECT p."name" FROM "Person" p WHERE p."id" = e."personId") AS "personName"
FROM "MoneyEvent" e WHERE e."lineId" = $1 AND ($2::int IS NULL OR e."seq" < $2) ORDER BY e."seq" DESC LIMIT $3`);

/** What happened to the money of a line, newest first. */
export async function listMoneyEvents(db: Db, lineId: string, page: PageRequest): Promise<Page<MoneyEventRow>> {
  const limit = limitOf(page);
  const [before] = decodeCursor(page.cursor, "int") ?? [null];
  const rows = await run<MoneyEventRow>(db.pool, eventsStatement, lineId, before, limit + 1);
  return pageOf(rows, limit, (row) => [row.seq]);
}
