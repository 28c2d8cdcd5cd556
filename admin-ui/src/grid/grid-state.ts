import type { GridSpec, Row } from "./column.ts";
import { clearRange, fillDown, pasteBlock, typeInto, type Pasted } from "./cells.ts";
import { begin, record, redo, undo, type History } from "./history.ts";
import { at, clamp, moved, rangeOf, type Extent, type Move, type Place, type Selection } from "./selection.ts";
import { duplicateLines, insertLines, removeLines, sheetOf, type Sheet } from "./sheet.ts";
import type { Block } from "./tsv.ts";

interface Step {
  readonly sheet: Sheet;
  /** What the step touched: undoing it leads the eye there. */
  readonly selection: Selection;
}

export interface GridState {
  readonly history: History<Step>;
  /** The rows that the sheet stands for, as the owner of the data knows them. */
  readonly rows: readonly Row[];
  readonly selection: Selection;
  /** `type`: the first letter began it; `edit`: the cell was opened with what it holds. */
  readonly editing: "type" | "edit" | null;
  readonly left: Pasted["left"] | null;
}

export type GridAction =
  | { readonly do: "take"; readonly rows: readonly Row[] }
  | { readonly do: "move"; readonly move: Move; readonly extend?: boolean }
  | { readonly do: "select"; readonly place: Place; readonly extend?: boolean }
  | { readonly do: "select-rows"; readonly row: number; readonly extend?: boolean }
  | { readonly do: "select-all" }
  | { readonly do: "begin"; readonly how: "type" | "edit" }
  | { readonly do: "cancel" }
  | { readonly do: "write"; readonly place: Place; readonly text: string }
  | { readonly do: "commit"; readonly text: string; readonly move?: Move }
  | { readonly do: "paste"; readonly block: Block }
  | { readonly do: "clear" | "fill-down" | "duplicate" | "remove" | "undo" | "redo" }
  | { readonly do: "insert"; readonly where: "above" | "below" | "end" };

export const startOf = (rows: readonly Row[]): GridState => ({
  history: begin({ sheet: sheetOf(rows), selection: at(0, 0) }),
  rows,
  selection: at(0, 0),
  editing: null,
  left: null,
});

export const sheetIn = (state: GridState): Sheet => state.history.present.sheet;

const extentOf = (sheet: Sheet, { columns }: GridSpec): Extent => ({
  rows: sheet.lines.length,
  columns: columns.length,
});

/** The same array as long as no row changed: what could not be read is no change of the data. */
function rowsOf(sheet: Sheet, before: readonly Row[]): readonly Row[] {
  const same = sheet.lines.length === before.length && sheet.lines.every(({ row }, index) => row === before[index]);
  return same ? before : sheet.lines.map(({ row }) => row);
}

function shown(state: GridState, history: History<Step>, selection: Selection, spec: GridSpec): GridState {
  const { sheet } = history.present;
  const rows = rowsOf(sheet, state.rows);
  return { history, rows, selection: clamp(selection, extentOf(sheet, spec)), editing: null, left: null };
}

const changed = (state: GridState, sheet: Sheet, selection: Selection, spec: GridSpec): GridState =>
  sheet === sheetIn(state)
    ? { ...state, selection, editing: null }
    : shown(state, record(state.history, { sheet, selection }), selection, spec);

function committed(state: GridState, text: string, move: Move | undefined, spec: GridSpec): GridState {
  const { anchor } = state.selection;
  const sheet = typeInto(sheetIn(state), anchor.row, spec.columns[anchor.column]!, text, spec);
  const next = changed(state, sheet, at(anchor.row, anchor.column), spec);
  return move ? { ...next, selection: moved(next.selection, move, extentOf(sheet, spec)) } : next;
}

function pasted(state: GridState, block: Block, spec: GridSpec): GridState {
  const result = pasteBlock(sheetIn(state), rangeOf(state.selection), block, spec);
  return { ...changed(state, result.sheet, result.selection, spec), left: result.left };
}

