import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { squarify, type Area } from "./squarify.ts";

const frame: Area = { x: 0, y: 0, width: 800, height: 300 };
const size = (value: number): number => value;
const areaOf = ({ width, height }: Area): number => width * height;

describe("a rectangle cut by shares", () => {
  it("gives each part its share of the whole", () => {
    const parts = squarify([1, 2, 3], size, frame);
    expect(parts.map(({ item }) => item)).toEqual([3, 2, 1]);
    for (const { item, area } of parts) expect(areaOf(area)).toBeCloseTo((areaOf(frame) * item) / 6);
  });

  it("has no part for nothing", () => {
    expect(squarify([0, 5], size, frame)).toHaveLength(1);
    expect(squarify<number>([], size, frame)).toEqual([]);
  });

  it("keeps every part inside and no two over each other", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(sizes, (all) => {
        const parts = squarify(all, size, frame);
        const areas = parts.map(({ area }) => area);
        expect(areas.reduce((sum, area) => sum + areaOf(area), 0)).toBeCloseTo(areaOf(frame), 3);
        for (const { x, y, width, height } of areas) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
          expect(x + width).toBeLessThanOrEqual(frame.width + 1e-6);
          expect(y + height).toBeLessThanOrEqual(frame.height + 1e-6);
        }
        expect(overlaps(areas)).toBe(0);
      }),
    );
  });
});

function overlaps(areas: readonly Area[]): number {
  const over = (a: Area, b: Area): boolean =>
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1e-6 &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1e-6;
  return areas.flatMap((a, index) => areas.slice(index + 1).filter((b) => over(a, b))).length;
}
