import { ratioInBasisPoints, sumDong, toBigInt, type Dong } from "../money/dong.ts";
import type { Indicator } from "../plan/program.ts";
import type { FundingRow, IndicatorRow } from "./schema.ts";

export const MONEY_COLUMNS = ["assigned", "supplement", "spent", "disbursed", "carriedOver"] as const;
export type MoneyColumn = (typeof MONEY_COLUMNS)[number];
export type MoneyTotals = Readonly<Record<MoneyColumn, Dong>>;

/** An amount not given counts as none in a sum; whether it may be missing is the check's question. */
export function totalsOf(rows: readonly Partial<Record<MoneyColumn, Dong | undefined>>[]): MoneyTotals {
  const total = (column: MoneyColumn): Dong => sumDong(rows.map((row) => row[column] ?? "0"));
  return {
    assigned: total("assigned"),
    supplement: total("supplement"),
    spent: total("spent"),
    disbursed: total("disbursed"),
    carriedOver: total("carriedOver"),
  };
}

export interface FundingFigures {
  /** Assigned and supplement together. */
  readonly available: Dong;
  /** May be negative while a draft is wrong. */
  readonly remaining: bigint;
  /** Hundredths of a percent; undefined where nothing was assigned. */
  readonly ratio: number | undefined;
}

/** Columns of biểu 03 that are computed, never typed. */
export function fundingFigures(row: FundingRow | MoneyTotals): FundingFigures {
  const available = sumDong([row.assigned ?? "0", row.supplement ?? "0"]);
  const disbursed = row.disbursed ?? "0";
  return {
    available,
    remaining: toBigInt(available) - toBigInt(disbursed),
    ratio: ratioInBasisPoints(disbursed, available),
  };
}

/**
 * Share of the way from baseline to target, in percent with one decimal. Without a baseline, its year and a figure
 * there is none: a percentage of an unknown whole would only look like a fact.
 */
export function indicatorProgress(row: IndicatorRow, indicator: Indicator): number | undefined {
  const { baseline, baselineYear, toDate } = row;
  if (baseline === undefined || baselineYear === undefined || toDate === undefined) return undefined;
  if (indicator.target === null || indicator.target === baseline) return undefined;
  return Math.round(((toDate - baseline) / (indicator.target - baseline)) * 1000) / 10;
}
