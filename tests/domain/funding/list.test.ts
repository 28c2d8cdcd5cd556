import { describe, expect, it } from "vitest";
import { factsOfList, makeList, type ListEditorial, type ListMember } from "../../../domain/funding/list.ts";
import { settingsOn } from "../../../domain/funding/settings.ts";
import type { BudgetWindow } from "../../../domain/funding/windows.ts";
import { completeRequest } from "./complete-request.ts";

const member = (caseId: string, unitCode: string): ListMember => ({
  caseId,
  unitCode,
  unitName: unitCode,
  contentHash: caseId,
  request: completeRequest({ unitCode }),
});
const list = (editorial: ListEditorial = {}, window: BudgetWindow = "next-year") =>
  makeList({ window, year: 2027, members: [member("b", "SCT"), member("a", "SYT")], editorial });
const places = (editorial: ListEditorial) => list(editorial).members.map(({ caseId }) => caseId);

describe("the order of a list", () => {
  it("is the plan's, unless the department gives its own", () => {
    expect(places({})).toEqual(["a", "b"]);
    expect(places({ order: ["b", "a"] })).toEqual(["b", "a"]);
    expect(list({ order: ["b"] }).lines.map(({ requestId }) => requestId)).toEqual(["b", "a"]);
  });

  it("carries the department's remark beside its request", () => {
    expect(list({ remarks: { a: "Ưu tiên 1", b: "  " } }).members).toMatchObject([
      { caseId: "a", remark: "Ưu tiên 1" },
      { caseId: "b" },
    ]);
    expect(list({ remarks: { b: " " } }).members.every((one) => one.remark === undefined)).toBe(true);
  });
});

describe("the way of a list", () => {
  const settings = settingsOn("2026-06-15");
  const heard = (councilFrom: string, window: BudgetWindow) =>
    factsOfList(list({}, window), { ...settings, councilFrom })["council"];

  it("leads past the council's standing body for a large supplement within the year, and only for that", () => {
    expect(heard("1205000000", "in-year")).toBe(true);
    expect(heard("1205000001", "in-year")).toBe(false);
    expect(heard("1205000000", "next-year")).toBe(false);
  });
});
