import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { mayOpenRequest } from "../../domain/campaign/index.ts";
import { getCase, type CampaignRow } from "../../store/index.ts";
import { requestOpenerId, taskQueue, workflowTypes, type OpenRequestArgs } from "../../workflows/messages.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { namesOfUnits } from "../views/names.ts";
import { appears } from "./appears.ts";

interface RequestCall {
  caller: Caller;
  campaign: CampaignRow;
  /** Made by the sender: the same id opens one request, however often it is sent. */
  id: string;
  unit: string | undefined;
  language: Language;
}

export async function openRequest(deps: Deps, call: RequestCall): Promise<{ caseId: string; ready: boolean }> {
  const { caller, campaign, id } = call;
  const permit = mayOpenRequest(campaign.input, campaign.state, caller.posts, call.unit);
  if (!permit.ok) throw new RejectionError(permit.rejection, namesOfUnits(await deps.directory.units()));
  const caseId = `funding-request-${id}`;
  await start(deps, { campaignId: campaign.id, caseId, unit: permit.unit });
  return { caseId, ready: await appears(() => getCase(deps.db, caseId)) };
}

async function start(deps: Deps, args: OpenRequestArgs): Promise<void> {
  const { client } = deps.engine;
  try {
    await client.withDeadline(deps.clock() + deps.callDeadlineMs, () =>
      client.workflow.start(workflowTypes.openRequest, {
        taskQueue,
        workflowId: requestOpenerId(args.caseId),
        workflowIdReusePolicy: "REJECT_DUPLICATE",
        args: [args],
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    deps.log.warn({ err: error }, "request not opened");
    throw new ProblemError("engine-unavailable", {});
  }
}
