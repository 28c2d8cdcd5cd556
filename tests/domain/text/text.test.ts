import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, nfc, slugOf } from "../../../domain/text/text.ts";
import { compareCodes, comparePersonNames, compareVietnamese } from "../../../domain/text/vietnamese-order.ts";

const sorted = (words: string[], order: (a: string, b: string) => number): string[] => [...words].sort(order);
const vietnamese = fc.string({ unit: fc.constantFrom(..."aăâbcdđeêiouưxyzAĐếộựỳ 12-") });

describe("Vietnamese text", () => {
  it("makes one string of the two ways to type a word", () => {
    expect(nfc("tỉnh".normalize("NFD"))).toBe("tỉnh");
    expect(nfc("ủy") === nfc("uỷ")).toBe(false);
  });

  it("finds đ by d and every tone by its letter", () => {
    expect(fold("Đề nghị, ĐẶNG, Quyết".normalize("NFD"))).toBe("de nghi, dang, quyet");
    expect(fold("hòa")).toBe(fold("hoà"));
  });

  it("keeps d and đ apart in addresses", () => {
    expect(slugOf("III.3.d.1")).toBe("iii-3-d-1");
    expect(slugOf("III.3.đ.1")).toBe("iii-3-dd-1");
    expect(slugOf("III.3.Đ.1".normalize("NFD"))).toBe("iii-3-dd-1");
    expect(slugOf("UBND_TINH")).toBe("ubnd-tinh");
  });
});

describe("Vietnamese order", () => {
  it("puts đ after d and before e, ă and â after a", () => {
    expect(sorted(["em", "đa", "da", "an", "âm", "ăn", "Zét"], compareVietnamese)).toEqual([
      "an",
      "ăn",
      "âm",
      "da",
      "đa",
      "em",
      "Zét",
    ]);
  });

  it("compares tones only between words of the same letters", () => {
    expect(sorted(["mạ", "má", "mã", "mả", "mà", "ma", "mai"], compareVietnamese)).toEqual([
      "ma",
      "mà",
      "mả",
      "mã",
      "má",
      "mạ",
      "mai",
    ]);
  });

  it("puts shorter words and spaces first", () => {
    expect(sorted(["Sở Y tế", "Sở", "Sởm"], compareVietnamese)).toEqual(["Sở", "Sở Y tế", "Sởm"]);
  });

  it("lists people by given name", () => {
    expect(sorted(["Trần Văn Bình", "Nguyễn An", "Lê Đức", "Đỗ Dung"], comparePersonNames)).toEqual([
      "Nguyễn An",
      "Trần Văn Bình",
      "Đỗ Dung",
      "Lê Đức",
    ]);
  });

  it("is a total order", () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, vietnamese, (a, b, c) => {
        expect(compareVietnamese(a, b) < 0).toBe(compareVietnamese(b, a) > 0);
        expect(compareVietnamese(a, b) === 0).toBe(a === b);
        if (compareVietnamese(a, b) <= 0 && compareVietnamese(b, c) <= 0) {
          expect(compareVietnamese(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("keeps plan codes in plan order", () => {
    expect(
      sorted(["IV.1", "III.3.đ.1", "III.10", "III.3.d.2", "III.3.e", "III.3", "V.1", "II.2"], compareCodes),
    ).toEqual(["II.2", "III.3", "III.3.d.2", "III.3.đ.1", "III.3.e", "III.10", "IV.1", "V.1"]);
  });
});
