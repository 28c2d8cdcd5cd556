import { describe, expect, it } from "vitest";
import type { Row } from "../grid/column.ts";
import type { Text } from "../i18n/use-text.ts";
import {
  amountsIn,
  decidedAmount,
  decisionProblems,
  decisionsIn,
  decisionSpec,
  lineRows,
  opinionProblems,
  type OfferedLine,
} from "./line-sheets.ts";

const say: Text = (key) => key;

const line = (id: string, requested: string, proposed = requested): OfferedLine => ({
  lineId: id,
  requestId: "funding-request-1",
  unitCode: "SYT",
  unitName: "Sở Y tế",
  taskCode: "III.3.b.1",
  title: "Kít xét nghiệm",
  sourceCode: "IV.1.TX.DP",
  capital: "regular",
  year: 2027,
  window: "next-year",
  requested,
  proposed,
  opinions: [{ by: "Sở Tài chính", amount: proposed, reason: "Theo khả năng cân đối" }],
});

const lines = [line("a", "1000000000"), line("b", "500000000", "400000000"), line("c", "300000000")];
const rows = lineRows(lines, "vi");
const { settle } = decisionSpec(3, say);
const withAnswer = (index: number, answer: Row): Row[] =>
  rows.map((row, at) => (at === index ? { ...row, ...answer } : row));

describe("deciding on lines", () => {
  it("sends only the lines that have a decision, with the amount where it is the decider's own", () => {
    const decided = [
      { ...rows[0]!, outcome: "approve" },
      { ...rows[1]!, outcome: "approve-in-part", amount: "350000000", reason: "Cắt phần mua xe" },
      rows[2]!,
    ];
    expect(decisionsIn(decided)).toEqual([
      { line: "a", decision: "approve" },
      { line: "b", decision: "approve-in-part", amount: 350000000, reason: "Cắt phần mua xe" },
    ]);
  });

  it("finds nothing wrong with a line nobody has decided", () => {
    expect(decisionProblems(lines, rows)).toEqual([]);
  });

  it("asks for the amount of an approval in part, and for a reason wherever the proposal is not followed", () => {
    const codes = (index: number, answer: Row) =>
      decisionProblems(lines, withAnswer(index, answer)).map(({ path, code }) => `${path} ${code}`);
    expect(codes(0, { outcome: "approve-in-part" })).toEqual(["lines.0.amount required"]);
    expect(codes(1, { outcome: "approve" })).toEqual(["lines.1.reason difference-needs-reason"]);
    expect(codes(2, { outcome: "reject" })).toEqual(["lines.2.reason required"]);
    expect(codes(0, { outcome: "approve-in-part", amount: "1000000001", reason: "x" })).toEqual([
      "lines.0.amount decided-exceeds-requested",
    ]);
  });

  it("shows what each decision gives", () => {
    expect(["approve", "reject", "refer"].map((outcome) => decidedAmount({ requested: "7", outcome }))).toEqual([
      "7",
      "0",
      "0",
    ]);
    expect(decidedAmount({ requested: "7" })).toBeUndefined();
  });

  it("reads an amount as the approval it means, and drops it when the line is rejected", () => {
    expect(settle({ requested: "7", amount: "5" }, { requested: "7" })).toMatchObject({ outcome: "approve-in-part" });
    expect(settle({ requested: "7", amount: "7" }, { requested: "7" })).toEqual({ requested: "7", outcome: "approve" });
    const part = { requested: "7", outcome: "approve-in-part", amount: "5" };
    expect(settle({ ...part, outcome: "reject" }, part)).toEqual({ requested: "7", outcome: "reject" });
  });
});

describe("an opinion on lines", () => {
  const filled = rows.map((row) => ({ ...row, amount: row["requested"] }));

  it("owes an amount for every line", () => {
    expect(opinionProblems(lines, rows, "agree").map(({ code }) => code)).toEqual(["required", "required", "required"]);
    expect(opinionProblems(lines, filled, "agree")).toEqual([]);
    expect(amountsIn(filled)).toHaveLength(3);
  });

  it("gives no more than was asked, and says why it gives less", () => {
    const less = filled.map((row, index) => (index === 1 ? { ...row, amount: "1" } : row));
    expect(opinionProblems(lines, less, "agree-with-changes").map(({ path, code }) => `${path} ${code}`)).toEqual([
      "lines.1.reason difference-needs-reason",
    ]);
    const more = filled.map((row, index) => (index === 1 ? { ...row, amount: "500000001" } : row));
    expect(opinionProblems(lines, more, "agree")[0]?.code).toBe("appraised-exceeds-requested");
  });
});
