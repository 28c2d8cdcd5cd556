import type { Dong } from "../money/dong.ts";
import { ratioInBasisPoints } from "../money/dong.ts";
import { countedAt } from "./ceiling.ts";
import { remainingOf, type LineMoney } from "./line-money.ts";

/** The four stages of an amount (vietnam.md §5.3), with what lies between the last two. */
export interface StageTotals {
  readonly lines: number;
  readonly requested: Dong;
  readonly appraised: Dong;
  readonly decided: Dong;
  readonly assigned: Dong;
  readonly disbursed: Dong;
  readonly remaining: Dong;
  readonly carriedOut: Dong;
  readonly recovered: Dong;
  /** Outside the budget (IV.3): beside the stages. */
  readonly recorded: Dong;
  /** Hundredths of a percent of what was given; undefined where nothing was. */
  readonly spentRatio: number | undefined;
}

const sum = (lines: readonly LineMoney[], amountOf: (line: LineMoney) => bigint): Dong =>
  lines.reduce((total, line) => total + amountOf(line), 0n).toString();

export function totalsOf(lines: readonly LineMoney[]): StageTotals {
  const assigned = sum(lines, (line) => countedAt(line, "assigned"));
  const disbursed = sum(lines, (line) => line.disbursed);
  return {
    lines: lines.length,
    requested: sum(lines, (line) => countedAt(line, "requested")),
    appraised: sum(lines, (line) => countedAt(line, "appraised")),
    decided: sum(lines, (line) => countedAt(line, "decided")),
    assigned,
    disbursed,
    remaining: sum(lines, remainingOf),
    carriedOut: sum(lines, (line) => line.carriedOut),
    recovered: sum(lines, (line) => line.recovered),
    recorded: sum(lines, (line) => line.recorded),
    spentRatio: ratioInBasisPoints(disbursed, assigned),
  };
}

export const LEDGER_GROUPS = ["source", "unit", "task", "year"] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

const keyOf: Readonly<Record<LedgerGroup, (line: LineMoney) => string>> = {
  source: ({ key }) => key.sourceCode,
  unit: ({ key }) => key.unitCode,
  task: ({ key }) => key.taskCode,
  year: ({ key }) => String(key.year),
};

export interface GroupTotals {
  readonly code: string;
  readonly totals: StageTotals;
}

export function totalsBy(group: LedgerGroup, lines: Iterable<LineMoney>): readonly GroupTotals[] {
  const groups = new Map<string, LineMoney[]>();
  for (const line of lines) {
    const code = keyOf[group](line);
    groups.set(code, [...(groups.get(code) ?? []), line]);
  }
  return [...groups].map(([code, own]) => ({ code, totals: totalsOf(own) }));
}
