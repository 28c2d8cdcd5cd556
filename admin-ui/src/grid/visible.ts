/** Which rows of one height are in sight, with some before and after so that a turn of the wheel shows no gap. */
export interface View {
  readonly top: number;
  readonly height: number;
}

const OVERSCAN = 8;

/** `always` is drawn wherever one has scrolled to: it holds the focus. */
export function visibleRows(count: number, rowHeight: number, view: View, always: number): readonly number[] {
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (always < 0 || always >= count || (first <= always && always <= last)) return rows;
  return always < first ? [always, ...rows] : [...rows, always];
}

/** Where to scroll so that a row stands between what is pinned above and below; the place itself when it does. */
export function scrollFor(
  row: number,
  rowHeight: number,
  view: View,
  pinned: { above: number; below: number },
): number {
  const top = row * rowHeight;
  if (top < view.top) return top;
  const free = view.height - pinned.above - pinned.below;
  return top + rowHeight > view.top + free ? top + rowHeight - free : view.top;
}
