import type { Dong } from "../money/dong.ts";
import { isBlank, isBlankRow } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { FundingRequest, PlacedRow } from "./request-schema.ts";
import { amountIn, isRequestable } from "./request-sums.ts";
import { placed as placedTable } from "./request-tables.ts";
import { yearsOfWindow } from "./windows.ts";

/** Money asked for or given elsewhere, as the ledger has it. */
export interface OtherMoney {
  readonly requestId: string;
  readonly title: string;
  readonly taskCode: string;
  readonly sourceCode: string;
  readonly year: number;
  readonly amount: Dong;
}

const P = "sections.placed";

/** Chống trùng is answered, either way: silence is not an answer. */
export function checkPlaced(request: FundingRequest): FundingProblem[] {
  const { none, rows = [] } = request.sections?.placed ?? {};
  if (none === true) return rows.length > 0 ? [fundingProblem(`${P}.none`, "placed-but-none")] : [];
  if (rows.length === 0) return [fundingProblem(`${P}.none`, "placed-unanswered")];
  return rows.flatMap((row, index) => checkPlacedRow(`${P}.rows.${index}`, row, request));
}

function checkPlacedRow(path: string, row: PlacedRow, request: FundingRequest): FundingProblem[] {
  if (isBlankRow({ ...row, id: undefined }, placedTable.columns)) return [fundingProblem(path, "empty-row")];
  const missing = placedTable.columns
    .filter((field) => field.required === true && isBlank(row[field.key as keyof PlacedRow]))
    .map((field) => fundingProblem(`${path}.${field.key}`, "required"));
  const { sourceCode: source = "", year = 0, amount: amountDong = "0" } = row;
  const same = asked(request).some((cell) => cell.sourceCode === source && cell.year === year);
  const unexplained = same && isBlank(row.difference);
  return unexplained
    ? [...missing, fundingProblem(`${path}.difference`, "already-placed", { source, year, amountDong })]
    : missing;
}

interface Cell {
  readonly sourceCode: string;
  readonly year: number;
  readonly row: number;
}

function asked(request: FundingRequest): Cell[] {
  const { window, year: first } = request.head ?? {};
  if (window === undefined || first === undefined) return [];
  return (request.sections?.sources?.rows ?? []).flatMap((row, index) =>
    isRequestable(row)
      ? yearsOfWindow(window, first)
          .filter((year) => amountIn(row, year) !== "0")
          .map((year) => ({ sourceCode: row.sourceCode ?? "", year, row: index }))
      : [],
  );
}

/** Rule 8: the same task, source and year in another open request is said, never forbidden. */
export function checkDuplicates(request: FundingRequest, others: readonly OtherMoney[]): FundingProblem[] {
  const task = request.head?.taskCode;
  return asked(request).flatMap((cell) =>
    others
      .filter((other) => other.taskCode === task && other.sourceCode === cell.sourceCode && other.year === cell.year)
      .map(({ title, year, amount }) =>
        fundingProblem(`sections.sources.rows.${cell.row}.amounts.${year}`, "duplicate-request", {
          title,
          year,
          amountDong: amount,
        }),
      ),
  );
}
