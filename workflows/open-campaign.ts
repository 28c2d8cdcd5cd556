import { ParentClosePolicy, startChild, workflowInfo } from "@temporalio/workflow";
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  WorkflowExecutionAlreadyStartedError,
} from "@temporalio/common";
import { localDate, yearOf } from "../domain/calendar/index.ts";
import type { Opening } from "../domain/campaign/opening.ts";
import { campaign } from "./campaign.ts";
import { store } from "./durable.ts";
import { CAMPAIGN_TASK_TIMEOUT, campaignWorkflowId, type OpenCampaignArgs } from "./messages.ts";
import { campaignKey, yearKey } from "./search-attributes.ts";

const scheduledStart = defineSearchAttributeKey("TemporalScheduledStartTime", SearchAttributeType.DATETIME);

function openingOf(args: OpenCampaignArgs): Opening {
  if (args.kind === "funding-round" || args.year !== undefined) return args;
  const scheduled = workflowInfo().typedSearchAttributes.get(scheduledStart);
  return { kind: args.kind, year: yearOf(localDate(scheduled?.getTime() ?? Date.now())) };
}

/**
 * Opens a cycle once, however often it is asked. A Schedule appends its time to the workflow id, so the campaign itself
 * gets its business id here. The year is the scheduled one, not the clock's: a catch-up run opens the year it missed.
 */
export async function openCampaign(args: OpenCampaignArgs): Promise<string> {
  const input = await store.planCampaign(openingOf(args));
  try {
    await startChild(campaign, {
      workflowId: campaignWorkflowId(input.campaignId),
      args: [{ input }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: "REJECT_DUPLICATE",
      workflowTaskTimeout: CAMPAIGN_TASK_TIMEOUT,
      typedSearchAttributes: [
        { key: campaignKey, value: input.campaignId },
        { key: yearKey, value: input.year },
      ],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return input.campaignId;
}
