import { heartbeat } from "@temporalio/activity";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { recordCampaignTransitions } from "../store/record-campaign.ts";
import { recordTransitions } from "../store/record-transition.ts";
import { dossierToOpen, membersToOpen, planCampaign, snapshotMembers } from "../store/campaign-opening.ts";
import type { Db } from "../store/db.ts";
import type { Activities } from "../workflows/activities.ts";
import { caseMilestone, caseWorkflowId } from "../workflows/messages.ts";
import { startCase } from "./activities/case-starter.ts";

export interface ActivityDeps {
  db: Db;
  client: Client;
  now: () => number;
}

/** Starting 50 cases one after the other would take most of a heartbeat; eight at once load neither side. */
const AT_ONCE = 8;

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
    heartbeat(start);
  }
}

/** What the workflows ask of the outside (workflows/activities.ts says what each must guarantee). */
export function createActivities({ db, client, now }: ActivityDeps): Activities {
  return {
    recordCase: async ({ input, transitions }) => {
      await recordTransitions(db, { transitions, now: now(), ...(input && { input }) });
    },
    recordCampaign: async ({ input, transitions }) => {
      await recordCampaignTransitions(db, { transitions, now: now(), ...(input && { input }) });
    },
    planCampaign: ({ kind, year }) => planCampaign(db, { kind, year }),
    openMembers: async ({ campaignId, after, limit }) => {
      const { inputs, units, next } = await membersToOpen(db, { campaignId, after, limit });
      await inBatches(inputs, (input) => startCase(client, input));
      return { units, next };
    },
    openDossier: async ({ campaignId }) => startCase(client, await dossierToOpen(db, campaignId)),
    consolidateMembers: async ({ campaignId, contentId }) => {
      await inBatches(await snapshotMembers(db, contentId), async (caseId) => {
        try {
          await client.workflow
            .getHandle(caseWorkflowId(caseId))
            .signal(caseMilestone, { milestone: "consolidated", from: campaignId });
        } catch (error) {
          // A member that closed meanwhile has nothing left to hear.
          if (!(error instanceof WorkflowNotFoundError)) throw error;
        }
      });
    },
  };
}
