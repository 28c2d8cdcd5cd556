import { readPasted, separatorOf, type Separator } from "../money/pasted.ts";
import { parseQuantity } from "../money/quantity.ts";
import { normalizeText } from "../report/normalize.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { CostRow } from "./request-schema.ts";
import { costs, MAX_COST_LINES } from "./request-tables.ts";

export interface PastedCosts {
  readonly rows: readonly CostRow[];
  /** Paths as in the request, counted from the row at which the block was pasted. */
  readonly problems: readonly FundingProblem[];
}

const columns = costs.columns;

interface Cell {
  readonly value?: string;
  readonly unclear?: boolean;
}

function readCell(type: string, text: string, separator: Separator): Cell {
  if (text === "") return {};
  if (type === "money") {
    const read = readPasted(text, separator);
    if (read.ok) return { value: read.amount };
    return read.why === "empty" ? {} : { unclear: true };
  }
  if (type !== "decimal") return { value: text };
  const value = parseQuantity(separator === "," ? text.replaceAll(",", " ").replace(".", ",") : text);
  return value === undefined ? { unclear: true } : { value };
}

/**
 * A block copied from a spreadsheet (tabs between cells, one line per row), laid over table B from column `first` on.
 * A cell that cannot be read for certain stays empty and is named: a figure nobody meant must not slip in.
 */
export function pasteCosts(text: string, at: { readonly row: number; readonly column?: string }): PastedCosts {
  const first = Math.max(
    0,
    columns.findIndex((column) => column.key === at.column),
  );
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const table = lines.slice(0, MAX_COST_LINES).map((line) => line.split("\t").map(normalizeText));
  const separator = separatorOf(table.flat());
  const problems: FundingProblem[] = [];
  const rows = table.map((cells, index) => {
    const row: Record<string, string> = {};
    for (const [offset, cell] of cells.entries()) {
      const column = columns[first + offset];
      if (!column) break;
      const { value, unclear } = readCell(column.type, cell, separator);
      if (value !== undefined) row[column.key] = value;
      if (unclear)
        problems.push(fundingProblem(`sections.costs.rows.${at.row + index}.${column.key}`, "not-whole-dong"));
    }
    return row satisfies CostRow;
  });
  return { rows, problems };
}
