import { setTimeout as sleep } from "node:timers/promises";
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

interface RequestCall {
  caller: Caller;
  campaign: CampaignRow;
  /** Made by the sender: the same id opens one request, however often it is sent. */
  id: string;
  unit: string | undefined;
  language: Language;
}

const WAIT_FOR_CASE_MS = 5_000;
const LOOK_EVERY_MS = 100;

export async function openRequest(deps: Deps, call: RequestCall): Promise<{ caseId: string; ready: boolean }> {
  const { caller, campaign, id } = call;
  const permit = mayOpenRequest(campaign.input, campaign.state, caller.posts, call.unit);
  if (!permit.ok) throw new RejectionError(permit.rejection, namesOfUnits(await deps.directory.units()));
  const caseId = `funding-request-${id}`;
  await start(deps, { campaignId: campaign.id, caseId, unit: permit.unit });
  return { caseId, ready: await appears(deps, caseId) };
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

/** Usually within a moment; without a worker it comes later, and the agency finds it among its work. */
async function appears({ db }: Deps, caseId: string): Promise<boolean> {
  for (let waited = 0; waited < WAIT_FOR_CASE_MS; waited += LOOK_EVERY_MS) {
    if (await getCase(db, caseId)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
