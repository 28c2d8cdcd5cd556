import { separatorOf, type Separator } from "../../../domain/money/pasted.ts";
import { setAt } from "../draft/set-at.ts";
import type { GridColumn, GridSpec, Row } from "./column.ts";
import type { Range, Selection } from "./selection.ts";
import { copiedFrom, heldIn, insertLines, type Line, type Sheet } from "./sheet.ts";
import type { Block } from "./tsv.ts";

type Edit = { readonly column: GridColumn; readonly text: string };

const without = (unread: Line["unread"], key: string): Line["unread"] => {
  const { [key]: _, ...others } = unread;
  return others;
};

/** What cannot be read stays in sight and out of the row: a figure nobody meant must not slip in. */
function written(line: Line, { column, text }: Edit, separator: Separator): Line {
  const read = column.read(text, separator);
  const unread = column.key in line.unread ? without(line.unread, column.key) : line.unread;
  const value = read.ok ? read.value : undefined;
  const row =
    heldIn(line.row, column.key) === value ? line.row : (setAt(line.row, column.key.split("."), value) as Row);
  return { ...line, row, unread: read.ok ? unread : { ...unread, [column.key]: text } };
}

function edited(line: Line, edits: readonly Edit[], separator: Separator, { settle }: GridSpec): Line {
  const next = edits.reduce((current, edit) => written(current, edit, separator), line);
  return next.row === line.row ? next : { ...next, row: settle(next.row, line.row) };
}

const replaced = (sheet: Sheet, from: number, lines: readonly Line[]): Sheet => ({
  ...sheet,
  lines: sheet.lines.toSpliced(from, lines.length, ...lines),
});

export function typeInto(sheet: Sheet, row: number, column: GridColumn, text: string, spec: GridSpec): Sheet {
  const line = sheet.lines[row];
  if (!line || column.readOnly) return sheet;
  const next = edited(line, [{ column, text }], separatorOf([text]), spec);
  return next.row === line.row && next.unread === line.unread ? sheet : replaced(sheet, row, [next]);
}

export function clearRange(sheet: Sheet, range: Range, spec: GridSpec): Sheet {
  const edits = spec.columns.slice(range.left, range.right + 1).map((column) => ({ column, text: "" }));
  const lines = sheet.lines.slice(range.top, range.bottom + 1).map((line) => edited(line, edits, ".", spec));
  return replaced(sheet, range.top, lines);
}

export const copyRange = (sheet: Sheet, range: Range, { columns }: GridSpec): Block =>
  sheet.lines
    .slice(range.top, range.bottom + 1)
    .map((line) => columns.slice(range.left, range.right + 1).map((column) => copiedFrom(line, column)));

export interface Pasted {
  readonly sheet: Sheet;
  readonly selection: Selection;
  /** Rows for which the table had no room, cells right of the last column, cells that could not be read. */
  readonly left: { readonly rows: number; readonly cells: number; readonly unread: number };
}

/** One cell copied onto many fills them all; a block is laid down once, from the top left corner. */
const spread = (block: Block, { top, bottom, left, right }: Range): Block => {
  const single = block.length === 1 && block[0]!.length === 1 ? block[0]![0]! : undefined;
  if (single === undefined) return block;
  return Array.from({ length: bottom - top + 1 }, () => Array<string>(right - left + 1).fill(single));
};

export function pasteBlock(sheet: Sheet, range: Range, pasted: Block, spec: GridSpec): Pasted {
  const block = spread(pasted, range);
  const separator = separatorOf(block.flat());
  const missing = range.top + block.length - sheet.lines.length;
  const grown = insertLines(sheet, sheet.lines.length, Array<Row>(Math.max(0, missing)).fill({}), spec);
  const targets = grown.lines.slice(range.top, range.top + block.length);
  const columns = spec.columns.slice(range.left);
  const lines = targets.map((line, index) => {
    const cells = block[index]!.slice(0, columns.length);
    const edits = cells.map((text, offset) => ({ column: columns[offset]!, text: text.trim() }));
    return edited(line, edits, separator, spec);
  });
  const width = Math.min(columns.length, Math.max(...block.map((row) => row.length)));
  const unread = lines.reduce((sum, line, index) => {
    const cells = columns.slice(0, block[index]!.length);
    return sum + cells.filter(({ key }) => line.unread[key] !== undefined).length;
  }, 0);
  return {
    sheet: replaced(grown, range.top, lines),
    selection: {
      anchor: { row: range.top, column: range.left },
      focus: { row: range.top + Math.max(1, lines.length) - 1, column: range.left + Math.max(1, width) - 1 },
    },
    left: {
      rows: block.length - lines.length,
      cells: block.slice(0, lines.length).reduce((sum, row) => sum + Math.max(0, row.length - columns.length), 0),
      unread,
    },
  };
}

/** Ctrl+D: the first row of the selection again in the rows below it. */
export function fillDown(sheet: Sheet, range: Range, spec: GridSpec): Sheet {
  const [first] = copyRange(sheet, { ...range, bottom: range.top }, spec);
  if (!first || range.bottom === range.top) return sheet;
  const block = Array.from({ length: range.bottom - range.top }, () => first);
  return pasteBlock(sheet, { ...range, top: range.top + 1 }, block, spec).sheet;
}
