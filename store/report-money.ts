import { checkDisbursement } from "../domain/funding/check-disbursement.ts";
import type { FundingProblem } from "../domain/funding/funding-problem.ts";
import { givenTo, remainingOf } from "../domain/funding/line-money.ts";
import type { MoneyEvent } from "../domain/funding/money-event.ts";
import { weighChanges } from "./ceilings.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { writeMoney, type MoneyOrigin } from "./money.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { inTransaction } from "./transaction.ts";

/** A ceiling that says Stop; nothing was written. */
export class CeilingExceeded extends Error {
  override readonly name = "CeilingExceeded";
  readonly excess: { source: string; remaining: string; over: string };

  constructor(excess: { source: string; remaining: string; over: string }) {
    super(`over the ceiling of ${excess.source} by ${excess.over}`);
    this.excess = excess;
  }
}

const lockStatement = statement(`SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = $1 FOR UPDATE`);

const lineOf = async (tx: Queryable, lineId: string): Promise<FundingLineRow | undefined> =>
  (await run<FundingLineRow>(tx, lockStatement, lineId))[0];

/**
 * More money for a line must fit under the ceilings of what is assigned. They are locked before the line is read: a
 * decision being claimed locks them first too, and then touches the line.
 */
async function refuseOverCeiling(tx: Queryable, event: MoneyEvent): Promise<void> {
  if (event.type !== "supplemented") return;
  const { lineId } = event;
  await weighChanges(tx, { stage: "assigned", changes: [{ lineId, amount: event.amount }], lock: true });
  const row = await lineOf(tx, lineId);
  const amount = ((row ? givenTo(moneyOfRow(row)) : 0n) + BigInt(event.amount)).toString();
  const { ceilings } = await weighChanges(tx, { stage: "assigned", changes: [{ lineId, amount }], lock: false });
  for (const { ceiling, result } of ceilings) {
    if (result.verdict !== "stop") continue;
    throw new CeilingExceeded({ source: ceiling.source, remaining: result.remaining, over: result.over });
  }
}

/** Records the paper that gives, moves or takes back money (MoneyRefused, CeilingExceeded); safe to repeat. */
export const reportPaper = (db: Db, event: MoneyEvent, origin: MoneyOrigin): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (await isKnown(tx, event.id)) return;
    await refuseOverCeiling(tx, event);
    await writeMoney(tx, [event], origin, true);
  });

const knownStatement = statement(`SELECT 1 FROM "MoneyEvent" WHERE "id" = $1`);
const isKnown = async (tx: Queryable, id: string): Promise<boolean> => (await run(tx, knownStatement, id)).length > 0;

const reportsStatement = statement(`
SELECT "period", "version" FROM "Disbursement" WHERE "lineId" = $1 ORDER BY "period", "version"`);

const insertStatement = statement(`
INSERT INTO "Disbursement" ("lineId", "period", "version", "amount", "progress", "evidence", "personId", "at")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`);

export interface DisbursementToReport {
  event: Extract<MoneyEvent, { type: "disbursed" }>;
  progress: number;
  evidence?: string | undefined;
}

/**
 * Báo cáo giải ngân of a line and period; the same period again is its next version. What the rules say against it
 * comes back, and then nothing was written; a repeat changes nothing.
 */
export const reportDisbursement = (
  db: Db,
  { event, progress, evidence }: DisbursementToReport,
  personId: string,
): Promise<FundingProblem[]> =>
  inTransaction(db, async (tx) => {
    const { lineId, period, amount } = event;
    const row = await lineOf(tx, lineId);
    if (!row || (await isKnown(tx, event.id))) return [];
    const money = moneyOfRow(row);
    const reports = await run<{ period: string; version: number }>(tx, reportsStatement, lineId);
    const version = 1 + reports.filter((report) => report.period === period).length;
    const left = (remainingOf(money) + (money.periods[period] ?? 0n)).toString();
    const problems = checkDisbursement(
      { requestId: row.requestId, period, version, lines: [{ lineId, amount, progress, evidence }] },
      { available: new Map([[lineId, left]]), reports: reports.map((report) => ({ ...report, issued: true })) },
    );
    if (problems.length > 0) return problems;
    await writeMoney(tx, [event], { personId }, true);
    await run(
      tx,
      insertStatement,
      lineId,
      period,
      version,
      amount,
      progress,
      evidence ?? null,
      personId,
      iso(event.at),
    );
    return [];
  });
