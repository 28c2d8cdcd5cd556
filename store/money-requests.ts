import type { Db } from "./db.ts";
import { given, matching, type LineFilter } from "./line-filter.ts";
import { totals, type MoneyGroupRow } from "./money-totals.ts";
import { decodeCursor, limitOf, pageOf, type Page } from "./page.ts";
import { run, statement } from "./query.ts";

export interface MoneyRequestRow extends MoneyGroupRow {
  requestId: string;
  title: string;
  unitCode: string;
  taskCode: string;
  campaignId: string | null;
}

const listStatement = statement(`
SELECT l."requestId", min(l."title") AS "title", min(l."unitCode") AS "unitCode", min(l."taskCode") AS "taskCode",
  min(l."campaignId") AS "campaignId", l."requestId" AS "code", ${totals}
FROM "FundingLine" l WHERE ${matching} AND ($9::text IS NULL OR l."requestId" > $9)
GROUP BY l."requestId" ORDER BY l."requestId" LIMIT $10`);

/** Requests with what became of their money, stage by stage. */
export async function moneyByRequest(db: Db, filter: LineFilter): Promise<Page<MoneyRequestRow>> {
  const limit = limitOf(filter);
  const [after] = decodeCursor(filter.cursor, "text") ?? [null];
  const rows = await run<MoneyRequestRow>(db.pool, listStatement, ...given(filter), after, limit + 1);
  return pageOf(rows, limit, (row) => [row.requestId]);
}
