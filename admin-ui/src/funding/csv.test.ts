import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.ts";

describe("a table as CSV", () => {
  it("is read by a Vietnamese spreadsheet: mark, semicolons, bare digits", () => {
    expect(
      csvOf([
        ["Nguồn", "Đề nghị"],
        ["Ngân sách tỉnh", "1205000000"],
      ]),
    ).toBe("\uFEFFNguồn;Đề nghị\r\nNgân sách tỉnh;1205000000\r\n");
  });

  it("quotes what holds a separator, a quote or a line end", () => {
    expect(csvOf([['Máy "pH"; 2 cái', "a\nb"]])).toBe('\uFEFF"Máy ""pH""; 2 cái";"a\nb"\r\n');
  });

  it("never hands a formula to the spreadsheet, and leaves a negative number a number", () => {
    expect(csvOf([["=HYPERLINK(1)", "@x", "-500", "+84 235"]])).toBe("\uFEFF'=HYPERLINK(1);'@x;-500;'+84 235\r\n");
  });
});
