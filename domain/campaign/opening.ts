import { dueDates, type DueRule, type LocalDate, type WorkCalendar } from "../calendar/index.ts";
import { yearOf } from "../calendar/local-time.ts";
import type { CaseDue } from "../engine/case.ts";
import { hashOf } from "../engine/seal.ts";
import { nfc } from "../text/text.ts";
import type { BudgetWindow } from "../funding/windows.ts";
import type { CampaignInput, CampaignRejection, Round } from "./campaign.ts";

/** What a campaign is opened with; the same opening always names the same campaign. */
export type Opening =
  | { kind: "annual-report"; year: number }
  /** `closesOn`: the last day on which requests are in time. */
  | { kind: "funding-round"; closesOn: LocalDate; round: Round };

type Names = Pick<CampaignInput, "campaignId" | "dossierId" | "year">;

/** Two rounds may share window, year and last day; what tells them apart is what they are called. */
const markOf = ({ name }: Round): string => hashOf(nfc(name).trim().toLowerCase()).slice(0, 8);

export function namesOf(opening: Opening): Names {
  if (opening.kind === "annual-report") {
    const { year } = opening;
    return { campaignId: `annual-report-${year}`, dossierId: `consolidated-report-${year}`, year };
  }
  const { closesOn, round } = opening;
  const part = `${round.budgetYear}-${round.window}-${closesOn}-${markOf(round)}`;
  return { campaignId: `funding-round-${part}`, dossierId: `funding-list-${part}`, year: yearOf(closesOn) };
}

/** A round names its last day itself: that day counts, and a day off rolls forward (Civil Code 2015, art. 148(5)). */
export const ruleOfRound = (closesOn: LocalDate): DueRule => ({
  month: Number(closesOn.slice(5, 7)),
  day: Number(closesOn.slice(8, 10)),
  inclusive: true,
  roll: "forward",
});

/** A last day in the first days of January may have its target in the year before. */
export const yearsAround = (closesOn: LocalDate): number[] => [-1, 0, 1, 2].map((by) => yearOf(closesOn) + by);

/** The three dates of a round's term. */
export function dueOfRound(calendar: WorkCalendar, closesOn: LocalDate): CaseDue {
  const rule = ruleOfRound(closesOn);
  const { legalDue, effectiveDue, internalTarget } = dueDates(calendar, rule, yearOf(closesOn));
  return { legalDue, effectiveDue, internalTarget, rule };
}

/** Budget years a window may be opened for, by the year in which its round closes (vietnam.md §5.2). */
const firstYear: Record<BudgetWindow, (closing: number) => number> = {
  "next-year": (closing) => closing + 1,
  "in-year": (closing) => closing,
  "investment-year": (closing) => closing,
  "investment-term": (closing) => closing,
};
const lastYear: Record<BudgetWindow, (closing: number) => number> = {
  ...firstYear,
  "investment-year": (closing) => closing + 1,
  "investment-term": (closing) => closing + 5,
};

/** Why a campaign may not be opened so; null: it may. */
export function openingRefusal(opening: Opening, today: LocalDate): CampaignRejection | null {
  if (opening.kind === "annual-report") return null;
  const { closesOn, round } = opening;
  if (closesOn < today) return { code: "round-over", closesOn, today };
  const { window, budgetYear } = round;
  const closing = yearOf(closesOn);
  const [from, to] = [firstYear[window](closing), lastYear[window](closing)];
  return budgetYear < from || budgetYear > to ? { code: "round-year", window, from, to } : null;
}
