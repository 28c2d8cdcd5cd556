import type { input } from "zod";
import type { moneyEventSchema, moneyLineSchema, stageTotalsSchema } from "../../domain/contracts/funding.ts";
import type { WeighedCeiling } from "../../domain/funding/ceiling.ts";
import { remainingOf } from "../../domain/funding/line-money.ts";
import { ratioInBasisPoints } from "../../domain/money/dong.ts";
import { moneyOfRow, type FundingLineRow, type MoneyEventRow, type MoneyGroupRow } from "../../store/index.ts";
import { iso } from "../clock-text.ts";
import type { Units } from "./names.ts";

export function totalsView({ code: _, ...totals }: MoneyGroupRow): input<typeof stageTotalsSchema> {
  const spentRatio = ratioInBasisPoints(totals.disbursed, totals.assigned);
  return { ...totals, ...(spentRatio !== undefined && { spentRatio }) };
}

export function lineView(row: FundingLineRow, units: Units): input<typeof moneyLineSchema> {
  const { unitCode, taskCode, sourceCode, seq: _, ...rest } = row;
  return {
    ...rest,
    unit: unitCode,
    unitName: units.get(unitCode)?.name ?? unitCode,
    task: taskCode,
    source: sourceCode,
    remaining: remainingOf(moneyOfRow(row)).toString(),
  };
}

export function eventView(row: MoneyEventRow): input<typeof moneyEventSchema> {
  const { id, seq, type, at, amount, personName, caseId, paperId, left, body } = row;
  return {
    id,
    seq,
    type,
    at: iso(at),
    amount,
    by: personName,
    caseId,
    paperId,
    left,
    data: body as Record<string, unknown>,
  };
}

export const weighedView = ({ ceiling, counted, added, result }: WeighedCeiling) => ({
  ceiling,
  counted,
  added,
  verdict: result.verdict,
  remaining: result.remaining,
  over: result.verdict === "ok" ? "0" : result.over,
});
