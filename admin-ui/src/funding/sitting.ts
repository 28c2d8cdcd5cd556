import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { ceilingVerdict, isUnder, weigh, type Ceiling, type CeilingVerdict } from "../../../domain/funding/ceiling.ts";
import { excesses } from "../../../domain/funding/excess.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import { sumDong, type Dong } from "../../../domain/money/dong.ts";
import type { Row } from "../grid/column.ts";
import { heldIn } from "../grid/sheet.ts";
import { decidedAmount } from "./decision-sheet.ts";

export interface KnownCeiling {
  readonly ceiling: Ceiling;
  /** Decided already on lines that are not in this sitting. */
  readonly counted: Dong;
}

export interface Sitting {
  readonly ceilings: readonly KnownCeiling[];
  readonly lines: readonly CaseLineView[];
  readonly rows: readonly Row[];
}

const placed = ({ lines, rows }: Sitting) =>
  lines.map((line, index) => {
    const row = rows[index] ?? {};
    const key = { lineId: line.id, sourceCode: line.source, year: line.year, window: line.window };
    return { key, amount: heldIn(row, "amount") ?? decidedAmount(row) ?? "0" };
  });

export interface Weighed {
  readonly ceiling: Ceiling;
  readonly added: Dong;
  readonly result: CeilingVerdict;
}

/** What this sitting would leave under each ceiling it touches. */
export function weighSitting(sitting: Sitting): Weighed[] {
  const changes = placed(sitting);
  return sitting.ceilings.flatMap(({ ceiling, counted }) => {
    const own = changes.filter(({ key }) => isUnder(ceiling, key));
    if (own.length === 0) return [];
    const added = sumDong(own.map(({ amount }) => amount));
    return [{ ceiling, added, result: ceilingVerdict(ceiling, "decided", counted, added) }];
  });
}

/** Lines that exceed a ceiling which wants to know why, and do not say it; a ceiling that stops keeps all back. */
export function ceilingProblems(sitting: Sitting): { unexplained: FundingProblem[]; stopped: boolean } {
  const known = new Map(sitting.ceilings.map(({ ceiling, counted }) => [ceiling.id, counted]));
  const changes = placed(sitting);
  const weighed = weigh(
    sitting.ceilings.map(({ ceiling }) => ceiling),
    "decided",
    changes,
    ({ id }) => known.get(id) ?? "0",
  );
  const over = excesses(weighed, changes);
  const unexplained = sitting.lines.flatMap(({ id }, index): FundingProblem[] =>
    over.has(id) && heldIn(sitting.rows[index] ?? {}, "reason") === undefined
      ? [{ path: `lines.${index}.reason`, code: "required", severity: "block", params: {} }]
      : [],
  );
  return { unexplained, stopped: weighed.some(({ result }) => result.verdict === "stop") };
}
