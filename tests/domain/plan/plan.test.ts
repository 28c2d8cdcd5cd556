import { describe, expect, it } from "vitest";
import {
  agenciesWithReportDuty,
  bearersOn,
  PLAN_SET_DATE,
  planTasks,
  predecessorsOf,
  program,
  successorsOf,
  unitsOn,
} from "../../../domain/plan/plan.ts";
import { ANNUAL_REPORT_DUE } from "../../../domain/calendar/due-rule.ts";
import { membersOf, tasksCoordinatedBy, tasksLedBy } from "../../../domain/plan/task-leads.ts";

const codes = (rows: readonly { code: string }[]): string[] => rows.map((row) => row.code);

describe("units by date", () => {
  it("owes 44 reports in the plan's own set of agencies", () => {
    const owing = agenciesWithReportDuty(PLAN_SET_DATE);
    expect(owing).toHaveLength(44);
    expect(owing.filter((unit) => unit.type === "district")).toHaveLength(18);
    expect(owing.some((unit) => unit.type === "group")).toBe(false);
  });

  it("ends a unit on the day its successor begins", () => {
    const on = (date: string): string[] =>
      codes(unitsOn(date)).filter((code) => code.startsWith("STC") || code === "SKHDT");
    expect(on("2025-02-28")).toEqual(["STC", "SKHDT"]);
    expect(on("2025-03-01")).toEqual(["STC_2025"]);
    expect(on("2025-07-01")).toEqual([]);
  });

  it("drops Nông Sơn on 1/1/2025 and every district on 1/7/2025", () => {
    const districts = (date: string): number => unitsOn(date).filter((unit) => unit.type === "district").length;
    expect([districts("2024-12-31"), districts("2025-01-01"), districts("2025-07-01")]).toEqual([18, 17, 0]);
  });

  it("follows merges step by step and to the day", () => {
    expect(codes(successorsOf("SKHDT"))).toEqual(["STC_2025"]);
    expect(codes(predecessorsOf("STC_2025"))).toEqual(["STC", "SKHDT"]);
    expect(codes(bearersOn("SKHDT", "2024-12-31"))).toEqual(["SKHDT"]);
    expect(codes(bearersOn("SKHDT", "2026-11-23"))).toEqual(["DN_STC"]);
    expect(codes(bearersOn("H502", "2026-11-23"))).toEqual([]);
    expect(successorsOf("NOBODY")).toEqual([]);
  });
});

describe("who leads what", () => {
  it("gives every task at least one unit of the plan's set that leads it", () => {
    const leaders = unitsOn(PLAN_SET_DATE).flatMap((unit) => codes(tasksLedBy(unit.code)));
    expect(new Set(leaders)).toEqual(new Set(codes(planTasks)));
  });

  it("finds tasks led by name, in plan order", () => {
    expect(codes(tasksLedBy("SYT"))).toEqual(["III.1.1", "III.1.2", "III.3.b.1", "III.3.b.2", "V.1.b.1", "V.1.b.2"]);
    expect(codes(tasksLedBy("CAT"))).toContain("III.3.đ.5");
  });

  it("gives districts what the plan gives to UBND các huyện", () => {
    expect(codes(tasksLedBy("H502"))).toEqual(["III.1.1", "III.1.2", "V.1.e.1"]);
    expect(membersOf("UBND_HUYEN")).toHaveLength(18);
  });

  it("counts as other agencies only those without a field of their own", () => {
    expect(codes(tasksLedBy("STP"))).toContain("V.1.e.1");
    expect(codes(tasksLedBy("SYT"))).not.toContain("V.1.e.1");
    expect(codes(tasksLedBy("DHQN"))).toEqual(["III.1.1", "III.1.2"]);
  });

  it("hands tasks on to the successor", () => {
    expect(codes(tasksLedBy("STC_2025"))).toEqual(expect.arrayContaining(["V.3.1", "V.4.1", "V.1.đ.1"]));
    expect(codes(tasksLedBy("DN_SYT"))).toContain("III.3.b.1");
  });

  it("does not let a unit coordinate what it leads, nor vague groups coordinate at all", () => {
    for (const unit of unitsOn(PLAN_SET_DATE)) {
      const led = new Set(codes(tasksLedBy(unit.code)));
      expect(codes(tasksCoordinatedBy(unit.code)).filter((code) => led.has(code))).toEqual([]);
    }
    expect(codes(tasksCoordinatedBy("H502"))).toContain("III.3.a.1");
    expect(codes(tasksCoordinatedBy("STP"))).toEqual([]);
  });

  it("knows nothing of an unknown unit", () => {
    expect(tasksLedBy("NOBODY")).toEqual([]);
  });
});

describe("the values behind the types", () => {
  it("uses only the words the types allow", () => {
    const words = (values: readonly (string | null)[]): string[] => [...new Set(values.map(String))].sort();
    expect(words(program.agencies.map((row) => row.type))).toEqual([
      "authority",
      "college",
      "committee",
      "council",
      "department",
      "district",
      "front",
      "group",
      "ministry",
      "office",
      "party",
      "sector",
      "unit",
      "university",
    ]);
    expect(words(program.tasks.map((row) => row.leadBasis))).toEqual(["explicit", "inferred", "null"]);
    expect(words(program.indicators.map((row) => row.operator))).toEqual(["=", ">", "null", "range", "~"]);
    expect(words(program.obligations.map((row) => row.kind))).toEqual([
      "annual",
      "continuous",
      "five-yearly",
      "on-event",
      "once",
    ]);
    expect(words(program.obligations.map((row) => row.due?.rule ?? null))).toEqual([
      "BEFORE",
      "BUDGET_CALENDAR",
      "NOT_IN_SEED",
      "PUBLIC_INVESTMENT_CALENDAR",
      "null",
    ]);
  });

  it("agrees with the calendar on when the yearly report is due", () => {
    const { month, day, inclusive } = ANNUAL_REPORT_DUE;
    expect(program.obligations.find((row) => row.code === "OB-04")?.due).toMatchObject({ month, day, inclusive });
  });
});
