import { describe, expect, it } from "vitest";
import { checkEdit, daysOfStretch, kindsOn, type WorkCalendar } from "../../../domain/calendar/index.ts";

const calendar: WorkCalendar = { version: "v1", years: [2026], off: [], swapWork: [] };
const [friday, saturday, monday] = ["2026-11-27", "2026-11-28", "2026-11-30"] as const;

describe("what a day may be decided to be", () => {
  it.each([friday, saturday])("is never refused when it is entered: %s", (date) => {
    for (const kind of kindsOn(date)) {
      const edit = { days: [{ date, kind }], years: [], hours: null, rules: [] };
      expect([kind, checkEdit(calendar, edit)]).toEqual([kind, []]);
    }
  });
});

describe("a stretch of days", () => {
  it("is every day of a holiday, the weekend in it as well", () => {
    expect(daysOfStretch(friday, monday, "HOLIDAY")).toEqual([friday, saturday, "2026-11-29", monday]);
  });

  it("leaves out the days that cannot be of the kind", () => {
    expect(daysOfStretch(friday, monday, "SWAP_OFF")).toEqual([friday, monday]);
    expect(daysOfStretch(friday, monday, "SWAP_WORK")).toEqual([saturday, "2026-11-29"]);
  });

  it("of one day is that day", () => {
    expect(daysOfStretch(monday, monday, null)).toEqual([monday]);
  });
});
