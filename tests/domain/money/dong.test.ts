import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBasisPoints,
  formatDifference,
  formatDong,
  InvalidAmount,
  isDong,
  parseDong,
  parseMillions,
  ratioInBasisPoints,
  sumDong,
  toMillions,
} from "../../../domain/money/dong.ts";

const amount = fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }).map(String);

describe("đồng", () => {
  it("is shown with dots between thousands", () => {
    expect(["0", "999", "1000", "1205000000"].map(formatDong)).toEqual(["0", "999", "1.000", "1.205.000.000"]);
    expect(formatDifference(-1_205_000n)).toBe("-1.205.000");
  });

  it("is shown exactly as triệu đồng with a decimal comma", () => {
    expect(["0", "1205000000", "1205500000", "1", "50000"].map(toMillions)).toEqual([
      "0",
      "1.205",
      "1.205,5",
      "0,000001",
      "0,05",
    ]);
  });

  it.each([
    ["1.205.000.000", "1205000000"],
    ["1205000000", "1205000000"],
    [" 1 205 000 000 đồng", "1205000000"],
    ["1.205.000đ", "1205000"],
    ["000", "0"],
  ])("reads %j as %s", (typed, expected) => {
    expect(parseDong(typed)).toBe(expected);
  });

  it.each(["", "1 5", "1,5", "1.5", "12.34.567", "-5", "1e6", "abc", "1.205.000.000.000.000.000", "１２"])(
    "does not guess what %j means",
    (typed) => {
      expect(parseDong(typed)).toBeUndefined();
    },
  );

  it("reads triệu đồng with a comma, never with a point", () => {
    expect(["1.205,5", "0,05", "12", "1.5", "1,2345678", ""].map(parseMillions)).toEqual([
      "1205500000",
      "50000",
      "12000000",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("comes back from what it shows", () => {
    fc.assert(
      fc.property(amount, (digits) => {
        expect(parseDong(formatDong(digits))).toBe(digits);
        expect(parseMillions(toMillions(digits))).toBe(digits);
        expect(isDong(digits)).toBe(true);
      }),
    );
  });

  it("adds up exactly beyond what a number holds", () => {
    expect(sumDong(["9007199254740993", "1"])).toBe("9007199254740994");
    expect(sumDong([])).toBe("0");
  });

  it.each(["-1", "01", "1.000", "1,5", "", "12345678901234567"])("does not carry %j", (text) => {
    expect(isDong(text)).toBe(false);
  });

  it("refuses to compute with what is not an amount", () => {
    expect(() => sumDong(["1.000"])).toThrow(InvalidAmount);
  });

  it("rounds a ratio half up and has none without a base", () => {
    expect(ratioInBasisPoints("5", "6")).toBe(8333);
    expect(ratioInBasisPoints("1", "20000")).toBe(1);
    expect(ratioInBasisPoints("0", "5")).toBe(0);
    expect(ratioInBasisPoints("5", "0")).toBeUndefined();
    expect([8333, 10000, 50, 5].map(formatBasisPoints)).toEqual(["83,33", "100", "0,5", "0,05"]);
  });
});
