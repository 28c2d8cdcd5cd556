import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDong } from "../../../domain/money/dong.ts";
import { readPasted, readPastedBlock, separatorOf } from "../../../domain/money/pasted.ts";

const amounts = (cells: readonly string[]) => readPastedBlock(cells).map((cell) => (cell.ok ? cell.amount : cell.why));

describe("a cell pasted from a spreadsheet", () => {
  it.each([
    ["1.205.000.000", "1205000000"],
    ["1205000000", "1205000000"],
    ["1 205 000 đ", "1205000"],
    ["₫ 500.000", "500000"],
    ["500.000 VNĐ", "500000"],
    ["1,5 triệu", "1500000"],
    ["1.205,5 triệu đồng", "1205500000"],
    ["12 tr", "12000000"],
    ["1,205 tỷ", "1205000000"],
    ["2 nghìn tỷ", "2000000000000"],
    ["100 nghìn", "100000"],
    ["1.000,00", "1000"],
    ["0", "0"],
  ])("%j is %s đồng", (cell, amount) => {
    expect(readPasted(cell)).toEqual({ ok: true, amount });
  });

  it.each([
    ["", "empty"],
    ["-", "empty"],
    ["-500", "negative"],
    ["(500)", "negative"],
    ["abc", "unclear"],
    ["12 con", "unclear"],
    ["1.5", "unclear"],
    ["1.5 triệu", "unclear"],
    ["500,000", "unclear"],
    ["1,5", "part-of-dong"],
    ["0,0000001 triệu", "part-of-dong"],
    ["99.999.999 tỷ", "too-large"],
  ])("%j is refused as %s", (cell, why) => {
    expect(readPasted(cell)).toEqual({ ok: false, why });
  });

  it("is read as its clear neighbours are written", () => {
    expect(amounts(["1,205,000,000", "500,000", "12,000.00"])).toEqual(["1205000000", "500000", "12000"]);
    expect(amounts(["1.205.000.000", "500,000"])).toEqual(["1205000000", "unclear"]);
    expect(amounts(["1,205,000", "1.205.000"])).toEqual(["unclear", "1205000"]);
  });

  it("comes back from what is shown, in either style", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1_000_000n, max: 9_999_999_999_999_999n }), { minLength: 1 }), (values) => {
        const vietnamese = values.map((value) => formatDong(value.toString()));
        const english = vietnamese.map((cell) => cell.replaceAll(".", ","));
        expect(separatorOf(english)).toBe(",");
        expect(amounts(vietnamese)).toEqual(values.map(String));
        expect(amounts(english)).toEqual(values.map(String));
      }),
    );
  });
});
