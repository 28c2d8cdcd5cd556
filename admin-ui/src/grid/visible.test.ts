import { describe, expect, it } from "vitest";
import { scrollFor, visibleRows } from "./visible.ts";

describe("rows in sight", () => {
  it("are few of many, wherever one has scrolled to", () => {
    const rows = visibleRows(500, 36, { top: 9_000, height: 600 }, 250);
    expect(rows.length).toBeLessThan(40);
    expect(rows).toContain(250);
    expect(rows).toContain(266);
  });

  it("hold the row with the active cell, in order, though it is far away", () => {
    expect(visibleRows(500, 36, { top: 9_000, height: 600 }, 3)[0]).toBe(3);
    expect(visibleRows(500, 36, { top: 0, height: 600 }, 499).at(-1)).toBe(499);
  });

  it("are none of an empty table, and never more than there are", () => {
    expect(visibleRows(0, 36, { top: 0, height: 600 }, 0)).toEqual([]);
    expect(visibleRows(3, 36, { top: 0, height: 600 }, 0)).toEqual([0, 1, 2]);
  });
});

describe("scrolling to a row", () => {
  const pinned = { above: 40, below: 36 };

  it("leaves the view where it is when the row stands free between head and totals", () => {
    expect(scrollFor(5, 36, { top: 100, height: 600 }, pinned)).toBe(100);
  });

  it("brings a row out from under the head or the totals", () => {
    expect(scrollFor(1, 36, { top: 100, height: 600 }, pinned)).toBe(36);
    expect(scrollFor(20, 36, { top: 0, height: 600 }, pinned)).toBe(21 * 36 - 524);
  });
});
