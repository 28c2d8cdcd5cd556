import { costAmount, rowTotal } from "../../../domain/funding/request-sums.ts";
import { costs, MAX_COST_LINES, MAX_SOURCE_ROWS, sources } from "../../../domain/funding/request-tables.ts";
import { program } from "../../../domain/plan/plan.ts";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import type { GridColumn, GridOption, GridSpec, Row } from "../grid/column.ts";
import { choiceColumn, moneyColumn, quantityColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";

type Language = "vi" | "en";

/** Leaves of the plan's funding tree (IV): only these carry money. */
export const sourceOptions = (language: Language): readonly GridOption[] =>
  program.fundingSources
    .filter(({ code }) => !program.fundingSources.some(({ parent }) => parent === code))
    .map((source) => ({ value: source.code, label: `${source.code}. ${source[language]}` }));

const widths: Readonly<Record<string, number>> = {
  content: 260,
  unit: 80,
  quantity: 90,
  price: 140,
  amount: 150,
  sourceCode: 210,
  norm: 220,
  total: 150,
};

/** Filled by a rule of the domain where the table says so; the rest is typed. */
const derived: Readonly<Record<string, (row: Row) => string | undefined>> = {
  amount: (row) => costAmount(row),
  total: (row) => rowTotal(row),
};

function columnOf(field: FieldSpec, language: Language): GridColumn {
  const derive = derived[field.key];
  const basics = {
    key: field.key,
    label: field.label[language],
    width: widths[field.key] ?? 120,
    required: field.required === true,
    ...(derive && { derive, readOnly: true }),
  };
  if (field.type === "source") return choiceColumn({ ...basics, options: sourceOptions(language) });
  if (field.type === "decimal") return quantityColumn(basics);
  if (field.type === "text") return textColumn(basics);
  // A price is not added up: the sum of prices is nobody's figure.
  return moneyColumn(field.key === "price" ? basics : { ...basics, total: sumOfColumn(basics) });
}

const copyRow = ({ id: _, ...row }: Row): Row => row;

/** An amount stated for another quantity or price would be a contradiction that nobody made. */
function settleCost(after: Row, before: Row): Row {
  const { amount, ...row } = after;
  const recalculated = after["quantity"] !== before["quantity"] || after["price"] !== before["price"];
  return recalculated && amount !== undefined && amount === before["amount"] ? row : after;
}

export const costSpec = (language: Language): GridSpec => ({
  columns: costs.columns.map((field) => columnOf(field, language)),
  maxRows: MAX_COST_LINES,
  copyRow,
  settle: settleCost,
});

export const sourceSpec = (language: Language): GridSpec => ({
  columns: sources.columns.map((field) => columnOf(field, language)),
  maxRows: MAX_SOURCE_ROWS,
  copyRow,
  settle: (after) => after,
});

/** The cell that a problem's path names, when it lies in the rows under `path`. */
export function cellIn(path: string, asked: string): { row: number; column: string } | null {
  if (!asked.startsWith(`${path}.`)) return null;
  const [row = "", ...column] = asked.slice(path.length + 1).split(".");
  return /^\d+$/.test(row) ? { row: Number(row), column: column.join(".") } : null;
}

const SHEETS = ["sections.sources.rows", "sections.costs.rows"];
export const isSheetCell = (path: string): boolean => SHEETS.some((sheet) => cellIn(sheet, path) !== null);
