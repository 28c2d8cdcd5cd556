import { mayOpenRequest } from "../../domain/campaign/index.ts";
import type { CampaignRow } from "../../store/index.ts";
import { requestOpenerId, workflowTypes, type OpenRequestArgs } from "../../workflows/messages.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { namesOfUnits } from "../views/names.ts";
import { caseAppears, startOpener } from "./start-opener.ts";

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
  const args: OpenRequestArgs = { campaignId: campaign.id, caseId, unit: permit.unit };
  await startOpener(deps, { type: workflowTypes.openRequest, workflowId: requestOpenerId(caseId), args });
  return { caseId, ready: await caseAppears(deps, caseId) };
}
