import { sumDong, type Dong } from "../money/dong.ts";
import { multiply } from "../money/quantity.ts";
import { sourceOf } from "../plan/plan.ts";
import type { CostRow, FundingRequest, SourceRow } from "./request-schema.ts";
import { FUNDING_YEARS, yearsOfWindow, type FundingYear } from "./windows.ts";

const NOTHING: Dong = "0";

export const amountIn = (row: SourceRow, year: FundingYear): Dong => row.amounts?.[`${year}`] ?? NOTHING;

export const rowTotal = (row: SourceRow): Dong => sumDong(FUNDING_YEARS.map((year) => amountIn(row, year)));

/** IV.3 is recorded, not requested; a source the plan does not know is not money anyone may ask for. */
export const isRequestable = (row: { readonly sourceCode?: string | undefined }): boolean =>
  row.sourceCode !== undefined && sourceOf(row.sourceCode)?.requestable === true;

/** Thành tiền as computed; undefined while a factor is missing or the product is not whole đồng. */
export function costAmount({ quantity, price }: CostRow): Dong | undefined {
  if (quantity === undefined || price === undefined) return undefined;
  const product = multiply(quantity, price);
  return product.ok ? product.amount : undefined;
}

export interface RequestSums {
  readonly byYear: Readonly<Record<FundingYear, Dong>>;
  readonly bySource: ReadonlyMap<string, Dong>;
  readonly costsBySource: ReadonlyMap<string, Dong>;
  readonly grandTotal: Dong;
  readonly costsTotal: Dong;
  /** Asked of the budget in this window. */
  readonly requested: Dong;
  /** Of requestable sources, in years this window does not decide on. */
  readonly later: Dong;
  /** IV.3: recorded beside the request. */
  readonly offBudget: Dong;
}

function sumBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string, amountOf: (row: Row) => Dong) {
  const sums = new Map<string, Dong>();
  for (const row of rows) sums.set(keyOf(row), sumDong([sums.get(keyOf(row)) ?? NOTHING, amountOf(row)]));
  return sums;
}

const sourceKey = (row: { readonly sourceCode?: string | undefined }): string => row.sourceCode ?? "";

/** Every sum of the form, from whole đồng; none is ever typed. */
export function sumsOf(request: FundingRequest): RequestSums {
  const rows = request.sections?.sources?.rows ?? [];
  const costs = request.sections?.costs?.rows ?? [];
  const { window, year } = request.head ?? {};
  const now = window === undefined || year === undefined ? [] : yearsOfWindow(window, year);
  const budget = rows.filter(isRequestable);
  const inYears = (years: readonly FundingYear[]): Dong =>
    sumDong(budget.flatMap((row) => years.map((candidate) => amountIn(row, candidate))));
  const columns = FUNDING_YEARS.map((column) => [column, sumDong(rows.map((row) => amountIn(row, column)))] as const);
  const costOf = (row: CostRow): Dong => costAmount(row) ?? NOTHING;
  return {
    byYear: Object.fromEntries(columns) as Record<FundingYear, Dong>,
    bySource: sumBy(rows, sourceKey, rowTotal),
    costsBySource: sumBy(costs, sourceKey, costOf),
    grandTotal: sumDong(rows.map(rowTotal)),
    costsTotal: sumDong(costs.map(costOf)),
    requested: inYears(now),
    later: inYears(FUNDING_YEARS.filter((column) => !now.includes(column))),
    offBudget: sumDong(rows.filter((row) => !isRequestable(row)).map(rowTotal)),
  };
}
