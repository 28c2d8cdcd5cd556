import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dongInWords } from "../../../domain/money/words.ts";

const UNIT: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Reads the words as a person does, knowing nothing of how they were made. */
function read(text: string): bigint {
  const words = text
    .toLowerCase()
    .replaceAll(",", "")
    .replace(/ đồng$/, "")
    .split(" ");
  let total = 0n;
  let group = 0;
  let last = 0;
  for (const word of words) {
    if (word === "tỷ") [total, group, last] = [(total + BigInt(group + last)) * 1_000_000_000n, 0, 0];
    else if (word === "triệu") [total, group, last] = [total + BigInt(group + last) * 1_000_000n, 0, 0];
    else if (word === "nghìn") [total, group, last] = [total + BigInt(group + last) * 1_000n, 0, 0];
    else if (word === "trăm") [group, last] = [group + last * 100, 0];
    else if (word === "mươi") [group, last] = [group + last * 10, 0];
    else if (word === "mười") group += 10;
    else if (word !== "linh") last = UNIT[word] ?? Number.NaN;
  }
  return total + BigInt(group + last);
}

describe("an amount in words", () => {
  it.each([
    ["0", "Không đồng"],
    ["4", "Bốn đồng"],
    ["5", "Năm đồng"],
    ["10", "Mười đồng"],
    ["11", "Mười một đồng"],
    ["14", "Mười bốn đồng"],
    ["15", "Mười lăm đồng"],
    ["20", "Hai mươi đồng"],
    ["21", "Hai mươi mốt đồng"],
    ["24", "Hai mươi tư đồng"],
    ["25", "Hai mươi lăm đồng"],
    ["100", "Một trăm đồng"],
    ["105", "Một trăm linh năm đồng"],
    ["111", "Một trăm mười một đồng"],
    ["1000005", "Một triệu, không trăm linh năm đồng"],
    ["1205000000", "Một tỷ, hai trăm linh năm triệu đồng"],
    ["1000000000", "Một tỷ đồng"],
    ["1000000021", "Một tỷ, không trăm hai mươi mốt đồng"],
    ["1234567891", "Một tỷ, hai trăm ba mươi tư triệu, năm trăm sáu mươi bảy nghìn, tám trăm chín mươi mốt đồng"],
    ["132428000000", "Một trăm ba mươi hai tỷ, bốn trăm hai mươi tám triệu đồng"],
    ["1000000000000", "Một nghìn tỷ đồng"],
    ["999000000000000", "Chín trăm chín mươi chín nghìn tỷ đồng"],
    ["1005000000000000", "Một triệu, không trăm linh năm nghìn tỷ đồng"],
  ])("%s is %s", (amount, words) => {
    expect(dongInWords(amount)).toBe(words);
  });

  it("says exactly that amount and no other, up to the largest the form takes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999_999n }), (value) => {
        expect(read(dongInWords(value.toString()))).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it("never says một, bốn or năm after mươi", () => {
    for (let value = 1; value <= 9_999; value++) {
      expect(dongInWords(String(value))).not.toMatch(/mươi (một|bốn|năm)|mười (năm|mốt|tư)(?= |$)/i);
    }
  });
});
