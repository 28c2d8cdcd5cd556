import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import type { Answer } from "../../domain/engine/case.ts";
import type { MilestoneMessage } from "../../domain/engine/command.ts";
import { answersOfList, lineIdsOfRequest } from "../../store/answers.ts";
import { membersOf, snapshotMembers } from "../../store/campaign-opening.ts";
import { getCampaign } from "../../store/campaigns.ts";
import type { Db } from "../../store/db.ts";
import { UnknownSubject } from "../../store/defects.ts";
import type { Activities } from "../../workflows/activities.ts";
import { caseMilestone, caseWorkflowId } from "../../workflows/messages.ts";
import type { ActivityDeps } from "./deps.ts";
import { inBatches } from "./in-batches.ts";

/** A case that closed meanwhile has nothing left to hear. */
async function tell(client: Client, caseId: string, message: MilestoneMessage): Promise<void> {
  try {
    await client.workflow.getHandle(caseWorkflowId(caseId)).signal(caseMilestone, message);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** The decision of a round answers its requests; until it is recorded with its number the telling is tried again. */
async function answersFor(db: Db, campaignId: string): Promise<ReadonlyMap<string, Answer>> {
  const campaign = await getCampaign(db, campaignId);
  if (!campaign) throw new UnknownSubject(campaignId);
  if (campaign.kind !== "funding-round") return new Map();
  const answers = await answersOfList(db, campaign.dossierId);
  if (!answers) throw new Error(`the decision on ${campaign.dossierId} has not been recorded yet`);
  return answers;
}

/** What a campaign says to its members and to its dossier. */
export const tellings = ({
  db,
  client,
}: ActivityDeps): Pick<Activities, "tellMembers" | "tellDossier" | "lapseMembers"> => ({
  tellMembers: async ({ campaignId, contentId, milestone }) => {
    const answers = milestone === "published" ? await answersFor(db, campaignId) : new Map<string, Answer>();
    await inBatches(await snapshotMembers(db, contentId), async (caseId) => {
      const answer = answers.get(caseId);
      await tell(client, caseId, { milestone, from: campaignId, ...(answer && { answer }) });
    });
  },
  tellDossier: async ({ campaignId, caseId }) => {
    const campaign = await getCampaign(db, campaignId);
    if (!campaign) throw new UnknownSubject(campaignId);
    const lines = await lineIdsOfRequest(db, caseId);
    await tell(client, campaign.dossierId, { milestone: "returned", from: caseId, lines });
  },
  lapseMembers: async ({ campaignId }) => {
    const members = await membersOf(db, campaignId);
    await inBatches(members, (caseId) => tell(client, caseId, { milestone: "over", from: campaignId }));
  },
});
