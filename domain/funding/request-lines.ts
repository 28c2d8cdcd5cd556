import type { Line } from "../engine/content.ts";
import { isDong, type Dong } from "../money/dong.ts";
import { digestOfLine } from "./line-digest.ts";
import type { FundingRequest } from "./request-schema.ts";
import { amountIn, isRequestable } from "./request-sums.ts";
import { branchOf, yearsOfWindow, type BudgetWindow, type CapitalKind } from "./windows.ts";

/** One amount that is appraised, decided, assigned and spent on its own: request × source × year × window. */
export interface FundingLine {
  readonly lineId: string;
  readonly requestId: string;
  readonly unitCode: string;
  readonly taskCode: string;
  readonly title: string;
  readonly sourceCode: string;
  readonly capital: CapitalKind;
  readonly year: number;
  readonly window: BudgetWindow;
  readonly requested: Dong;
}

/** Made of the row's stable id: the same line keeps its id through returns and new versions. */
export const lineIdOf = (requestId: string, rowId: string, year: number): string => `${requestId}.${rowId}.${year}`;

/**
 * What the request asks of the budget, line by line. Off-budget sources and years outside the window are not asked
 * for; a request that could not be submitted has no lines.
 */
export function requestedLines(requestId: string, request: FundingRequest): readonly FundingLine[] {
  const { window, year, unitCode, taskCode, capital, title } = request.head ?? {};
  if (window === undefined || year === undefined || capital === undefined) return [];
  return (request.sections?.sources?.rows ?? []).filter(isRequestable).flatMap((row) =>
    yearsOfWindow(window, year)
      .map((column) => ({ column, requested: amountIn(row, column) }))
      .filter(({ requested }) => isDong(requested) && requested !== "0")
      .map(({ column, requested }) => ({
        lineId: lineIdOf(requestId, row.id ?? row.sourceCode ?? "", column),
        requestId,
        unitCode: unitCode ?? "",
        taskCode: taskCode ?? "",
        title: title ?? "",
        sourceCode: row.sourceCode ?? "",
        capital,
        year: column,
        window,
        requested,
      })),
  );
}

/** The lines as a case carries them: as small as a decision needs. */
export const decidableLines = (lines: readonly FundingLine[]): Line[] =>
  lines.map((line) => ({
    id: line.lineId,
    requested: Number(line.requested),
    source: line.sourceCode,
    year: line.year,
    branch: branchOf(line.sourceCode),
    owner: line.unitCode,
    digest: digestOfLine(line),
  }));
