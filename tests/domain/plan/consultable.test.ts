import { describe, expect, it } from "vitest";
import { whyNotConsultable } from "../../../domain/plan/consultable.ts";

describe("asking one more unit for its opinion", () => {
  const always = { effectiveFrom: null, effectiveTo: null };
  const today = "2026-11-25";

  it("needs one that is there, in effect on that day, with somebody to answer", () => {
    expect(whyNotConsultable(undefined, 1, today)).toBe("unknown");
    expect(whyNotConsultable(always, 0, today)).toBe("nobody-there");
    expect(whyNotConsultable(always, 1, today)).toBeNull();
  });

  it("counts from its first day to the day before its last", () => {
    const on = (effectiveFrom: string | null, effectiveTo: string | null) =>
      whyNotConsultable({ effectiveFrom, effectiveTo }, 1, today);
    expect(on(today, "2026-11-26")).toBeNull();
    expect(on("2026-11-26", null)).toBe("not-in-effect");
    expect(on(null, today)).toBe("not-in-effect");
  });
});
