import { describe, expect, it } from "vitest";
import { agenciesWithReportDuty, PLAN_SET_DATE } from "../../../domain/plan/plan.ts";
import { answersOf } from "../../../domain/report/answers.ts";
import { checkForSubmit } from "../../../domain/report/check.ts";
import { emptyDraft } from "../../../domain/report/empty-draft.ts";
import { fundingFigures, indicatorProgress } from "../../../domain/report/figures.ts";
import { SECTION_KEYS } from "../../../domain/report/form-spec.ts";
import { PROBLEM_TEXTS, problemText } from "../../../domain/report/problem-texts.ts";
import type { AnnualReportDraft, DraftHead, FundingRow, IndicatorRow, TaskRow } from "../../../domain/report/schema.ts";
import { indicatorOf } from "../../../domain/plan/plan.ts";
import { completeReport, fundingRow, obstacleRow } from "./complete-report.ts";

const context = { unitCode: "SYT", year: 2026 };
const problemsOf = (draft: AnnualReportDraft, more: { today?: string } = {}): string[] =>
  checkForSubmit(draft, { ...context, ...more }).map((found) => `${found.path}: ${found.code}`);

const tasks = completeReport("SYT", 2026).sections!.II!.rows!;
const withTask = (change: TaskRow): AnnualReportDraft =>
  completeReport("SYT", 2026, { II: { rows: [{ ...tasks[0], ...change }, ...tasks.slice(1)] } });
const withFunding = (...rows: FundingRow[]): AnnualReportDraft => completeReport("SYT", 2026, { IV: { rows } });
const withIndicator = (row: IndicatorRow): AnnualReportDraft => completeReport("SYT", 2026, { III: { rows: [row] } });
const withHead = (head: DraftHead): AnnualReportDraft => {
  const draft = completeReport("SYT", 2026);
  return { ...draft, head: { ...draft.head, ...head } };
};
const without = (key: keyof DraftHead): AnnualReportDraft => {
  const draft = completeReport("SYT", 2026);
  return { ...draft, head: Object.fromEntries(Object.entries(draft.head!).filter(([name]) => name !== key)) };
};

describe("a report that may be submitted", () => {
  it("is one in which every section has an answer", () => {
    expect(problemsOf(completeReport("SYT", 2026))).toEqual([]);
  });

  it("can be written by every agency of the plan", () => {
    for (const { code } of agenciesWithReportDuty(PLAN_SET_DATE)) {
      expect(checkForSubmit(completeReport(code, 2026), { unitCode: code, year: 2026 })).toEqual([]);
    }
  });

  it("may say for every section that there is nothing to report", () => {
    const nothing = Object.fromEntries(SECTION_KEYS.map((key) => [key, { nothingToReport: true }]));
    expect(problemsOf(completeReport("SYT", 2026, nothing))).toEqual([]);
  });

  it("may be wholly filled in", () => {
    const full = completeReport("SYT", 2026, {
      III: {
        rows: [{ indicatorCode: "II.2.a.4", toDate: 3.5, fullYear: 4, dataSource: "Cục Thống kê" }],
      },
      IV: { rows: [fundingRow, { ...fundingRow, sourceCode: "IV.2" }] },
      VII: { rows: [obstacleRow] },
      IX: { proposals: [{ to: "UBND tỉnh", content: "Bố trí vốn" }] },
    });
    expect(problemsOf(full)).toEqual([]);
  });
});

describe("sections", () => {
  it("are not answered by silence, nor by what the plan filled in", () => {
    expect(problemsOf(emptyDraft("SYT", 2026))).toEqual([
      "head.preparedBy: required",
      "head.phone: required",
      ...SECTION_KEYS.map((key) => `sections.${key}: section-unanswered`),
    ]);
  });

  it("are not answered by spaces", () => {
    expect(problemsOf(completeReport("SYT", 2026, { VIII: { narrative: "   " } }))).toEqual([
      "sections.VIII: section-unanswered",
    ]);
  });

  it("may be declared void over what was typed before, which is then not sent", () => {
    const both = completeReport("SYT", 2026, { VII: { nothingToReport: true, rows: [obstacleRow] } });
    expect(problemsOf(both)).toEqual([]);
    expect(answersOf(both).sections?.VII).toEqual({ nothingToReport: true });
    expect(answersOf(both).sections?.VI).toEqual(both.sections?.VI);
  });

  it("have no empty rows", () => {
    const empty = completeReport("SYT", 2026, { VII: { rows: [obstacleRow, {}] } });
    expect(problemsOf(empty)).toEqual(["sections.VII.rows.1: empty-row"]);
  });

  it("need their rows when there is only prose", () => {
    expect(problemsOf(completeReport("SYT", 2026, { IV: { narrative: "Đã chi" } }))).toEqual([
      "sections.IV.rows: rows-missing",
    ]);
  });

  it("name a cause for each weakness", () => {
    const causeless = completeReport("SYT", 2026, { VI: { strengths: "Kịp thời", weaknesses: "Chậm" } });
    expect(problemsOf(causeless)).toEqual(["sections.VI.objectiveCauses: cause-needed"]);
  });

  it.each([-1, 1.5])("do not count %s conferences", (conferences) => {
    expect(problemsOf(completeReport("SYT", 2026, { I: { conferences, participants: 0, articles: 0 } }))).toEqual([
      "sections.I.conferences: not-a-whole-number",
    ]);
  });
});

