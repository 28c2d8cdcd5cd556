import { ApplicationFailure } from "@temporalio/common";
import { getExternalWorkflowHandle, sleep } from "@temporalio/workflow";
import type { MilestoneReport } from "../domain/campaign/campaign.ts";
import { campaignWorkflowId, memberMilestone } from "./messages.ts";

/** The server's word for a run that has had all the signals one run may have; the next run takes more. */
const FULL = "SignalCountLimitExceeded";

/**
 * Without a run id, so that the word arrives after the campaign continued as new. A failed signal is an
 * ApplicationFailure, which would end the case: a campaign that has ended has nothing left to hear.
 */
export async function tell(campaignId: string, report: MilestoneReport): Promise<void> {
  for (;;) {
    try {
      await getExternalWorkflowHandle(campaignWorkflowId(campaignId)).signal(memberMilestone, report);
      return;
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      if (error.type !== FULL) return;
      await sleep("1 minute");
    }
  }
}
