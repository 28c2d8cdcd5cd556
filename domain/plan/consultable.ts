import type { LocalDate } from "../calendar/local-time.ts";

interface Effect {
  effectiveFrom: LocalDate | null;
  effectiveTo: LocalDate | null;
}

export type Unconsultable = "unknown" | "not-in-effect" | "nobody-there";

/** Why a unit cannot be asked for its opinion today; null when it can. `holders`: persons in the posts that are asked. */
export function whyNotConsultable(unit: Effect | undefined, holders: number, today: LocalDate): Unconsultable | null {
  if (!unit) return "unknown";
  const begun = unit.effectiveFrom === null || unit.effectiveFrom <= today;
  const over = unit.effectiveTo !== null && unit.effectiveTo <= today;
  if (!begun || over) return "not-in-effect";
  return holders === 0 ? "nobody-there" : null;
}
