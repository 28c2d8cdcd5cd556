import { describe, expect, it } from "vitest";
import type { Pipeline, Step } from "../../../domain/engine/pipeline.ts";
import { annualReport, fundingList, fundingRequest } from "../../../domain/pipelines/index.ts";
import { drawingOf } from "./geometry.ts";
import { layoutOf } from "./layout.ts";

const tables = [annualReport, fundingRequest, fundingList];

describe.each(tables.map((table) => [table.id, table] as const))("the drawing of %s", (_, table) => {
  const layout = layoutOf(table);

  it("gives every step a place of its own, the start on top", () => {
    const seats = [...layout.places.values()].map(({ rank, lane }) => `${rank}/${lane}`);
    expect(new Set(seats).size).toBe(Object.keys(table.steps).length);
    expect(layout.places.get(table.start)).toEqual({ rank: 0, lane: 0 });
  });

  it("leads onward downwards, and back upwards at the left", () => {
    for (const { from, to, way, route } of layout.wires) {
      const falls = (layout.places.get(to)?.rank ?? 0) > (layout.places.get(from)?.rank ?? 0);
      // A line may be put off from sitting to sitting: there the case waits, and comes to the same question again.
      const again = from === "council" && to === "by-answer";
      expect([from, to, falls]).toEqual([from, to, way !== "back" && !again]);
      expect(route === "left").toBe(!falls);
    }
  });

  it("lays no two ways to different steps on one track where they would meet", () => {
    const rows = (id: string) => layout.places.get(id)?.rank ?? 0;
    for (const a of layout.wires) {
      for (const b of layout.wires) {
        if (a.route === "down" || a.route !== b.route || a.track !== b.track || a.to === b.to) continue;
        const [topA, topB] = [a, b].map(({ from, to }) => Math.min(rows(from), rows(to)));
        const [endA, endB] = [a, b].map(({ from, to }) => Math.max(rows(from), rows(to)));
        expect(endA! < topB! || endB! < topA!).toBe(true);
      }
    }
  });

  it("stays inside its frame", () => {
    const { width, height, corner } = drawingOf(layout);
    for (const id of layout.places.keys()) {
      expect(corner(id).left).toBeLessThan(width - 236);
      expect(corner(id).top).toBeLessThan(height - 74);
    }
  });
});

describe("a table that is not right yet", () => {
  const step = (to: string): Step => ({ kind: "task", name: { vi: to, en: to }, run: "x", to });
  const table = (steps: Pipeline["steps"]): Pipeline => ({ ...annualReport, start: "a", steps });

  it("is drawn with its circle", () => {
    const layout = layoutOf(table({ a: step("b"), b: step("a") }));
    expect(layout.wires.map(({ route }) => route)).toEqual(["down", "left"]);
  });

  it("is drawn with a step that no way leads to, below the others, and without ways that lead nowhere", () => {
    const layout = layoutOf(table({ a: step("gone"), lost: step("a") }));
    expect(layout.places.get("lost")).toEqual({ rank: 1, lane: 0 });
    expect(layout.wires).toHaveLength(1);
  });

  it("is drawn when it starts nowhere", () => {
    expect(layoutOf({ ...table({ a: step("a") }), start: "nowhere" }).ranks).toBe(1);
  });
});
