import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { GridSpec, Row } from "./column.ts";
import type { GridAction } from "./grid-state.ts";
import { gridStore, type GridStore } from "./grid-store.ts";

export interface GridProps {
  readonly spec: GridSpec;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
  /** Where the sheet's history is kept while it is not on screen, and under which name. */
  readonly kept?: Map<string, GridStore>;
  readonly name?: string;
}

function storeOf({ rows, kept, name = "" }: GridProps): GridStore {
  const store = kept?.get(name) ?? gridStore(rows);
  kept?.set(name, store);
  return store;
}

export function useGrid(props: GridProps) {
  const { spec, rows, onRows } = props;
  const [store] = useState(() => storeOf(props));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const act = useCallback(
    (action: GridAction) => {
      if (store.act(action, spec)) onRows(store.get().rows);
    },
    [store, spec, onRows],
  );
  // Rows that did not come from here (a merge, a recovered copy) begin a new history; the same rows under ids do not.
  useEffect(() => {
    if (store.get().rows !== rows) store.act({ do: "take", rows }, spec);
  }, [store, rows, spec]);
  return { state, act, now: store.get };
}

export type GridInHand = ReturnType<typeof useGrid>;
export type Act = GridInHand["act"];
