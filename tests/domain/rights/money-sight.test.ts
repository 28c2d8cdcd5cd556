import { describe, expect, it } from "vitest";
import { isInSight, moneySightOf, STANDING_SEATS } from "../../../domain/rights/index.ts";
import type { PostRef } from "../../../domain/engine/index.ts";

const sees = (post: PostRef, unitCode: string, sourceCode: string): boolean =>
  isInSight(moneySightOf([post], STANDING_SEATS), { unitCode, sourceCode });

describe("whose money a person sees", () => {
  it("an agency its own; the department, UBND and the auditor all of it", () => {
    const accountant = { unit: "SYT", role: "accountant" } as const;
    expect(sees(accountant, "SYT", "IV.1.DT")).toBe(true);
    expect(sees(accountant, "SCT", "IV.1.TX.DP")).toBe(false);
    const whole: PostRef[] = [
      { unit: "SKHCN", role: "specialist" },
      { unit: "UBND_TINH", role: "chair" },
      { unit: "TTT", role: "auditor" },
    ];
    for (const post of whole) expect(sees(post, "SCT", "IV.1.DT.DP")).toBe(true);
  });

  it("an adviser the whole of the branch it advises on, besides its own", () => {
    const finance = { unit: "STC", role: "head" } as const;
    expect(["IV.1.TX", "IV.1.TX.DP", "IV.2"].map((source) => sees(finance, "SYT", source))).toEqual([true, true, true]);
    expect(sees(finance, "SYT", "IV.1.DT.DP")).toBe(false);
    expect(sees(finance, "STC", "IV.1.DT.DP")).toBe(true);
    const planning = { unit: "SKHDT", role: "head" } as const;
    expect(sees(planning, "SYT", "IV.1.DT")).toBe(true);
    expect(sees(planning, "SYT", "IV.1.DTX")).toBe(false);
    expect(sees(planning, "SYT", "IV.1.TX.DP")).toBe(false);
  });

  it("the agency that both have become, both", () => {
    const merged = { unit: "STC_2025", role: "head" } as const;
    expect(sees(merged, "SYT", "IV.1.TX.DP")).toBe(true);
    expect(sees(merged, "SYT", "IV.1.DT.DP")).toBe(true);
  });
});
