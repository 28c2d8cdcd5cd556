import { describe, expect, it } from "vitest";
import { checkDisbursement } from "../../../domain/funding/check-disbursement.ts";
import { checkLineDecision, checkOpinion } from "../../../domain/funding/check-stages.ts";
import { requestedLines } from "../../../domain/funding/request-lines.ts";
import { completeRequest } from "./complete-request.ts";

const [line] = requestedLines("r", completeRequest());
if (!line) throw new Error("the request has no line");
const codes = (problems: readonly { path: string; code: string }[]) => problems.map(({ path, code }) => [path, code]);
const opinion = { lineId: line.lineId, opinion: "agree", amount: line.requested } as const;
const decision = { lineId: line.lineId, outcome: "approve", amount: line.requested } as const;

describe("rule 6: an appraisal", () => {
  it("is never more than what was requested", () => {
    expect(codes(checkOpinion("o", line, { ...opinion, amount: "1205000001", reason: "…" }))).toEqual([
      ["o.amount", "appraised-exceeds-requested"],
    ]);
  });

  it("says why it differs", () => {
    expect(checkOpinion("o", line, opinion)).toEqual([]);
    const less = { ...opinion, opinion: "agree-with-changes", amount: "1" } as const;
    expect(codes(checkOpinion("o", line, less))).toEqual([["o.reason", "difference-needs-reason"]]);
    expect(checkOpinion("o", line, { ...less, reason: "Trùng nội dung" })).toEqual([]);
    expect(codes(checkOpinion("o", line, { ...opinion, opinion: "object" }))).toEqual([
      ["o.reason", "difference-needs-reason"],
    ]);
  });

  it("is not given on money off budget", () => {
    expect(codes(checkOpinion("o", { ...line, sourceCode: "IV.3.1" }, opinion))).toEqual([
      ["o", "off-budget-requested"],
    ]);
  });
});

describe("rule 6: a decision on a line", () => {
  it("may differ from what was proposed only with a reason, and never exceeds the request", () => {
    const decide = (over: object, proposed = line.requested) =>
      codes(checkLineDecision("d", line, proposed, { ...decision, ...over }));
    expect(decide({})).toEqual([]);
    expect(decide({ outcome: "approve-in-part", amount: "600" })).toEqual([["d.reason", "difference-needs-reason"]]);
    expect(decide({ outcome: "approve-in-part", amount: "600", reason: "Khả năng ngân sách" })).toEqual([]);
    expect(decide({ amount: line.requested }, "600")).toEqual([["d.reason", "difference-needs-reason"]]);
    expect(decide({ amount: "1205000001", reason: "…" })).toEqual([["d.amount", "decided-exceeds-requested"]]);
  });

  it.each(["reject", "clarify", "refer"] as const)("needs a reason to %s", (outcome) => {
    const given = { ...decision, outcome, amount: "0" };
    expect(codes(checkLineDecision("d", line, line.requested, given))).toEqual([["d.reason", "required"]]);
    expect(checkLineDecision("d", line, line.requested, { ...given, reason: "…" })).toEqual([]);
  });
});

describe("rules 6, 10, 13: a report of spending", () => {
  const report = {
    requestId: "r",
    period: "2027-Q1",
    version: 1,
    lines: [{ lineId: line.lineId, amount: "600", progress: 50 }],
  };
  const context = { year: 2027, today: "2027-07-01", available: new Map([[line.lineId, "600"]]), reports: [] };

  it("spends no more than is there", () => {
    expect(checkDisbursement(report, context)).toEqual([]);
    const more = { ...report, lines: [{ ...report.lines[0]!, amount: "601" }] };
    expect(codes(checkDisbursement(more, context))).toEqual([["lines.0.amount", "disbursed-exceeds-available"]]);
  });

  it("has percentages from 0 to 100, and evidence for 100", () => {
    const at = (progress: number, evidence?: string) =>
      codes(checkDisbursement({ ...report, lines: [{ ...report.lines[0]!, progress, evidence }] }, context));
    expect(at(101)).toEqual([["lines.0.progress", "percent-out-of-range"]]);
    expect(at(Number.NaN)).toEqual([["lines.0.progress", "percent-out-of-range"]]);
    expect(at(100)).toEqual([["lines.0.evidence", "evidence-needed"]]);
    expect(at(100, "Biên bản nghiệm thu")).toEqual([]);
  });

  it("is one per period; a correction is a new version and what was issued stays", () => {
    const reports = [{ period: "2027-Q1", version: 1, issued: true }];
    const at = (version: number, period = "2027-Q1") =>
      codes(checkDisbursement({ ...report, version, period }, { ...context, reports }));
    expect(at(1)).toEqual([["version", "issued-read-only"]]);
    expect(at(2)).toEqual([]);
    expect(at(3)).toEqual([["period", "period-reported"]]);
    expect(at(1, "2027-Q2")).toEqual([]);
  });
});

describe("the period of a report", () => {
  const report = { requestId: "r", period: "2027-Q1", version: 1, lines: [] };
  const context = { year: 2027, today: "2027-07-01", available: new Map<string, string>(), reports: [] };
  const of = (period: string, over: Partial<typeof context> = {}) =>
    codes(checkDisbursement({ ...report, period }, { ...context, ...over }));

  it("lies in the budget year of the line and has begun", () => {
    expect(of("2026-Q4")).toEqual([["period", "period-not-of-year"]]);
    expect(of("2028-01")).toEqual([["period", "period-not-of-year"]]);
    expect(of("2027-Q3")).toEqual([]);
    expect(of("2027-Q4")).toEqual([["period", "period-not-begun"]]);
    expect(of("2027-08")).toEqual([["period", "period-not-begun"]]);
  });

  it("is a month or a quarter, one of them for the whole year", () => {
    const monthly = { reports: [{ period: "2027-01", version: 1, issued: true }] };
    expect(of("2027-Q2", monthly as object)).toEqual([["period", "period-mixed"]]);
    expect(of("2027-02", monthly as object)).toEqual([]);
  });
});
