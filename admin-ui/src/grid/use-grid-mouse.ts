import type { MouseEvent, RefObject } from "react";
import type { Place } from "./selection.ts";
import type { Act } from "./use-grid.ts";

interface Mouse {
  act: Act;
  settle: () => void;
  held: RefObject<boolean>;
  takeFocus: () => void;
}

type Spot = { kind: "cell"; place: Place } | { kind: "row"; row: number };

function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!cell) return null;
  const row = Number(cell.dataset["row"]);
  const column = cell.dataset["column"];
  return column === undefined ? { kind: "row", row } : { kind: "cell", place: { row, column: Number(column) } };
}

const inField = (target: EventTarget): boolean => target instanceof Element && target.matches(".writing");

export function useGridMouse({ act, settle, held, takeFocus }: Mouse) {
  const select = (spot: Spot, extend: boolean) =>
    spot.kind === "row"
      ? act({ do: "select-rows", row: spot.row, extend })
      : act({ do: "select", place: spot.place, extend });

  const onMouseDown = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (!spot || event.button !== 0 || inField(event.target)) return;
    // The browser would give the focus to what is under the pointer; it belongs to the active cell's field.
    event.preventDefault();
    settle();
    select(spot, event.shiftKey);
    takeFocus();
  };
  const onMouseOver = (event: MouseEvent) => {
    const spot = spotOf(event.target);
    if (spot && event.buttons === 1 && held.current && !inField(event.target)) select(spot, true);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (spotOf(event.target)?.kind === "cell" && !inField(event.target)) act({ do: "begin", how: "edit" });
  };
  return { onMouseDown, onMouseOver, onDoubleClick };
}
