import type { OtherMoney } from "../domain/funding/check-duplicates.ts";
import type { LineMoney } from "../domain/funding/line-money.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { idle } from "./money-sql.ts";
import { given, matching, type LineFilter } from "./line-filter.ts";
import { decodeCursor, limitOf, pageOf, type Page } from "./page.ts";
import { run, statement } from "./query.ts";

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

const oneStatement = statement(`SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = ANY ($1::text[])`);

export const fundingLines = (db: Db, ids: readonly string[]): Promise<FundingLineRow[]> =>
  run<FundingLineRow>(db.pool, oneStatement, ids);

const requestStatement = statement(`SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."requestId" = $1`);

/** The lines of one request by id. */
export async function linesOfRequest(db: Db, requestId: string): Promise<ReadonlyMap<string, LineMoney>> {
  const rows = await run<FundingLineRow>(db.pool, requestStatement, requestId);
  return new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
}

const othersStatement = statement(`
SELECT l."requestId", l."title", l."taskCode", l."sourceCode", l."year", l."requested" AS "amount"
FROM "FundingLine" l WHERE l."taskCode" = $1 AND l."requestId" <> $2 AND NOT ${idle} AND NOT l."settled" AND l."recorded" = 0
ORDER BY l."year", l."id" LIMIT 100`);

/** Money that other requests ask for or have got for the same task: a request that repeats it says so. */
export const otherMoney = (db: Db, taskCode: string, requestId: string): Promise<OtherMoney[]> =>
  run<OtherMoney>(db.pool, othersStatement, taskCode, requestId);
