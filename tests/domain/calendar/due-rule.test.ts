import { describe, expect, it } from "vitest";
import { atLocal, endOfDay, lastDayOf } from "../../../domain/calendar/local-time.ts";
import { ANNUAL_REPORT_DUE, dueDates, dueStatus, type DueRule } from "../../../domain/calendar/due-rule.ts";
import { vietnamCalendar } from "../../../domain/calendar/vietnam-days.ts";

const calendar = vietnamCalendar();
const due2026 = dueDates(calendar, ANNUAL_REPORT_DUE, 2026);

describe("trước ngày 30/11", () => {
  it.each([
    [2024, "2024-11-29", "2024-11-29", "2024-11-29"],
    [2025, "2025-11-29", "2025-12-01", "2025-11-28"],
    [2026, "2026-11-29", "2026-11-30", "2026-11-27"],
    [2027, "2027-11-29", "2027-11-29", "2027-11-29"],
    [2028, "2028-11-29", "2028-11-29", "2028-11-29"],
    [2029, "2029-11-29", "2029-11-29", "2029-11-29"],
    [2030, "2030-11-29", "2030-11-29", "2030-11-29"],
  ])("in %i ends strictly on %s, rolled on %s, with the internal target on %s", (year, legal, effective, target) => {
    const due = dueDates(calendar, ANNUAL_REPORT_DUE, year);
    expect(due).toEqual({
      legalText: `${year}-11-30`,
      legalDue: endOfDay(legal),
      effectiveDue: endOfDay(effective),
      internalTarget: endOfDay(target),
    });
  });

  it("keeps the strict end where nothing is rolled", () => {
    const strict: DueRule = { ...ANNUAL_REPORT_DUE, roll: "none" };
    expect(lastDayOf(dueDates(calendar, strict, 2026).effectiveDue)).toBe("2026-11-29");
  });

  it("includes the day itself where the document says so", () => {
    const inclusive: DueRule = { ...ANNUAL_REPORT_DUE, inclusive: true };
    expect(lastDayOf(dueDates(calendar, inclusive, 2026).legalDue)).toBe("2026-11-30");
    expect(lastDayOf(dueDates(calendar, inclusive, 2025).effectiveDue)).toBe("2025-12-01");
  });

  it("ends at 24:00 in Việt Nam, which is 17:00 UTC", () => {
    expect(due2026.legalDue).toBe(Date.parse("2026-11-29T17:00:00.000Z"));
    expect(due2026.effectiveDue).toBe(Date.parse("2026-11-30T17:00:00.000Z"));
  });
});

describe("the state of a due date", () => {
  const due = due2026.effectiveDue;
  const at = (now: number): unknown => dueStatus(now, due, calendar);

  it("turns overdue at 24:00, to the millisecond", () => {
    expect(at(due - 1)).toEqual({ status: "due-today", workingDays: 0 });
    expect(at(due)).toEqual({ status: "overdue", workingDays: 1 });
    expect(at(due + 1)).toEqual({ status: "overdue", workingDays: 1 });
  });

  it("is soon from three working days before", () => {
    expect(at(atLocal("2026-11-24", "23:59"))).toEqual({ status: "on-time", workingDays: 4 });
    expect(at(atLocal("2026-11-25", "00:00"))).toEqual({ status: "due-soon", workingDays: 3 });
    expect(at(atLocal("2026-11-27", "12:00"))).toEqual({ status: "due-soon", workingDays: 1 });
    expect(at(atLocal("2026-11-29", "12:00"))).toEqual({ status: "due-soon", workingDays: 1 });
    expect(at(atLocal("2026-11-30", "00:00"))).toEqual({ status: "due-today", workingDays: 0 });
  });

  it("counts lateness in working days", () => {
    expect(at(atLocal("2026-12-04", "12:00"))).toEqual({ status: "overdue", workingDays: 4 });
    expect(at(atLocal("2026-12-06", "12:00"))).toEqual({ status: "overdue", workingDays: 4 });
    expect(dueStatus(due2026.internalTarget, due2026.internalTarget, calendar)).toEqual({
      status: "overdue",
      workingDays: 0,
    });
  });
});
