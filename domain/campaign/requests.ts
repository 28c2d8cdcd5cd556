import type { PostRef } from "../engine/case.ts";
import type { CampaignInput, CampaignRejection, CampaignState } from "./campaign.ts";
import { isPlanned } from "./roster.ts";

type Permit = { ok: true; unit: string } | { ok: false; rejection: CampaignRejection };

/** Units for which a person with these posts drafts. */
export const draftsFor = (posts: readonly PostRef[]): string[] => [
  ...new Set(posts.filter(({ role }) => role === "specialist").map(({ unit }) => unit)),
];

/** For which unit a person may begin a request now: those who draft there, while the round takes requests. */
export function mayOpenRequest(
  input: CampaignInput,
  state: CampaignState,
  posts: readonly PostRef[],
  wanted: string | undefined,
): Permit {
  if (isPlanned(input) || state.status !== "open") {
    return { ok: false, rejection: { code: "round-not-open", status: state.status } };
  }
  const units = draftsFor(posts);
  if (wanted === undefined && units.length > 1) return { ok: false, rejection: { code: "choose-unit", units } };
  const unit = wanted ?? units[0];
  if (unit === undefined || !units.includes(unit)) return { ok: false, rejection: { code: "not-a-drafter" } };
  return { ok: true, unit };
}
