import { useCallback, useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import type { Hand } from "./CellEditor.tsx";
import { copyRange } from "./cells.ts";
import type { GridSpec } from "./column.ts";
import { meaningOf, moveAfter } from "./grid-keys.ts";
import { sheetIn, type GridAction, type GridState } from "./grid-state.ts";
import { rangeOf, type Move } from "./selection.ts";
import { formatBlock, parseBlock } from "./tsv.ts";
import type { Act } from "./use-grid.ts";
import { useGridMouse } from "./use-grid-mouse.ts";

export interface Grip {
  scroller: RefObject<HTMLElement | null>;
  hand: RefObject<Hand | null>;
  spec: GridSpec;
  /** The state at this moment, not at the last drawing. */
  now: () => GridState;
  act: Act;
  readOnly: boolean;
}

const changes: ReadonlySet<GridAction["do"]> = new Set([
  "begin",
  "paste",
  "clear",
  "fill-down",
  "duplicate",
  "remove",
  "undo",
  "redo",
  "insert",
]);

/** Keyboard, clipboard, mouse and focus of the grid. */
export function useGridHands(grip: Grip) {
  const { scroller, hand, spec, now, act, readOnly } = grip;
  const held = useRef(false);
  const leaving = useRef(false);
  const holdsFocus = useCallback(() => held.current, []);
  const takeFocus = useCallback(() => {
    held.current = true;
    scroller.current?.querySelector<HTMLElement>(".resting")?.focus({ preventScroll: true });
  }, [scroller]);
  const commit = (move?: Move) => act({ do: "commit", text: hand.current?.text() ?? "", ...(move && { move }) });
  const onPick = useCallback(
    (value: string, move?: Move) => act({ do: "commit", text: value, ...(move && { move }) }),
    [act],
  );
  /** Before the hand goes elsewhere: what is being composed is ended by the browser itself, then written. */
  const settle = () => {
    if (!now().editing) return;
    if (hand.current?.isComposing()) hand.current.leave();
    else commit();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key belongs to an input method, whatever it says it is.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && !now().editing) leaving.current = true;
    const meaning = event.key === "Tab" && leaving.current ? "leave" : meaningOf(event, now(), spec);
    if (event.key !== "Escape") leaving.current = false;
    if (meaning === null || meaning === "leave") return;
    if (typeof meaning !== "string" && readOnly && changes.has(meaning.do)) return;
    event.preventDefault();
    if (meaning === "commit") commit(moveAfter(event));
    else act(meaning);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (now().editing) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", formatBlock(copyRange(sheetIn(now()), rangeOf(now().selection), spec)));
    if (event.type === "cut" && !readOnly) act({ do: "clear" });
  };
  const onPaste = (event: ClipboardEvent) => {
    if (now().editing || readOnly) return;
    event.preventDefault();
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted !== "") act({ do: "paste", block: parseBlock(pasted) });
  };
  const onFocus = () => {
    held.current = true;
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && scroller.current?.contains(relatedTarget)) return;
    // Nobody took the focus when the field itself went away with its cell; the next one takes it.
    if (relatedTarget) held.current = false;
    if (now().editing) commit();
  };
  const mouse = useGridMouse({ act, settle, held, takeFocus });
  return {
    handlers: { onKeyDown, onCopy, onCut: onCopy, onPaste, onFocus, onBlur, ...mouse },
    holdsFocus,
    takeFocus,
    onPick,
  };
}
