import type { CampaignInput, CampaignTransition } from "../domain/campaign/campaign.ts";
import type { CaseInput, Transition } from "../domain/engine/case.ts";

/**
 * What workflows ask of the outside. Implemented in workers/activities. Every one is idempotent: an activity may run
 * twice, and its result may be lost after it ran.
 */
export interface Activities {
  /** Writes what a case did by itself; `input` comes with the first event only. */
  recordCase(args: { input?: CaseInput; transitions: Transition[] }): Promise<void>;
  recordCampaign(args: { input?: CampaignInput; transitions: CampaignTransition[] }): Promise<void>;
  /** Reads directory, calendar and settings; the same call gives the same plan. */
  planCampaign(args: { kind: "annual-report"; year: number }): Promise<CampaignInput>;
  /** Starts the next `limit` member cases after unit `after`; a case that runs already counts as started. */
  openMembers(args: {
    campaignId: string;
    after: string | null;
    limit: number;
  }): Promise<{ units: string[]; next: string | null }>;
  openDossier(args: { campaignId: string }): Promise<void>;
  /** Tells every member in the frozen snapshot that it has been consolidated. */
  consolidateMembers(args: { campaignId: string; contentId: string }): Promise<void>;
}
