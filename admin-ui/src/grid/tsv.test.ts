import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBlock, parseBlock } from "./tsv.ts";

describe("a block on the clipboard", () => {
  it("is rows of cells; the last line end opens no row", () => {
    expect(parseBlock("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("keeps empty cells, and an empty row between two", () => {
    expect(parseBlock("a\t\tb\n\nc")).toEqual([["a", "", "b"], [""], ["c"]]);
  });

  it("reads quoted cells with tabs, line ends and doubled quotes", () => {
    expect(parseBlock('"máy\n""pH"""\t"x\ty"\nz')).toEqual([['máy\n"pH"', "x\ty"], ["z"]]);
  });

  it("takes a quote that is never closed, or goes on after its end, as it stands", () => {
    expect(parseBlock('"12 inch\tb')).toEqual([['"12 inch', "b"]]);
    expect(parseBlock('"a"b\tc')).toEqual([['"a"b', "c"]]);
  });

  it("composes what came decomposed: one Vietnamese word is one value", () => {
    expect(parseBlock("đường".normalize("NFD"))).toEqual([["đường"]]);
  });

  it("comes back the same after it was copied", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "đ", '"', "\t", "\n", " ", "1") });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseBlock(`${formatBlock(cells)}\n`)).toEqual(cells);
      }),
    );
  });
});
