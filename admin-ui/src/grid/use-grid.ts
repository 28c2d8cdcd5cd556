import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { GridSpec, Row } from "./column.ts";
import type { GridAction } from "./grid-state.ts";
import { gridStore } from "./grid-store.ts";

export interface GridProps {
  readonly spec: GridSpec;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
}

export function useGrid({ spec, rows, onRows }: GridProps) {
  const [store] = useState(() => gridStore(rows));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const act = useCallback(
    (action: GridAction) => {
      if (store.act(action, spec)) onRows(store.get().rows);
    },
    [store, spec, onRows],
  );
  // Rows that did not come from here (a merge, a recovered copy) begin a new history.
  useEffect(() => {
    if (store.get().rows !== rows) store.act({ do: "load", rows }, spec);
  }, [store, rows, spec]);
  return { state, act, now: store.get };
}

export type GridInHand = ReturnType<typeof useGrid>;
export type Act = GridInHand["act"];
