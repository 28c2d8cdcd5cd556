import { WorkflowNotFoundError, type WorkflowHandle } from "@temporalio/client";
import type { Answer } from "../../domain/engine/case.ts";
import { answersOfList, lineIdsOfRequest } from "../../store/answers.ts";
import { casesOfUnits, membersOf, snapshotMembers } from "../../store/campaign-members.ts";
import { getCampaign } from "../../store/campaigns.ts";
import type { Db } from "../../store/db.ts";
import { UnknownSubject } from "../../store/defects.ts";
import type { Activities } from "../../workflows/activities.ts";
import { caseMilestone, caseStanding, caseWorkflowId } from "../../workflows/messages.ts";
import type { ActivityDeps } from "./deps.ts";
import { inBatches } from "./in-batches.ts";

type Names = "tellMembers" | "tellUnits" | "tellDossier" | "lapseMembers";

/** The decision of a round answers its requests; until it is recorded with its number the telling is tried again. */
async function answersFor(db: Db, campaignId: string): Promise<ReadonlyMap<string, Answer>> {
  const campaign = await getCampaign(db, campaignId);
  if (!campaign) throw new UnknownSubject(campaignId);
  if (campaign.kind !== "funding-round") return new Map();
  const answers = await answersOfList(db, campaign.dossierId);
  if (!answers) throw new Error(`the decision on ${campaign.dossierId} has not been recorded yet`);
  return answers;
}

/** What a campaign tells its members and its dossier. */
export function memberActivities({ db, client }: ActivityDeps): Pick<Activities, Names> {
  /** A case that closed meanwhile has nothing left to hear. */
  async function told(caseId: string, tell: (handle: WorkflowHandle) => Promise<void>): Promise<void> {
    try {
      await tell(client.workflow.getHandle(caseWorkflowId(caseId)));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  return {
    tellMembers: async ({ campaignId: from, contentId, milestone, changed }) => {
      const answers = milestone === "published" ? await answersFor(db, from) : new Map<string, Answer>();
      await inBatches(await snapshotMembers(db, contentId), ({ caseId, contentHash }) => {
        const answer = answers.get(caseId);
        return told(caseId, (handle) =>
          handle.signal(caseMilestone, {
            milestone,
            from,
            ...(contentHash !== null && { contentHash }),
            ...(changed && { changed }),
            ...(answer && { answer }),
          }),
        );
      });
    },
    tellUnits: async ({ campaignId: from, units, word }) =>
      inBatches(await casesOfUnits(db, from, units), (caseId) =>
        told(caseId, (handle) =>
          "standing" in word ? handle.signal(caseStanding, word) : handle.signal(caseMilestone, { ...word, from }),
        ),
      ),
    tellDossier: async ({ campaignId, caseId }) => {
      const campaign = await getCampaign(db, campaignId);
      if (!campaign) throw new UnknownSubject(campaignId);
      const lines = await lineIdsOfRequest(db, caseId);
      await told(campaign.dossierId, (handle) =>
        handle.signal(caseMilestone, { milestone: "returned", from: caseId, lines }),
      );
    },
    lapseMembers: async ({ campaignId: from }) =>
      inBatches(await membersOf(db, from), (caseId) =>
        told(caseId, (handle) => handle.signal(caseMilestone, { milestone: "over", from })),
      ),
  };
}
