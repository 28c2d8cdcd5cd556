import { describe, expect, it } from "vitest";
import { grantsOf, lineOf, seatsOn, SEATS, sightOf, STANDING_SEATS } from "../../../domain/rights/index.ts";
import { ALWAYS, type SettingRow } from "../../../domain/settings/index.ts";

const until = (value: string): SettingRow[] => [{ key: "organisation-until", from: "2024-01-01", value }];

describe("who sits where", () => {
  it("is as the plan was written, unless the province says otherwise", () => {
    expect(seatsOn("2026-11-25", [])).toEqual(STANDING_SEATS);
  });

  it("follows a merger from its day on: finance and planning then sit together", () => {
    expect(seatsOn("2025-02-28", until(ALWAYS))).toEqual(STANDING_SEATS);
    expect(seatsOn("2025-03-01", until(ALWAYS))).toEqual({
      department: "SKHCN_2025",
      office: "VP_UBND",
      committee: "UBND_TINH",
      finance: "STC_2025",
      planning: "STC_2025",
    });
    expect(seatsOn("2026-11-25", until(ALWAYS))).toMatchObject({ department: "DN_SKHCN", committee: "DN_UBND" });
  });

  it("follows reorganisations no further than is set", () => {
    expect(seatsOn("2026-11-25", until("2025-03-01"))).toMatchObject({ finance: "STC_2025", office: "VP_UBND" });
  });

  it("gives the successor's people the rights of the seat", () => {
    const post = { unit: "DN_SKHCN", role: "specialist" } as const;
    expect(lineOf("SKHCN")).toEqual(["SKHCN", "SKHCN_2025", "DN_SKHCN"]);
    expect(grantsOf([post], SEATS)).toEqual(["work", "consolidate", "desk", "oversee"]);
    expect(sightOf([post], SEATS)).toEqual({ all: true });
  });
});
