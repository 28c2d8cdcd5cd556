import type { DueRule, LocalDate } from "../calendar/index.ts";
import { yearOf } from "../calendar/local-time.ts";
import type { CampaignInput, Round } from "./campaign.ts";

/** What a campaign is opened with; the same opening always names the same campaign. */
export type Opening =
  | { kind: "annual-report"; year: number }
  /** `closesOn`: the last day on which requests are in time. */
  | { kind: "funding-round"; closesOn: LocalDate; round: Round };

type Names = Pick<CampaignInput, "campaignId" | "dossierId" | "year">;

export function namesOf(opening: Opening): Names {
  if (opening.kind === "annual-report") {
    const { year } = opening;
    return { campaignId: `annual-report-${year}`, dossierId: `consolidated-report-${year}`, year };
  }
  const { closesOn, round } = opening;
  const part = `${round.budgetYear}-${round.window}-${closesOn}`;
  return { campaignId: `funding-round-${part}`, dossierId: `funding-list-${part}`, year: yearOf(closesOn) };
}

/** A round names its last day itself: that day counts, and a day off rolls forward (Civil Code 2015, art. 148(5)). */
export const ruleOfRound = (closesOn: LocalDate): DueRule => ({
  month: Number(closesOn.slice(5, 7)),
  day: Number(closesOn.slice(8, 10)),
  inclusive: true,
  roll: "forward",
});
