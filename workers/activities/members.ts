import { WorkflowNotFoundError, type WorkflowHandle } from "@temporalio/client";
import { casesOfUnits, snapshotMembers } from "../../store/campaign-members.ts";
import type { Activities } from "../../workflows/activities.ts";
import { caseMilestone, caseStanding, caseWorkflowId } from "../../workflows/messages.ts";
import type { ActivityDeps } from "./deps.ts";
import { inBatches } from "./in-batches.ts";

/** What a campaign tells its members. */
export function memberActivities({ db, client }: ActivityDeps): Pick<Activities, "tellMembers" | "tellUnits"> {
  /** A member that closed meanwhile has nothing left to hear. */
  async function told(caseId: string, tell: (handle: WorkflowHandle) => Promise<void>): Promise<void> {
    try {
      await tell(client.workflow.getHandle(caseWorkflowId(caseId)));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
  return {
    tellMembers: async ({ campaignId: from, contentId, milestone, changed }) =>
      inBatches(await snapshotMembers(db, contentId), ({ caseId, contentHash }) =>
        told(caseId, (handle) =>
          handle.signal(caseMilestone, {
            milestone,
            from,
            ...(contentHash !== null && { contentHash }),
            ...(changed && { changed }),
          }),
        ),
      ),
    tellUnits: async ({ campaignId: from, units, word }) =>
      inBatches(await casesOfUnits(db, from, units), (caseId) =>
        told(caseId, (handle) =>
          "standing" in word ? handle.signal(caseStanding, word) : handle.signal(caseMilestone, { ...word, from }),
        ),
      ),
  };
}
