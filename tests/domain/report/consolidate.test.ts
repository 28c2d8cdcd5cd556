import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkConsolidated, checkEditorial } from "../../../domain/report/check-consolidated.ts";
import { consolidate, NO_REPORT, type ConsolidationMember } from "../../../domain/report/consolidate.ts";
import { consolidatedReportSchema, type ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { totalsOf } from "../../../domain/report/figures.ts";
import { problemText } from "../../../domain/report/problem-texts.ts";
import type { DraftSections, FundingRow } from "../../../domain/report/schema.ts";
import { summaryLines, summaryOf, summaryOfConsolidated } from "../../../domain/report/summary.ts";
import { agenciesWithReportDuty, PLAN_SET_DATE } from "../../../domain/plan/plan.ts";
import { completeReport, fundingRow, obstacleRow } from "./complete-report.ts";

const member = (unitCode: string, changes: DraftSections = {}): ConsolidationMember => ({
  unitCode,
  unitName: `Đơn vị ${unitCode}`,
  caseId: `annual-report:2026:${unitCode}`,
  contentHash: `hash-${unitCode}`,
  report: completeReport(unitCode, 2026, changes),
});

const members = [
  member("H502", { IV: { rows: [{ ...fundingRow, disbursed: "1" }] } }),
  member("SYT", {
    IV: { rows: [fundingRow, { ...fundingRow, sourceCode: "IV.2", carriedOver: "5" }] },
    VII: { rows: [obstacleRow, { ...obstacleRow, status: "resolved" }] },
    IX: { proposals: [{ to: "UBND tỉnh", content: "Bố trí vốn" }] },
  }),
  member("SKHCN"),
];
const missing = [{ unitCode: "SCT", unitName: "Sở Công Thương", reason: NO_REPORT.vi }];
const report = consolidate({ year: 2026, members, missing });
const changed = (change: (copy: ConsolidatedReport) => void): ConsolidatedReport => {
  const copy = structuredClone(report);
  change(copy);
  return copy;
};
const problemsOf = (document: ConsolidatedReport): string[] =>
  checkConsolidated(document).map((found) => `${found.path}: ${found.code}`);

describe("the consolidated report", () => {
  it("has the agencies and the codes in the order of the plan", () => {
    expect(report.members.map((row) => row.unitCode)).toEqual(["SKHCN", "SYT", "H502"]);
    expect(report.tasks[0]?.code).toBe("III.1.1");
    expect(report.tasks[0]?.entries.map((entry) => entry.unitCode)).toEqual(["SKHCN", "SYT", "H502"]);
    expect(report.tasks[0]?.counts["in-progress"]).toBe(3);
  });

  it("lists who has not reported, with the reason", () => {
    expect(report.missing).toEqual(missing);
  });

  it("adds money by source and by task, and keeps what each agency put in", () => {
    expect(report.funding.bySource.map((line) => [line.code, line.totals.disbursed])).toEqual([
      ["IV.1.TX.DP", "800000001"],
      ["IV.2", "800000000"],
    ]);
    expect(report.funding.bySource[0]?.contributions.map((row) => [row.unitCode, row.totals.disbursed])).toEqual([
      ["SYT", "800000000"],
      ["H502", "1"],
    ]);
    expect(report.funding.byTask).toHaveLength(1);
    expect(report.funding.total).toMatchObject({ assigned: "3000000000", disbursed: "1600000001", carriedOver: "5" });
  });

  it("keeps every obstacle, proposal and text with its origin", () => {
    expect(report.obstacles.map((row) => row.unitCode)).toEqual(["SYT", "SYT"]);
    expect(report.proposals).toEqual([{ unitCode: "SYT", to: "UBND tỉnh", content: "Bố trí vốn" }]);
    expect(report.narratives.VI.slice(0, 4).map((text) => [text.unitCode, text.field])).toEqual([
      ["SKHCN", "strengths"],
      ["SYT", "strengths"],
      ["H502", "strengths"],
      ["SKHCN", "weaknesses"],
    ]);
    expect(report.nothingToReport.VII).toEqual(["SKHCN", "H502"]);
    expect(report.outreach).toMatchObject({ conferences: 6, participants: 360, articles: 15 });
  });

  it("keeps the plans each agency issued, but not those of a section declared void", () => {
    const plans = [{ number: "15/KH-SYT", date: "2026-01-20", abstract: "Kế hoạch năm" }];
    const of = (nothingToReport: boolean) =>
      consolidate({ year: 2026, members: [member("SYT", { I: { nothingToReport, plans } })], missing: [] }).plans;
    expect(of(false)).toEqual([{ unitCode: "SYT", ...plans[0] }]);
    expect(of(true)).toEqual([]);
  });

  it("does not bring back rows of a section that was declared void", () => {
    const rows = completeReport("SYT", 2026).sections?.II?.rows?.map(({ taskCode }) => ({ taskCode }));
    const voided = consolidate({
      year: 2026,
      members: [member("SYT", { II: { nothingToReport: true, rows } })],
      missing: [],
    });
    expect(voided.tasks).toEqual([]);
    expect(voided.nothingToReport.II).toEqual(["SYT"]);
  });

  it("keeps the department's own words from one snapshot to the next", () => {
    const editorial = { assessment: "Khá", sections: { I: "Đã quán triệt" } };
    expect(consolidate({ year: 2026, members, missing, editorial }).editorial).toEqual(editorial);
  });

  it("fits its schema and survives a round through JSON", () => {
    expect(consolidatedReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it("can be made of every agency of the plan at once, or of none", () => {
    const all = agenciesWithReportDuty(PLAN_SET_DATE).map(({ code }) => member(code));
    const whole = consolidate({ year: 2026, members: all, missing: [] });
    expect(checkConsolidated(consolidatedReportSchema.parse(whole))).toEqual([]);
    // III.3.đ.5 has two leads, ten tasks are headings: all 53 tasks are answered for.
    expect(whole.tasks).toHaveLength(53);
    const none = consolidate({ year: 2026, members: [], missing });
    expect(checkConsolidated(consolidatedReportSchema.parse(none))).toEqual([]);
  });
});

describe("reconciliation", () => {
  it("holds for what consolidation makes", () => {
    expect(checkConsolidated(report)).toEqual([]);
  });

  it.each([
    [
      "a total of a source",
      (copy: ConsolidatedReport) => {
        copy.funding.bySource[0]!.totals.disbursed = "0";
      },
      "funding.bySource.0.totals.disbursed: total-differs",
    ],
    [
      "the grand total",
      (copy: ConsolidatedReport) => {
        copy.funding.total.assigned = "1";
      },
      "funding.total.assigned: total-differs",
    ],
    [
      "what an agency put in",
      (copy: ConsolidatedReport) => {
        copy.funding.byTask[0]!.contributions[0]!.totals.spent = "7";
      },
      "funding.byTask.0.contributions.0.totals.spent: total-differs",
    ],
    [
      "a missing line",
      (copy: ConsolidatedReport) => {
        copy.funding.bySource.pop();
      },
      "funding.bySource: line-missing",
    ],
    [
      "a lost contribution",
      (copy: ConsolidatedReport) => {
        copy.funding.bySource[0]!.contributions.pop();
      },
      "funding.bySource.0.contributions.disbursed: total-differs",
    ],
    [
      "a count of tasks",
      (copy: ConsolidatedReport) => {
        copy.taskCounts.done = 9;
      },
      "taskCounts.done: count-differs",
    ],
    [
      "a count of one task",
      (copy: ConsolidatedReport) => {
        copy.tasks[0]!.counts.late = 1;
      },
      "tasks.0.counts.late: count-differs",
    ],
    [
      "a sum of conferences",
      (copy: ConsolidatedReport) => {
        copy.outreach.conferences = 60;
      },
      "outreach.conferences: count-differs",
    ],
    [
      "an obstacle of nobody",
      (copy: ConsolidatedReport) => {
        copy.obstacles[0]!.unitCode = "SCT";
      },
      "obstacles.0: unit-unknown",
    ],
    [
      "an agency both in and missing",
      (copy: ConsolidatedReport) => {
        copy.missing[0]!.unitCode = "SYT";
      },
      "members: unit-twice",
    ],
  ])("finds %s", (_what, change, expected) => {
    expect(problemsOf(changed(change))).toContain(expected);
  });

  it("names the line and the column in words", () => {
    const [found] = checkConsolidated(
      changed((copy) => {
        copy.funding.bySource[0]!.totals.disbursed = "800000000";
      }),
    );
    expect(problemText(found!, "vi")).toBe(
      "IV.1.TX.DP: cột Giải ngân ghi 800.000.000 đồng, cộng các dòng là 800.000.001 đồng.",
    );
  });

  it("does not let it go up without the department's assessment and recommendations", () => {
    expect(checkEditorial(report).map((found) => found.path)).toEqual([
      "editorial.assessment",
      "editorial.recommendations",
    ]);
    const editorial = { assessment: "Khá", recommendations: "Bố trí vốn" };
    expect(checkEditorial(consolidate({ year: 2026, members, missing, editorial }))).toEqual([]);
  });
});

describe("the length of a consolidated report", () => {
  const wordy = (unitCode: string, texts: number): ConsolidationMember =>
    member(unitCode, { II: { rows: Array.from({ length: texts }, () => ({ result: "ấ".repeat(20_000) })) } });
  const long = consolidate({
    year: 2026,
    members: [wordy("SYT", 18), wordy("H502", 100), wordy("SKHCN", 19), member("STC")],
    missing: [],
  });

  it("has a limit, and the refusal names who wrote most", () => {
    const [found, ...others] = checkConsolidated(long);
    expect(others).toEqual([]);
    expect(problemText(found!, "vi")).toBe(
      "Bản tổng hợp dài 9 MB, vượt mức 8 MB. Dài nhất: Đơn vị H502; Đơn vị SKHCN; Đơn vị SYT. " +
        "Trả lại để các đơn vị này rút gọn diễn giải.",
    );
    expect(problemText(found!, "en")).toMatch(/9 MB long, more than 8 MB/);
  });

  it("is also the schema's limit", () => {
    expect(consolidatedReportSchema.safeParse(long).error?.issues).toMatchObject([
      { message: "the whole report exceeds 8000000 bytes" },
    ]);
  });
});

describe("consolidation as a law", () => {
  const amount = fc.bigInt({ min: 0n, max: 9_999_999_999_999n }).map(String);
  const row: fc.Arbitrary<FundingRow> = fc.record({
    taskCode: fc.constantFrom("III.3.b.1", "III.3.đ.1", "III.3.d.1", "V.4.1"),
    sourceCode: fc.constantFrom("IV.1.TX.DP", "IV.2", "IV.3.6"),
    assigned: amount,
    spent: amount,
    disbursed: amount,
  });
  const units = fc.uniqueArray(fc.constantFrom("SYT", "SKHCN", "H502", "H519", "SCT", "DHQN"), { minLength: 1 });
  const input = units.chain((codes) =>
    fc.tuple(...codes.map((code) => fc.array(row, { maxLength: 5 }).map((rows) => member(code, { IV: { rows } })))),
  );

  it("reconciles whatever the agencies report, and loses no đồng", () => {
    fc.assert(
      fc.property(input, (reports) => {
        const document = consolidate({ year: 2026, members: reports, missing: [] });
        expect(checkConsolidated(document)).toEqual([]);
        expect(document.funding.total).toEqual(
          totalsOf(reports.flatMap((each) => each.report.sections?.IV?.rows ?? [])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order in which reports come in", () => {
    fc.assert(
      fc.property(
        input.chain((reports) =>
          fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
        ),
        ([reports, shuffled]) => {
          const text = (list: readonly ConsolidationMember[]): string =>
            JSON.stringify(consolidate({ year: 2026, members: list, missing: [] }));
          expect(text(shuffled)).toBe(text(reports));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("five lines for an approver", () => {
  it("tell one agency's report", () => {
    expect(summaryLines(summaryOf(members[1]!.report), "vi")).toEqual([
      "Nhiệm vụ: 6 (6 đang thực hiện).",
      "Kinh phí: giao và bổ sung 2.410, giải ngân 1.600 triệu đồng (66,39 %).",
      "Vướng mắc: 2, trong đó 1 chưa giải quyết xong; kiến nghị: 1.",
      "Số liệu đến 15/11/2026, có ước cả năm; chỉ tiêu có báo cáo: 0.",
      "Không phát sinh: III.",
    ]);
  });

  it("tell a consolidated report, as far as its earliest cut-off", () => {
    const early = member("STP");
    early.report.head!.periodTo = "2026-10-31";
    const document = consolidate({ year: 2026, members: [...members, early], missing });
    const lines = summaryLines(summaryOfConsolidated(document), "en");
    expect(lines).toHaveLength(5);
    expect(lines[3]).toContain("31/10/2026");
    expect(lines[4]).toBe("4 agencies consolidated; 1 without a report.");
  });

  it("do not fail on an empty draft", () => {
    expect(summaryLines(summaryOf({}), "vi")[0]).toBe("Nhiệm vụ: 0.");
  });
});
