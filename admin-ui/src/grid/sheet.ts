import { getAt } from "../draft/set-at.ts";
import type { CellValue, GridColumn, GridSpec, Row } from "./column.ts";

/** A row in hand: what it holds, and beside it what was typed or pasted and could not be read. */
export interface Line {
  /** Of this screen only; stays with the line while others come and go. */
  readonly key: number;
  readonly row: Row;
  readonly unread: Readonly<Record<string, string>>;
}

export interface Sheet {
  readonly lines: readonly Line[];
  readonly nextKey: number;
}

const NONE = {};

export const sheetOf = (rows: readonly Row[]): Sheet => ({
  lines: rows.map((row, key) => ({ key, row, unread: NONE })),
  nextKey: rows.length,
});

export const heldIn = (row: Row, key: string): CellValue => {
  const value = getAt(row, key);
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const valueIn = (row: Row, column: GridColumn): CellValue => heldIn(row, column.key) ?? column.derive?.(row);

export const shownIn = ({ row, unread }: Line, column: GridColumn): string => {
  const value = valueIn(row, column);
  return unread[column.key] ?? (value === undefined ? "" : column.show(value));
};

export const copiedFrom = ({ row, unread }: Line, column: GridColumn): string => {
  const value = valueIn(row, column);
  return unread[column.key] ?? (value === undefined ? "" : column.copy(value));
};

/** New lines at `at`, as far as the table has room. */
export function insertLines(sheet: Sheet, at: number, rows: readonly Row[], { maxRows, fixedRows }: GridSpec): Sheet {
  const room = fixedRows ? [] : rows.slice(0, Math.max(0, maxRows - sheet.lines.length));
  if (room.length === 0) return sheet;
  const added = room.map((row, index) => ({ key: sheet.nextKey + index, row, unread: NONE }));
  return { lines: sheet.lines.toSpliced(at, 0, ...added), nextKey: sheet.nextKey + added.length };
}

export const removeLines = (sheet: Sheet, from: number, to: number, { fixedRows }: GridSpec): Sheet =>
  fixedRows ? sheet : { ...sheet, lines: sheet.lines.filter((_, index) => index < from || index > to) };

export const duplicateLines = (sheet: Sheet, from: number, to: number, spec: GridSpec): Sheet =>
  insertLines(
    sheet,
    to + 1,
    sheet.lines.slice(from, to + 1).map(({ row }) => spec.copyRow(row)),
    spec,
  );
