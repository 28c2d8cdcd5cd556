import { localDate } from "../domain/calendar/index.ts";
import { hashOf } from "../domain/engine/seal.ts";
import { checkDisbursement } from "../domain/funding/check-disbursement.ts";
import type { FundingProblem } from "../domain/funding/funding-problem.ts";
import { remainingOf } from "../domain/funding/line-money.ts";
import type { LineKey, MoneyEvent } from "../domain/funding/money-event.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { writeMoney } from "./money.ts";
import { IdReused, lockId } from "./once.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { inTransaction } from "./transaction.ts";

const lockStatement = statement(`SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = $1 FOR UPDATE`);

const knownStatement = statement(`SELECT "body", "personId" FROM "MoneyEvent" WHERE "id" = $1`);

/** All it says; when it was said is not part of it. */
const saying = ({ at: _, ...said }: MoneyEvent, personId: string | null): string => hashOf({ ...said, personId });

/** Whether this very event is there already; another one under its id is refused (IdReused). */
async function isRepeat(tx: Queryable, event: MoneyEvent, personId: string): Promise<boolean> {
  await lockId(tx, event.id);
  const [known] = await run<{ body: MoneyEvent; personId: string | null }>(tx, knownStatement, event.id);
  if (!known) return false;
  if (saying(known.body, known.personId) !== saying(event, personId)) throw new IdReused(event.id);
  return true;
}

const reportsStatement = statement(`
SELECT "period", "version" FROM "Disbursement" WHERE "lineId" = $1 ORDER BY "period", "version"`);

const insertStatement = statement(`
INSERT INTO "Disbursement" ("lineId", "period", "version", "amount", "progress", "evidence", "personId", "at")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`);

export type Disbursed = Extract<MoneyEvent, { type: "disbursed" }> & { readonly progress: number };

/**
 * Báo cáo giải ngân of a line and period; the same period again is its next version. What the rules say against it
 * comes back, and then nothing was written; a repeat changes nothing.
 */
export const reportDisbursement = (db: Db, event: Disbursed, personId: string): Promise<FundingProblem[]> =>
  inTransaction(db, async (tx) => {
    const { lineId, period, amount, progress, evidence, at } = event;
    if (await isRepeat(tx, event, personId)) return [];
    const [row] = await run<FundingLineRow>(tx, lockStatement, lineId);
    if (!row) return [];
    const money = moneyOfRow(row);
    const reports = await run<{ period: string; version: number }>(tx, reportsStatement, lineId);
    const version = 1 + reports.filter((report) => report.period === period).length;
    const left = (remainingOf(money) + (money.periods[period] ?? 0n)).toString();
    const problems = checkDisbursement(
      { requestId: row.requestId, period, version, lines: [{ lineId, amount, progress, evidence }] },
      {
        year: row.year,
        today: localDate(at),
        available: new Map([[lineId, left]]),
        reports: reports.map((report) => ({ ...report, issued: true })),
      },
    );
    if (problems.length > 0) return problems;
    await writeMoney(tx, [event], { origin: { personId }, by: "laws" });
    await run(tx, insertStatement, lineId, period, version, amount, progress, evidence ?? null, personId, iso(at));
    return [];
  });

export type RecordedOutside = Extract<MoneyEvent, { type: "recorded" }> & { readonly line: LineKey };

/** IV.3: what came from outside the budget, on a line of its own; said again, it replaces what was said before. */
export const recordOutside = (db: Db, event: RecordedOutside, personId: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (await isRepeat(tx, event, personId)) return;
    await writeMoney(tx, [event], { origin: { personId }, by: "laws" });
  });
