import { localDate, yearOf } from "../domain/calendar/index.ts";
import type { NoticeKind } from "../domain/engine/notices.ts";
import { settingsOn } from "../domain/funding/settings.ts";
import { dueReports } from "../domain/funding/spending-due.ts";
import { calendarFor } from "./calendar.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { iso, run, statement } from "./query.ts";
import { listSettings } from "./settings.ts";

const AT_ONCE = 500;

const spendingStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l
WHERE NOT l."settled" AND l."year" BETWEEN $1 - 1 AND $1 AND l."assigned" + l."supplemented" + l."carriedIn" > 0
  AND l."id" > $2 ORDER BY l."id" LIMIT $3`);

// One notice for all lines of a request that owe the same report.
const tellStatement = statement(`
INSERT INTO "Notice" ("id", "at", "caseId", "kind", "unitCode", "role", "personId", "params", "key")
SELECT gen_random_uuid(), $2, x."caseId", x."kind", x."unitCode", 'accountant', '', x."params", x."key"
FROM jsonb_to_recordset($1::jsonb) AS x("caseId" text, "kind" text, "unitCode" text, "params" jsonb, "key" text)
ON CONFLICT ("key") DO NOTHING RETURNING "id"`);

/** Tells accountants whose report of spending is due or overdue; who was told is not told again. */
export async function remindSpending(db: Db, now: number): Promise<{ told: number }> {
  const today = localDate(now);
  const year = yearOf(today);
  const calendar = await calendarFor(db, [year, year + 1]);
  const settings = settingsOn(today, await listSettings(db));
  let told = 0;
  for (let after: string | undefined = ""; after !== undefined;) {
    const rows: FundingLineRow[] = await run<FundingLineRow>(db.pool, spendingStatement, year, after, AT_ONCE);
    const notices = rows.flatMap((row) => {
      const due = dueReports(moneyOfRow(row), calendar, settings, now);
      return due.map((report) => noticeOf(row, report));
    });
    const unique = [...new Map(notices.map((notice) => [notice.key, notice])).values()];
    told += (await run(db.pool, tellStatement, JSON.stringify(unique), iso(now))).length;
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id;
  }
  return { told };
}

function noticeOf(
  row: FundingLineRow,
  { period, dueAt, overdue }: { period: string; dueAt: number | null; overdue: boolean },
) {
  const kind: NoticeKind = overdue ? "spending-overdue" : "spending-due";
  return {
    caseId: row.requestId,
    unitCode: row.unitCode,
    kind,
    params: { title: `${row.title} (${period})`, dueAt },
    key: `spending/${row.requestId}/${period}/${kind}`,
  };
}
