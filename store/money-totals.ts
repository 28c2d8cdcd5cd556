import type { LedgerGroup } from "../domain/funding/ledger-views.ts";
import type { Db } from "./db.ts";
import { given, matching, type LineFilter } from "./line-filter.ts";
import { appraised, givenTo, idle } from "./money-sql.ts";
import { run, statement } from "./query.ts";

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
  recorded: string;
}

const groupColumn: Record<LedgerGroup, string> = {
  source: `l."sourceCode"`,
  unit: `l."unitCode"`,
  task: `l."taskCode"`,
  year: `l."year"::text`,
};

const standing = (amount: string) => `coalesce(sum(${amount}) FILTER (WHERE NOT ${idle}), 0)::text`;
const sum = (amount: string) => `coalesce(sum(${amount}), 0)::text`;

export const totals = `count(*)::int AS "lines", ${standing(`l."requested"`)} AS "requested", ${standing(appraised)} AS "appraised",
  ${standing(`coalesce(l."decided", 0)`)} AS "decided", ${sum(givenTo)} AS "assigned",
  ${sum(`l."disbursed"`)} AS "disbursed", ${sum(`${givenTo} - l."disbursed"`)} AS "remaining",
  ${sum(`l."carriedOut"`)} AS "carriedOut", ${sum(`l."recovered"`)} AS "recovered",
  ${sum(`l."recorded"`)} AS "recorded"`;

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
