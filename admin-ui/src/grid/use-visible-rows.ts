import { useEffect, useLayoutEffect, useState, type RefObject } from "react";
import { HEAD_HEIGHT, INDEX_WIDTH, ROW_HEIGHT } from "./grid-style.ts";
import type { Selection } from "./selection.ts";
import { scrollFor, visibleRows, type View } from "./visible.ts";

/** Drawn anew once per so many pixels: between two rows there is nothing new to draw. */
const STEP = ROW_HEIGHT * 4;

/** Enough for any screen until the first measure. */
const FIRST: View = { top: 0, height: 800 };

const viewOf = (element: HTMLElement): View => ({
  top: Math.floor(element.scrollTop / STEP) * STEP,
  height: element.clientHeight + STEP,
});

/** Rows in the page: those in sight and, always, the one with the active cell, since it holds the focus. */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, count: number, selection: Selection) {
  const [view, setView] = useState(FIRST);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () =>
      setView((before) => {
        const now = viewOf(element);
        return before.top === now.top && before.height === now.height ? before : now;
      });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller]);

  const { row, column } = selection.focus;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    showRow(element, row);
    showColumn(element, column);
  }, [scroller, row, column]);
  return visibleRows(count, ROW_HEIGHT, view, selection.anchor.row);
}

/** Between the pinned head and the pinned totals. */
function showRow(scroller: HTMLElement, row: number): void {
  const seen = { top: scroller.scrollTop, height: scroller.clientHeight };
  const top = scrollFor(row, ROW_HEIGHT, seen, { above: HEAD_HEIGHT, below: ROW_HEIGHT });
  if (top !== seen.top) scroller.scrollTop = top;
}

/** Beside the pinned numbers of the rows, never under them. */
function showColumn(scroller: HTMLElement, column: number): void {
  const head = scroller.querySelector<HTMLElement>(`.head [aria-colindex="${column + 2}"]`);
  if (!head) return;
  const left = head.offsetLeft - INDEX_WIDTH;
  const right = head.offsetLeft + head.offsetWidth - scroller.clientWidth;
  if (scroller.scrollLeft > left) scroller.scrollLeft = left;
  else if (scroller.scrollLeft < right) scroller.scrollLeft = right;
}
