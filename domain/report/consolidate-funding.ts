import { sourceOf, taskOf } from "../plan/plan.ts";
import type { ConsolidatedReport, TotalLine } from "./consolidated-schema.ts";
import { totalsOf } from "./figures.ts";
import type { Label } from "./form-spec.ts";
import { compareSourceCodes, compareTaskCodes, compareUnits } from "./plan-order.ts";

type Funding = ConsolidatedReport["funding"];
export type FundingEntry = Funding["rows"][number];

/** What the plan calls the code; a code it does not have speaks for itself. */
export const titleOf = (row: Label | undefined, code: string): { vi: string; en: string } =>
  row ? { vi: row.vi, en: row.en } : { vi: code, en: code };

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function totalLines(
  rows: readonly FundingEntry[],
  codeOf: (row: FundingEntry) => string,
  compare: (a: string, b: string) => number,
  labelOf: (code: string) => Label | undefined,
): TotalLine[] {
  return [...groupBy(rows, codeOf)]
    .sort(([a], [b]) => compare(a, b))
    .map(([code, group]) => ({
      code,
      title: titleOf(labelOf(code), code),
      totals: totalsOf(group),
      contributions: [...groupBy(group, (row) => row.unitCode)]
        .sort(([a], [b]) => compareUnits(a, b))
        .map(([unitCode, own]) => ({ unitCode, totals: totalsOf(own) })),
    }));
}

export const sourceCodeOf = (row: FundingEntry): string => row.sourceCode ?? "";
export const taskCodeOf = (row: FundingEntry): string => row.taskCode ?? "";

export function consolidateFunding(rows: readonly FundingEntry[]): Funding {
  return {
    rows: [...rows],
    bySource: totalLines(rows, sourceCodeOf, compareSourceCodes, sourceOf),
    byTask: totalLines(rows, taskCodeOf, compareTaskCodes, taskOf),
    total: totalsOf(rows),
  };
}
