export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `anchor` is the cell one types in; `focus` is the opposite corner of what is selected. */
export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "next"
  | "previous"
  | "page-up"
  | "page-down"
  | "row-start"
  | "row-end"
  | "top"
  | "bottom"
  | "first"
  | "last";

export const PAGE_ROWS = 12;

export const at = (row: number, column: number): Selection => ({ anchor: { row, column }, focus: { row, column } });

export const rangeOf = ({ anchor, focus }: Selection): Range => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
});

const between = (value: number, most: number): number => Math.max(0, Math.min(value, most));

const clampPlace = ({ row, column }: Place, { rows, columns }: Extent): Place => ({
  row: between(row, rows - 1),
  column: between(column, columns - 1),
});

export const clamp = ({ anchor, focus }: Selection, extent: Extent): Selection => ({
  anchor: clampPlace(anchor, extent),
  focus: clampPlace(focus, extent),
});

/** Tab order: along the row, then the next row. Undefined past either end: there the focus may leave the grid. */
function along({ row, column }: Place, step: 1 | -1, { rows, columns }: Extent): Place | undefined {
  const index = row * columns + column + step;
  return index < 0 || index >= rows * columns
    ? undefined
    : { row: Math.floor(index / columns), column: index % columns };
}

function target({ row, column }: Place, move: Move, extent: Extent): Place | undefined {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const targets: Record<Move, () => Place | undefined> = {
    up: () => ({ row: row - 1, column }),
    down: () => ({ row: row + 1, column }),
    left: () => ({ row, column: column - 1 }),
    right: () => ({ row, column: column + 1 }),
    next: () => along({ row, column }, 1, extent),
    previous: () => along({ row, column }, -1, extent),
    "page-up": () => ({ row: row - PAGE_ROWS, column }),
    "page-down": () => ({ row: row + PAGE_ROWS, column }),
    "row-start": () => ({ row, column: 0 }),
    "row-end": () => ({ row, column: lastColumn }),
    top: () => ({ row: 0, column }),
    bottom: () => ({ row: lastRow, column }),
    first: () => ({ row: 0, column: 0 }),
    last: () => ({ row: lastRow, column: lastColumn }),
  };
  return targets[move]();
}

/** Moves the cell, or with `extend` the far corner. The selection itself when there is nowhere to go. */
export function moved(selection: Selection, move: Move, extent: Extent, extend = false): Selection {
  const from = extend ? selection.focus : selection.anchor;
  const found = target(from, move, extent);
  if (!found) return selection;
  const place = clampPlace(found, extent);
  return extend ? { anchor: selection.anchor, focus: place } : { anchor: place, focus: place };
}