describe("the head", () => {
  it.each(["periodFrom", "periodTo", "includesEstimate", "preparedBy", "phone", "unitCode", "year"] as const)(
    "needs %s",
    (key) => {
      expect(problemsOf(without(key))).toEqual([`head.${key}: required`]);
    },
  );

  it.each([
    [{ periodTo: "2026-02-30" }, "head.periodTo: date-invalid"],
    [{ periodTo: "15/11/2026" }, "head.periodTo: date-invalid"],
    [{ periodTo: "2026-12-15" }, "head.periodTo: period-outside-window"],
    [{ periodFrom: "2025-12-14" }, "head.periodFrom: period-outside-window"],
    [{ periodFrom: "2026-11-01", periodTo: "2026-10-31" }, "head.periodTo: end-before-start"],
    [{ includesEstimate: false }, "head.includesEstimate: estimate-needed"],
    [{ unitCode: "SCT" }, "head.unitCode: unit-differs"],
    [{ year: 2025 }, "head.year: year-differs"],
  ] as const)("with %j is stopped by %s", (head, expected) => {
    expect(problemsOf(withHead(head))).toEqual([expected]);
  });

  it("needs no estimate when the figures reach to the end of the data window", () => {
    expect(problemsOf(withHead({ periodTo: "2026-12-14", includesEstimate: false }))).toEqual([]);
  });

  it("reports no figures of days to come", () => {
    const draft = completeReport("SYT", 2026);
    expect(problemsOf(draft, { today: "2026-11-14" })).toEqual(["head.periodTo: period-in-future"]);
    expect(problemsOf(draft, { today: "2026-11-15" })).toEqual([]);
  });
});

describe("biểu 01", () => {
  it.each([
    [{ progress: 100, status: "done" }, "evidence: evidence-needed"],
    [{ progress: 99, status: "done" }, "progress: done-needs-full-progress"],
    [{ progress: 100, evidence: "05/BC-SYT" }, "status: full-progress-not-done"],
    [{ progress: 10, status: "not-started" }, "progress: not-started-with-progress"],
    [{ status: "late" }, "lateReason: late-reason-needed"],
    [{ status: "stopped" }, "lateReason: late-reason-needed"],
    [{ result: " " }, "result: result-needed"],
    [{ progress: 100.5 }, "progress: percent-out-of-range"],
    [{ progress: -1 }, "progress: percent-out-of-range"],
    [{ start: "2026-03-01", end: "2026-02-28" }, "end: end-before-start"],
    [{ start: "2023-12-31" }, "start: date-out-of-range"],
    [{ end: "2031-01-01" }, "end: date-out-of-range"],
    [{ end: "2026-13-01" }, "end: date-invalid"],
  ] as const)("with %j is stopped at %s", (change, expected) => {
    expect(problemsOf(withTask(change))).toEqual([`sections.II.rows.0.${expected}`]);
  });

  it.each([
    { progress: 100, status: "done", evidence: "05/BC-SYT" },
    { progress: 0, status: "not-started", result: "" },
    { progress: 60, status: "late", lateReason: "Thiếu vốn" },
  ] as const)("accepts %j", (change) => {
    expect(problemsOf(withTask(change))).toEqual([]);
  });

  it("answers for every task the unit leads", () => {
    expect(problemsOf(completeReport("SYT", 2026, { II: { rows: tasks.slice(1) } }))).toEqual([
      "sections.II.rows: led-task-missing",
    ]);
  });

  it("knows only the plan's tasks, each once", () => {
    const rows = [...tasks, { ...tasks[0]!, taskCode: "III.9" }, { ...tasks[0]!, taskCode: "III.3" }, tasks[0]!];
    expect(problemsOf(completeReport("SYT", 2026, { II: { rows } }))).toEqual([
      "sections.II.rows.6.taskCode: task-unknown",
      "sections.II.rows.7.taskCode: task-unknown",
      "sections.II.rows.8.taskCode: duplicate-row",
    ]);
  });
});

