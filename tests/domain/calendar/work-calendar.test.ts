import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, atLocal, endOfDay, isWeekend, lastDayOf } from "../../../domain/calendar/local-time.ts";
import { addWorkingDays, workingDaysBefore } from "../../../domain/calendar/add-working-days.ts";
import {
  calendarForYears,
  CalendarGap,
  compactCalendar,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from "../../../domain/calendar/work-calendar.ts";
import { TET, VIETNAM_YEARS, vietnamCalendar } from "../../../domain/calendar/vietnam-days.ts";

const calendar = vietnamCalendar();
const dayOf = fc.integer({ min: 0, max: 2400 }).map((n) => addDays("2024-01-15", n));

describe("the Vietnamese table", () => {
  it("makes no day both off and worked, and lists each day once", () => {
    const dates = VIETNAM_YEARS.flatMap((year) => year.days.map((day) => day.date));
    expect(new Set(dates).size).toBe(dates.length);
    expect(calendar.off.some(isWeekend)).toBe(false);
    expect(calendar.swapWork.every(isWeekend)).toBe(true);
  });

  it("gives every year its eleven holidays, and a day in lieu for each that falls on a weekend", () => {
    for (const { year, days } of VIETNAM_YEARS) {
      const holidays = days.filter((day) => day.kind === "HOLIDAY");
      expect({ year, holidays: holidays.length }).toEqual({ year, holidays: 11 });
      const inLieu = days.filter((day) => day.kind === "OFF").length;
      expect({ year, inLieu }).toEqual({ year, inLieu: holidays.filter((day) => isWeekend(day.date)).length });
    }
  });

  it("swaps a weekday for a weekend day of the same year", () => {
    for (const { days } of VIETNAM_YEARS) {
      const off = days.filter((day) => day.kind === "SWAP_OFF");
      const worked = days.filter((day) => day.kind === "SWAP_WORK");
      expect(off.length).toBe(worked.length);
      expect(off.some((day) => isWeekend(day.date))).toBe(false);
    }
  });

  it.each([
    ["2024-04-29", "2024-05-04"],
    ["2025-05-02", "2025-04-26"],
    ["2026-01-02", "2026-01-10"],
    ["2026-08-31", "2026-08-22"],
  ])("takes %s off and works on Saturday %s", (off, worked) => {
    expect(isWorkingDay(calendar, off)).toBe(false);
    expect(isWorkingDay(calendar, worked)).toBe(true);
  });

  it("holds Tết 2030 on 2/02, as in Việt Nam, not on 3/02 as in China", () => {
    expect(TET[2030]).toBe("2030-02-02");
    const tet2030 = VIETNAM_YEARS.at(-1)!
      .days.filter((day) => day.vi === "Tết Âm lịch")
      .map((day) => day.date);
    expect(tet2030).toContain("2030-02-02");
    expect(isWorkingDay(calendar, "2030-01-31")).toBe(false);
    expect(isWorkingDay(calendar, "2030-02-07")).toBe(true);
  });

  it.each(Object.entries(TET))("has five days of Tết around the first day of %s", (year, first) => {
    const listed = VIETNAM_YEARS.find((entry) => entry.year === Number(year))!;
    const days = listed.days.filter((day) => day.vi === "Tết Âm lịch").map((day) => day.date);
    expect(days).toContain(first);
    expect(days.map((_, i) => addDays(days[0]!, i))).toEqual(days);
  });

  it("takes the Monday after Giỗ Tổ 2026, a Sunday, off", () => {
    expect(isWorkingDay(calendar, "2026-04-27")).toBe(false);
    expect(isWorkingDay(calendar, "2026-04-28")).toBe(true);
  });

  it("works on 24/11/2026 until the day off is confirmed, and says so", () => {
    expect(isWorkingDay(calendar, "2026-11-24")).toBe(true);
    const listed = VIETNAM_YEARS.find((year) => year.year === 2026)!.days.find((day) => day.date === "2026-11-24");
    expect(listed).toMatchObject({ kind: "WORK", mark: "to-confirm" });
    expect(listed?.note?.vi).toContain("Chưa xác nhận");
  });

  it("marks the years whose swaps are not decided", () => {
    expect(VIETNAM_YEARS.filter((year) => year.provisional).map((year) => year.year)).toEqual([2027, 2028, 2029, 2030]);
  });

  it("stays small enough for a workflow's input", () => {
    expect(JSON.stringify(calendarForYears(calendar, [2026, 2027])).length).toBeLessThan(600);
  });
});

describe("working days", () => {
  it("stops at a year that is not in the table", () => {
    const gap = (): unknown => isWorkingDay(calendar, "2031-01-02");
    expect(gap).toThrow(CalendarGap);
    expect(gap).toThrow("no days for 2031");
    expect(() => previousWorkingDay(calendar, "2024-01-02")).toThrow(CalendarGap);
    expect(() => addWorkingDays(calendarForYears(calendar, [2026]), atLocal("2026-12-30", "09:00"), 5)).toThrow(
      CalendarGap,
    );
  });

  it("lets an administrator's row overrule the week", () => {
    const edited = compactCalendar(
      "v2",
      [2026],
      [
        { date: "2026-11-24", kind: "HOLIDAY" },
        { date: "2026-11-28", kind: "SWAP_WORK" },
        { date: "2027-01-01", kind: "HOLIDAY" },
      ],
    );
    expect(edited).toEqual({ version: "v2", years: [2026], off: ["2026-11-24"], swapWork: ["2026-11-28"] });
    expect(isWorkingDay(edited, "2026-11-24")).toBe(false);
    expect(isWorkingDay(edited, "2026-11-28")).toBe(true);
  });

  it("goes around weekends, Tết and swaps", () => {
    expect(previousWorkingDay(calendar, "2026-11-30")).toBe("2026-11-27");
    expect(nextWorkingDay(calendar, "2026-02-13")).toBe("2026-02-23");
    expect(nextWorkingDay(calendar, "2026-08-21")).toBe("2026-08-22");
    expect(workingDaysBefore(calendar, "2026-09-03", 2)).toBe("2026-08-27");
    expect(workingDaysBetween(calendar, "2026-02-13", "2026-02-23")).toBe(1);
    expect(workingDaysBetween(calendar, "2026-11-27", "2026-11-27")).toBe(0);
    expect(workingDaysBetween(calendar, "2026-11-30", "2026-11-26")).toBe(-2);
    expect(workingDaysBetween(calendar, "2026-11-29", "2026-11-28")).toBe(0);
  });

  it("are those that a look at each day finds", () => {
    const near = fc.tuple(dayOf, fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(near, ([from, length]) => {
        const days = Array.from({ length }, (_, index) => addDays(from, index + 1));
        const worked = days.filter((day) => isWorkingDay(calendar, day)).length;
        expect(workingDaysBetween(calendar, from, addDays(from, length))).toBe(worked);
      }),
    );
    expect(() => workingDaysBetween(calendar, "2030-12-30", "2031-01-02")).toThrow(CalendarGap);
    expect(workingDaysBetween(calendar, "2023-12-31", "2024-01-02")).toBe(1);
  });

  it("adds up over any three days", () => {
    fc.assert(
      fc.property(dayOf, dayOf, dayOf, (a, b, c) => {
        const sum = workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c);
        expect(sum).toBe(workingDaysBetween(calendar, a, c));
      }),
    );
  });
});

