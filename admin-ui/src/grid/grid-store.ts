import type { GridSpec, Row } from "./column.ts";
import { reduceGrid, startOf, type GridAction, type GridState } from "./grid-state.ts";

export interface GridStore {
  readonly get: () => GridState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says whether the rows are others now. */
  readonly act: (action: GridAction, spec: GridSpec) => boolean;
}

/** Beside React: two key presses within one frame must each find what the other left. */
export function gridStore(rows: readonly Row[]): GridStore {
  let state = startOf(rows);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (action, spec) => {
      const before = state;
      state = reduceGrid(before, action, spec);
      if (state !== before) for (const listener of listeners) listener();
      return state.rows !== before.rows;
    },
  };
}