function inserted(state: GridState, where: "above" | "below" | "end", spec: GridSpec): GridState {
  const sheet = sheetIn(state);
  const { top, bottom } = rangeOf(state.selection);
  const place = { above: top, below: bottom + 1, end: sheet.lines.length }[where];
  const row = Math.min(place, sheet.lines.length);
  const grown = insertLines(sheet, row, [{}], spec);
  return grown === sheet ? state : changed(state, grown, at(row, 0), spec);
}

function duplicated(state: GridState, spec: GridSpec): GridState {
  const { top, bottom } = rangeOf(state.selection);
  const sheet = duplicateLines(sheetIn(state), top, bottom, spec);
  const added = sheet.lines.length - sheetIn(state).lines.length;
  const selection = { anchor: { row: bottom + 1, column: 0 }, focus: { row: bottom + added, column: 0 } };
  return added === 0 ? state : changed(state, sheet, selection, spec);
}

function removed(state: GridState, spec: GridSpec): GridState {
  const { top, bottom } = rangeOf(state.selection);
  return changed(state, removeLines(sheetIn(state), top, bottom, spec), at(top, state.selection.anchor.column), spec);
}

function travelled(state: GridState, back: boolean, spec: GridSpec): GridState {
  const history = back ? undo(state.history) : redo(state.history);
  if (!history) return state;
  const touched = back ? state.history.present : history.present;
  return shown(state, history, touched.selection, spec);
}

const withoutId = ({ id: _, ...row }: Row): string => JSON.stringify(row);

/** The same rows, named by the server since, go on with their history; any others begin a new one. */
function taken(state: GridState, rows: readonly Row[], extent: Extent): GridState {
  const { lines, ...sheet } = sheetIn(state);
  const same = lines.length === rows.length && lines.every(({ row }, at) => withoutId(row) === withoutId(rows[at]!));
  if (!same) return { ...startOf(rows), selection: clamp(state.selection, { ...extent, rows: rows.length }) };
  const named = { ...sheet, lines: lines.map((line, at) => ({ ...line, row: rows[at]! })) };
  const { present } = state.history;
  return { ...state, rows, history: { ...state.history, present: { ...present, sheet: named } } };
}

function selected(state: GridState, selection: Selection, spec: GridSpec): GridState {
  return { ...state, selection: clamp(selection, extentOf(sheetIn(state), spec)), editing: null, left: null };
}

export function reduceGrid(state: GridState, action: GridAction, spec: GridSpec): GridState {
  const sheet = sheetIn(state);
  const { selection } = state;
  const { anchor } = selection;
  const extent = extentOf(sheet, spec);
  switch (action.do) {
    case "take":
      return taken(state, action.rows, extent);
    case "move":
      return selected(state, moved(selection, action.move, extent, action.extend), spec);
    case "select":
      return selected(state, { anchor: action.extend ? anchor : action.place, focus: action.place }, spec);
    case "select-rows": {
      const from = { row: action.extend ? anchor.row : action.row, column: 0 };
      return selected(state, { anchor: from, focus: { row: action.row, column: extent.columns - 1 } }, spec);
    }
    case "select-all":
      return selected(
        state,
        { anchor: { row: 0, column: 0 }, focus: { row: extent.rows, column: extent.columns } },
        spec,
      );
    case "begin":
      if (spec.columns[anchor.column]?.readOnly || !sheet.lines[anchor.row]) return state;
      return { ...state, selection: at(anchor.row, anchor.column), editing: action.how, left: null };
    case "cancel":
      return { ...state, editing: null };
    case "write": {
      const { row, column } = action.place;
      return changed(state, typeInto(sheet, row, spec.columns[column]!, action.text, spec), at(row, column), spec);
    }
    case "commit":
      return committed(state, action.text, action.move, spec);
    case "paste":
      return pasted(state, action.block, spec);
    case "clear":
      return changed(state, clearRange(sheet, rangeOf(selection), spec), selection, spec);
    case "fill-down":
      return changed(state, fillDown(sheet, rangeOf(selection), spec), selection, spec);
    case "insert":
      return inserted(state, action.where, spec);
    case "duplicate":
      return duplicated(state, spec);
    case "remove":
      return removed(state, spec);
    case "undo":
      return travelled(state, true, spec);
    case "redo":
      return travelled(state, false, spec);
  }
}
