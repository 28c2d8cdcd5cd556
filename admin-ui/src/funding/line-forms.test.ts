import { describe, expect, it } from "vitest";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { Row } from "../grid/column.ts";
import type { Text } from "../i18n/use-text.ts";
import { decidedAmount, decisionProblems, decisionsIn, decisionSpec } from "./decision-sheet.ts";
import { lineRows } from "./line-rows.ts";
import { opinionProblems, opinionsIn, opinionSpec } from "./opinion-sheet.ts";
import { proposalProblems, proposalsIn } from "./proposal-sheet.ts";

const say: Text = (key) => key;

const line = (id: string, requested: string, proposed = requested): CaseLineView => ({
  id,
  unit: "SYT",
  unitName: "Sở Y tế",
  task: "III.3.b.1",
  title: "Kít xét nghiệm",
  source: "IV.1.TX.DP",
  year: 2027,
  window: "next-year",
  branch: "regular",
  requested,
  appraised: [
    { unit: "STC", unitName: "Sở Tài chính", position: "object", amount: proposed, reason: "Theo khả năng cân đối" },
  ],
  differs: proposed !== requested,
  proposed,
  proposedReason: null,
  status: "open",
  decided: null,
  reason: null,
  over: null,
  excess: null,
  resolution: null,
  assigned: "0",
  document: null,
  withdrawn: false,
  listCase: null,
  duplicates: [],
});

const lines = [line("a", "1000000000"), line("b", "500000000", "400000000"), line("c", "300000000")];
const rows = lineRows(lines, "vi", say);
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
  const { settle: settleOpinion } = opinionSpec(3, say);
  const agreed = rows.map((row) => ({ ...row, position: "agree", amount: row["requested"] }));
  const codes = (all: readonly Row[]) => opinionProblems(lines, all).map(({ path, code }) => `${path} ${code}`);

  it("owes a position and an amount for every line", () => {
    expect(codes(rows)).toEqual([
      "lines.0.position required",
      "lines.1.position required",
      "lines.2.position required",
    ]);
    expect(codes(agreed)).toEqual([]);
    expect(opinionsIn(agreed)[0]).toEqual({ line: "a", position: "agree", amount: 1000000000 });
  });

  it("gives no more than was asked, fits its position, and says why it gives less", () => {
    const second = (answer: Row) => codes(agreed.map((row, index) => (index === 1 ? { ...row, ...answer } : row)));
    expect(second({ amount: "1", position: "agree-with-changes" })).toEqual(["lines.1.reason difference-needs-reason"]);
    expect(second({ amount: "1" })).toEqual(["lines.1.position position-differs"]);
    expect(second({ amount: "500000001" })).toEqual(["lines.1.amount appraised-exceeds-requested"]);
  });

  it("reads the amount from the position, and the position from the amount", () => {
    const before = { requested: "7" };
    expect(settleOpinion({ ...before, position: "agree" }, before)).toMatchObject({ amount: "7" });
    expect(settleOpinion({ ...before, position: "not-placed" }, before)).toMatchObject({ amount: "0" });
    expect(settleOpinion({ ...before, amount: "5" }, before)).toMatchObject({ position: "agree-with-changes" });
    expect(settleOpinion({ ...before, amount: "0" }, before)).toMatchObject({ position: "not-placed" });
    const objects = { ...before, position: "object", amount: "7" };
    expect(settleOpinion({ ...objects, amount: "5" }, objects)).toMatchObject({ position: "object" });
  });
});

describe("a difference explained", () => {
  const filled = rows.map((row, index) => ({ ...row, amount: lines[index]!.appraised[0]!.amount }));
  const codes = (all: readonly Row[]) => proposalProblems(lines, all).map(({ path, code }) => `${path} ${code}`);

  it("is owed where an adviser would give another amount, and where the department departs from it", () => {
    expect(codes(filled)).toEqual(["lines.1.reason difference-needs-reason"]);
    const lower = filled.map((row, index) => (index === 0 ? { ...row, amount: "1" } : row));
    expect(codes(lower)).toEqual(["lines.0.reason difference-needs-reason", "lines.1.reason difference-needs-reason"]);
  });

  it("sends the figures that need words, and leaves the others as they were appraised", () => {
    const explained = filled.map((row, index) => (index === 1 ? { ...row, reason: "Theo định mức" } : row));
    expect(proposalsIn(lines, explained)).toEqual([{ line: "b", amount: 400000000, reason: "Theo định mức" }]);
  });
});
