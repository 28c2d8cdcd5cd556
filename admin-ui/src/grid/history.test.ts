import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, MAX_STEPS, record, redo, undo, type History } from "./history.ts";

describe("undo and redo", () => {
  it("lead back to what was and forward again", () => {
    const written = record(record(begin("a"), "b"), "c");
    const back = undo(undo(written)!)!;
    expect(back.present).toBe("a");
    expect(redo(redo(back)!)!.present).toBe("c");
  });

  it("go no further than there is", () => {
    expect(undo(begin("a"))).toBeUndefined();
    expect(redo(record(begin("a"), "b"))).toBeUndefined();
  });

  it("forget what could be redone once something new is written", () => {
    const other = record(undo(record(begin("a"), "b"))!, "c");
    expect(redo(other)).toBeUndefined();
    expect(undo(other)!.present).toBe("a");
  });

  it("count no step when nothing changed", () => {
    const history = begin("a");
    expect(record(history, "a")).toBe(history);
  });

  it("keep so many steps, the latest ones", () => {
    const steps = Array.from({ length: MAX_STEPS + 20 }, (_, index) => index);
    let history: History<number> = begin(-1);
    for (const step of steps) history = record(history, step);
    expect(history.past).toHaveLength(MAX_STEPS);
    expect(undo(history)!.present).toBe(MAX_STEPS + 18);
  });

  it("undo whatever was written, in any order of steps", () => {
    const moves = fc.array(fc.oneof(fc.integer(), fc.constantFrom("undo", "redo")), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (all) => {
        let history = begin<number>(0);
        for (const move of all) {
          if (typeof move === "number") history = record(history, move);
          else history = (move === "undo" ? undo(history) : redo(history)) ?? history;
        }
        const steps = history.past.length;
        let back = history;
        for (let step = 0; step < steps; step += 1) back = undo(back)!;
        for (let step = 0; step < steps; step += 1) back = redo(back)!;
        expect(back).toEqual(history);
      }),
    );
  });
});