describe("biểu 02", () => {
  const gdp = { indicatorCode: "II.2.a.4", toDate: 3.5, fullYear: 4, dataSource: "Cục Thống kê" };

  it.each([
    [{ ...gdp, indicatorCode: "II.9" }, "indicatorCode: indicator-unknown"],
    [{ ...gdp, baseline: 2 }, "baselineYear: baseline-needs-year"],
    [{ ...gdp, baselineYear: 2023 }, "baseline: year-needs-baseline"],
    [{ ...gdp, baseline: 2, baselineYear: 1999 }, "baselineYear: year-out-of-range"],
    [{ indicatorCode: "II.2.a.4", toDate: 3.5, dataSource: "Cục Thống kê" }, "fullYear: required"],
    [{ indicatorCode: "II.2.a.4", toDate: 3.5, fullYear: 4 }, "dataSource: required"],
    [{ indicatorCode: "II.2.a.2", note: "-" }, "assessment: required"],
  ])("with %j is stopped at %s", (row, expected) => {
    expect(problemsOf(withIndicator(row))).toEqual([`sections.III.rows.0.${expected}`]);
  });

  it("shows no progress without a baseline and its year", () => {
    const indicator = indicatorOf("II.2.a.4")!;
    expect(indicatorProgress(gdp, indicator)).toBeUndefined();
    expect(indicatorProgress({ ...gdp, baseline: 2 }, indicator)).toBeUndefined();
    expect(indicatorProgress({ ...gdp, baseline: 2, baselineYear: 2023 }, indicator)).toBe(30);
    expect(indicatorProgress({ ...gdp, baseline: 7, baselineYear: 2023 }, indicator)).toBeUndefined();
    expect(indicatorProgress({ baseline: 2, baselineYear: 2023, toDate: 3 }, indicatorOf("II.2.a.2")!)).toBeUndefined();
  });
});

describe("biểu 03", () => {
  const budget = 1_205_000_000n;

  it.each([
    [budget - 1n, []],
    [budget, []],
    [budget + 1n, ["sections.IV.rows.0.disbursed: disbursed-exceeds-budget"]],
  ])("compares %s đồng disbursed with what was assigned and supplemented", (disbursed, expected) => {
    expect(problemsOf(withFunding({ ...fundingRow, disbursed: String(disbursed) }))).toEqual(expected);
  });

  it("carries over no more than what is left", () => {
    expect(problemsOf(withFunding({ ...fundingRow, carriedOver: "405000000" }))).toEqual([]);
    expect(problemsOf(withFunding({ ...fundingRow, carriedOver: "405000001" }))).toEqual([
      "sections.IV.rows.0.carriedOver: carried-over-exceeds-remaining",
    ]);
  });

  it.each([
    ["IV.9", "sourceCode: source-unknown"],
    ["IV.1", "sourceCode: source-too-general"],
    ["IV.1.TX", "sourceCode: source-too-general"],
  ])("does not book on source %s", (sourceCode, expected) => {
    expect(problemsOf(withFunding({ ...fundingRow, sourceCode }))).toContain(`sections.IV.rows.0.${expected}`);
  });

  it("asks for the assigning decision of budget money only", () => {
    const { assignedBy: _, ...row } = fundingRow;
    expect(problemsOf(withFunding(row))).toEqual(["sections.IV.rows.0.assignedBy: assigning-decision-needed"]);
    expect(problemsOf(withFunding({ ...row, sourceCode: "IV.3.3" }))).toEqual([]);
    expect(problemsOf(withFunding({ ...row, assigned: "0", supplement: "0", spent: "0", disbursed: "0" }))).toEqual([]);
  });

  it("books a task and a source once", () => {
    expect(problemsOf(withFunding(fundingRow, fundingRow))).toEqual(["sections.IV.rows.1.sourceCode: duplicate-row"]);
  });

  it("needs amounts to be stated, even when they are nothing", () => {
    expect(problemsOf(withFunding({ taskCode: "III.3.b.1", sourceCode: "IV.2" }))).toEqual([
      "sections.IV.rows.0.assigned: required",
      "sections.IV.rows.0.spent: required",
      "sections.IV.rows.0.disbursed: required",
    ]);
  });

  it("computes ratio and remainder exactly", () => {
    expect(fundingFigures(fundingRow)).toEqual({ available: "1205000000", remaining: 405_000_000n, ratio: 6639 });
    expect(fundingFigures({}).ratio).toBeUndefined();
  });
});

describe("the summary of problems", () => {
  it("names place and rule in both languages", () => {
    const [found] = checkForSubmit(withTask({ progress: 101 }), context);
    expect(problemText(found!, "vi")).toBe("Biểu 01, dòng 1, Tiến độ (%): Tỷ lệ phải từ 0 đến 100.");
    expect(problemText(found!, "en")).toBe("Table 01, row 1, Progress (%): A percentage lies between 0 and 100.");
  });

  it("shows dates and money as people here write them", () => {
    const [period] = checkForSubmit(withHead({ periodTo: "2026-12-20" }), context);
    expect(problemText(period!, "vi")).toContain("15/12/2025 đến 14/12/2026");
    const [money] = checkForSubmit(withFunding({ ...fundingRow, disbursed: "1205000001" }), context);
    expect(problemText(money!, "vi")).toContain("1.205.000.001 đồng vượt dự toán giao và bổ sung 1.205.000.000 đồng");
  });

  it("uses the same parameters in both languages", () => {
    const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { vi, en } of Object.values(PROBLEM_TEXTS)) expect(names(en)).toEqual(names(vi));
  });
});
