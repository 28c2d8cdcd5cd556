import type { CampaignInput } from "../../domain/campaign/campaign.ts";
import type { Seats } from "../../domain/rights/index.ts";
import type { CampaignRow } from "../../store/index.ts";

/** What the campaign's workflow was started with, as far as judging a command needs it. */
export const campaignInputOf = (row: CampaignRow, seats: Seats): CampaignInput => ({
  campaignId: row.id,
  kind: "annual-report",
  year: row.year,
  due: { legalDue: row.legalDue, effectiveDue: row.effectiveDue, internalTarget: row.internalTarget },
  dossierId: row.dossierId,
  owing: Object.keys(row.state.members).length,
  department: seats.department,
});
