import type { GridAction, GridState } from "./grid-state.ts";
import { sheetIn } from "./grid-state.ts";
import type { GridSpec } from "./column.ts";
import { moved, type Move } from "./selection.ts";

export interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means; `leave` lets the browser carry the focus out of the grid. */
export type Meaning = GridAction | "leave" | "commit" | null;

const plain: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "page-up",
  PageDown: "page-down",
  Home: "row-start",
  End: "row-end",
};

const withControl: Readonly<Record<string, Move>> = {
  ArrowUp: "top",
  ArrowDown: "bottom",
  ArrowLeft: "row-start",
  ArrowRight: "row-end",
  Home: "first",
  End: "last",
};

// By the place of the key, not by its letter: a Vietnamese keyboard may say "đ" where the label says D.
const commands: Readonly<Record<string, GridAction>> = {
  KeyZ: { do: "undo" },
  KeyY: { do: "redo" },
  KeyA: { do: "select-all" },
  KeyD: { do: "fill-down" },
};

function controlled({ key, code, shiftKey, altKey }: Key): Meaning {
  if (altKey && (code === "Equal" || code === "Minus")) {
    return code === "Equal" ? { do: "insert", where: "above" } : { do: "remove" };
  }
  const move = withControl[key];
  if (move) return { do: "move", move, extend: shiftKey };
  if (shiftKey) return code === "KeyZ" ? { do: "redo" } : null;
  return altKey ? null : (commands[code] ?? null);
}

/** Tab walks the cells and goes on out of the grid at either end: a grid must not hold anybody. */
function tabbed(state: GridState, spec: GridSpec, back: boolean): Meaning {
  const move = back ? "previous" : "next";
  const extent = { rows: sheetIn(state).lines.length, columns: spec.columns.length };
  return moved(state.selection, move, extent) === state.selection ? "leave" : { do: "move", move };
}

function entered(state: GridState, { maxRows, fixedRows }: GridSpec, up: boolean): Meaning {
  const count = sheetIn(state).lines.length;
  const atEnd = state.selection.anchor.row === count - 1;
  return !up && atEnd && !fixedRows && count < maxRows
    ? { do: "insert", where: "end" }
    : { do: "move", move: up ? "up" : "down" };
}

/** While a cell is being written, only what ends the writing is ours. */
function whileEditing(state: GridState, { key, shiftKey }: Key): Meaning {
  if (key === "Escape") return { do: "cancel" };
  if (key === "Enter" || key === "Tab") return "commit";
  // A cell begun by its first letter is left by an arrow, as in every spreadsheet; an opened one moves its caret.
  return state.editing === "type" && !shiftKey && key.startsWith("Arrow") ? "commit" : null;
}

export function meaningOf(key: Key, state: GridState, spec: GridSpec): Meaning {
  if (state.editing) return whileEditing(state, key);
  if (key.ctrlKey || key.metaKey) return controlled(key);
  if (key.altKey) return null;
  if (key.key === "Tab") return tabbed(state, spec, key.shiftKey);
  if (key.key === "Enter") return entered(state, spec, key.shiftKey);
  if (key.key === "F2") return { do: "begin", how: "edit" };
  if (key.key === "Delete" || key.key === "Backspace") return { do: "clear" };
  const move = plain[key.key];
  return move ? { do: "move", move, extend: key.shiftKey } : null;
}

/** Where the writing hand goes after a cell. */
export const moveAfter = ({ key, shiftKey }: Key): Move =>
  key === "Enter" ? (shiftKey ? "up" : "down") : key === "Tab" ? (shiftKey ? "previous" : "next") : plain[key]!;
