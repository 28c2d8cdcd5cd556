import { describe, expect, it } from "vitest";
import { compactCalendar, lastDayOf } from "../../../domain/calendar/index.ts";
import {
  dueOfRound,
  namesOf,
  openingRefusal,
  proposeRounds,
  yearsAround,
  type Opening,
} from "../../../domain/campaign/index.ts";

type RoundOpening = Extract<Opening, { kind: "funding-round" }>;
const TODAY = "2026-11-25";
const opening = (over: Partial<RoundOpening["round"]> = {}, closesOn = "2026-12-15"): RoundOpening => ({
  kind: "funding-round",
  closesOn,
  round: { name: "Bổ sung cuối năm", window: "in-year", budgetYear: 2026, ...over },
});

describe("the names of rounds", () => {
  it("tell two rounds apart that share window, year and last day", () => {
    const [one, other] = [opening(), opening({ name: "Bổ sung đợt hai" })].map(namesOf);
    expect(one?.campaignId).not.toBe(other?.campaignId);
    expect(one?.dossierId).not.toBe(other?.dossierId);
  });

  it("are the same for the same name, however it was typed", () => {
    expect(namesOf(opening({ name: " bổ sung cuối năm ".normalize("NFD") }))).toEqual(namesOf(opening()));
  });
});

describe("a round is not opened", () => {
  it("once its last day has passed, while today still counts", () => {
    expect(openingRefusal(opening({}, "2026-11-24"), TODAY)).toEqual({
      code: "round-over",
      closesOn: "2026-11-24",
      today: TODAY,
    });
    expect(openingRefusal(opening({}, TODAY), TODAY)).toBeNull();
  });

  it.each([
    ["in-year", 2027, 2026, 2026],
    ["next-year", 2026, 2027, 2027],
    ["investment-year", 2028, 2026, 2027],
  ] as const)("for %s with budget year %d", (window, budgetYear, from, to) => {
    expect(openingRefusal(opening({ window, budgetYear }), TODAY)).toEqual({ code: "round-year", window, from, to });
    expect(openingRefusal(opening({ window, budgetYear: from }), TODAY)).toBeNull();
  });
});

describe("the term of a round", () => {
  const calendar = compactCalendar("test", yearsAround("2027-01-01"), [{ date: "2027-01-01", kind: "HOLIDAY" }]);

  it("ends with the next working day, and may have its target in the year before", () => {
    const { legalDue, effectiveDue, internalTarget } = dueOfRound(calendar, "2027-01-01");
    expect([legalDue, effectiveDue, internalTarget].map(lastDayOf)).toEqual(["2027-01-01", "2027-01-04", "2026-12-31"]);
  });
});

describe("the budget calendar", () => {
  const days = { nextYear: "07-10", investmentYear: "07-20" };

  it("proposes the next time its day comes, and the budget year after it", () => {
    expect(proposeRounds(days, TODAY)).toMatchObject([
      { window: "next-year", budgetYear: 2028, closesOn: "2027-07-10" },
      { window: "in-year", budgetYear: 2026, closesOn: null },
      { window: "investment-year", budgetYear: 2028, closesOn: "2027-07-20" },
      { window: "investment-term", budgetYear: 2026, closesOn: null },
    ]);
    expect(proposeRounds(days, "2026-07-10")[0]).toMatchObject({ budgetYear: 2027, closesOn: "2026-07-10" });
  });

  it("proposes nothing beyond the plan's years", () => {
    expect(proposeRounds(days, "2030-07-11").map(({ window }) => window)).toEqual(["in-year", "investment-term"]);
  });

  it("proposes only rounds that may be opened", () => {
    for (const { window, budgetYear, closesOn, name } of proposeRounds(days, TODAY)) {
      const proposed = opening({ window, budgetYear, name }, closesOn ?? "2026-12-20");
      expect(openingRefusal(proposed, TODAY)).toBeNull();
    }
  });
});
