import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  atLocal,
  endOfDay,
  formatDate,
  InvalidDate,
  isLocalDate,
  lastDayOf,
  localDate,
  startOfDay,
  weekdayOf,
} from "../../../domain/calendar/local-time.ts";

describe("local time", () => {
  it("starts the day in Việt Nam at 17:00 UTC of the day before", () => {
    expect(startOfDay("2026-11-30")).toBe(Date.parse("2026-11-29T17:00:00Z"));
    expect(endOfDay("2026-11-29")).toBe(startOfDay("2026-11-30"));
    expect(atLocal("2026-11-23", "07:30")).toBe(Date.parse("2026-11-23T00:30:00Z"));
    expect(atLocal("2026-11-23", "24:00")).toBe(endOfDay("2026-11-23"));
  });

  it("changes the local day exactly at midnight", () => {
    const midnight = endOfDay("2026-11-29");
    expect([midnight - 1, midnight, midnight + 1].map(localDate)).toEqual(["2026-11-29", "2026-11-30", "2026-11-30"]);
    expect(lastDayOf(midnight)).toBe("2026-11-29");
  });

  it("has no daylight saving: every day of the plan is 24 hours long", () => {
    for (let day = "2024-01-01"; day <= "2030-12-31"; day = addDays(day, 1)) {
      expect(startOfDay(addDays(day, 1)) - startOfDay(day)).toBe(86_400_000);
      expect(localDate(atLocal(day, "12:00"))).toBe(day);
    }
  });

  it("shows the day first", () => {
    expect(formatDate("2026-11-05")).toBe("05/11/2026");
  });

  it("knows weekdays before and after 1970", () => {
    expect(["1969-12-28", "1970-01-01", "2024-11-29", "2026-11-23"].map(weekdayOf)).toEqual([0, 4, 5, 1]);
  });

  it.each(["2026-02-30", "2026-2-3", "30/11/2026", "", "2026-13-01"])("refuses %j as a date", (text) => {
    expect(() => startOfDay(text)).toThrow(InvalidDate);
    expect(isLocalDate(text)).toBe(false);
  });

  it.each(["7:30", "24:01", "12:60", ""])("refuses %j as a time of day", (time) => {
    expect(() => atLocal("2026-11-23", time)).toThrow(InvalidDate);
  });

  it("finds the day of any instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2100, 0) }), (instant) => {
        const day = localDate(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(endOfDay(day)).toBeGreaterThan(instant);
      }),
    );
  });
});
