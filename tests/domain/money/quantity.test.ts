import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuantity, isQuantity, multiply, parseQuantity } from "../../../domain/money/quantity.ts";

describe("a quantity", () => {
  it.each([
    ["12", "12"],
    ["12,50", "12.5"],
    ["1.205,5", "1205.5"],
    ["0,0001", "0.0001"],
    ["0", "0"],
    ["1 000", "1000"],
  ])("reads %j as %s", (typed, quantity) => {
    expect(parseQuantity(typed)).toBe(quantity);
  });

  it.each(["", "1.5", "1,23456", "-1", "abc", "1,2,3", "1.2345"])("does not guess what %j means", (typed) => {
    expect(parseQuantity(typed)).toBeUndefined();
  });

  it("has one writing", () => {
    expect(["1.50", "01", "1.", ".5", "1e3", "1,5"].filter(isQuantity)).toEqual([]);
    expect(formatQuantity("1205.5")).toBe("1.205,5");
  });
});

describe("quantity × price", () => {
  it("is exact where binary fractions are not", () => {
    expect(multiply("0.1", "30")).toEqual({ ok: true, amount: "3" });
    expect(multiply("1.1", "1100000")).toEqual({ ok: true, amount: "1210000" });
    expect(multiply("2.675", "1000")).toEqual({ ok: true, amount: "2675" });
  });

  it("is refused rather than rounded", () => {
    expect(multiply("0.3333", "100")).toEqual({ ok: false, why: "not-whole" });
    expect(multiply("999999999999", "999999999999")).toEqual({ ok: false, why: "too-large" });
  });

  it("never loses or makes a đồng: the product divided again gives the quantity", () => {
    const quantity = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9_999 }))
      .map(([whole, fraction]) => parseQuantity(`${whole},${String(fraction).padStart(4, "0")}`)!);
    fc.assert(
      fc.property(quantity, fc.bigInt({ min: 1n, max: 10_000_000_000n }), (count, price) => {
        const product = multiply(count, price.toString());
        const [whole = "", fraction = ""] = count.split(".");
        const tenThousandths = BigInt(whole + fraction.padEnd(4, "0")) * price;
        if (product.ok) expect(BigInt(product.amount) * 10_000n).toBe(tenThousandths);
        else expect(tenThousandths % 10_000n).not.toBe(0n);
      }),
      { numRuns: 1_000 },
    );
  });
});