describe("a term of working days", () => {
  const until = (start: number, n: number, options = {}): number => addWorkingDays(calendar, start, n, options);

  it("does not count the day of receipt and runs to 24:00 of its last day", () => {
    expect(until(atLocal("2026-11-23", "09:00"), 2)).toBe(endOfDay("2026-11-25"));
    expect(until(atLocal("2026-11-26", "09:00"), 2)).toBe(endOfDay("2026-11-30"));
  });

  it("treats a receipt after hours as the next working day's, to the millisecond", () => {
    const closing = atLocal("2026-11-23", "17:00");
    expect([closing - 1, closing, closing + 1].map((start) => until(start, 1))).toEqual(
      ["2026-11-24", "2026-11-24", "2026-11-25"].map(endOfDay),
    );
    expect(until(atLocal("2026-11-23", "16:45"), 1, { closesAt: "16:30" })).toBe(endOfDay("2026-11-25"));
  });

  it("treats a receipt on a day off as the next working day's", () => {
    expect(until(atLocal("2026-11-28", "09:00"), 1)).toBe(endOfDay("2026-12-01"));
    expect(until(atLocal("2026-08-22", "09:00"), 1)).toBe(endOfDay("2026-08-24"));
    expect(until(atLocal("2026-11-28", "09:00"), 0)).toBe(endOfDay("2026-11-30"));
  });

  it("ends half a day at the hour given", () => {
    expect(until(atLocal("2026-11-23", "09:00"), 1.5, { halfDay: "12:00" })).toBe(atLocal("2026-11-25", "12:00"));
    expect(until(atLocal("2026-11-23", "09:00"), 1.5)).toBe(atLocal("2026-11-25", "11:30"));
  });

  it.each([-1, 0.3, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s days", (n) => {
    expect(() => until(atLocal("2026-11-23", "09:00"), n)).toThrow(RangeError);
  });

  it("holds exactly n working days after the day of receipt", () => {
    fc.assert(
      fc.property(dayOf, fc.integer({ min: 0, max: 40 }), (day, n) => {
        fc.pre(isWorkingDay(calendar, day));
        const last = lastDayOf(until(atLocal(day, "09:00"), n));
        expect(workingDaysBetween(calendar, day, last)).toBe(n);
      }),
    );
  });
});
