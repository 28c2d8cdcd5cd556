import { useEffect } from "react";
import type { GridColumn } from "./column.ts";
import type { Act } from "./use-grid.ts";

/** A cell that a summary of problems points at; a new object each time it is asked for. */
export interface Target {
  readonly row: number;
  readonly column: string;
}

export function useTarget(
  target: Target | null,
  columns: readonly GridColumn[],
  act: Act,
  takeFocus: () => void,
): void {
  useEffect(() => {
    if (!target) return;
    const column = columns.findIndex(({ key }) => key === target.column);
    act({ do: "select", place: { row: target.row, column: Math.max(0, column) } });
    takeFocus();
  }, [target, columns, act, takeFocus]);
}
