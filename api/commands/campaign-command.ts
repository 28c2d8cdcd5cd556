import type { output } from "zod";
import type { CampaignCommand } from "../../domain/campaign/campaign.ts";
import { mayUseOnCampaign } from "../../domain/campaign/index.ts";
import type { Actor } from "../../domain/engine/case.ts";
import type { endpoints } from "../../domain/contracts/index.ts";
import type { CampaignRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { chooseActor } from "./actor.ts";
import type { Envelope, Order } from "./order.ts";

type CampaignRequest = output<typeof endpoints.sendCampaignCommand.body>;

interface CampaignCall {
  caller: Caller;
  request: CampaignRequest;
  row: CampaignRow & { knownSeq: number };
  language: Language;
}

export function campaignOrder(deps: Deps, call: CampaignCall): Order {
  const { caller, request, row } = call;
  const { id, ...rest } = request;
  return {
    kind: "campaign",
    subjectId: row.id,
    commandId: id,
    verb: request.body.verb,
    caller,
    request: rest,
    input: null,
    closed: row.status === "archived",
    endedAs: { code: "verb-not-available-now", verb: request.body.verb, status: "archived" },
    build: () => build(deps, call),
  };
}

async function build(deps: Deps, { caller, request, row, language }: CampaignCall): Promise<Envelope> {
  const { input } = row;
  const now = deps.clock();
  const units = await deps.directory.units();
  const may = (actor: Actor): boolean => mayUseOnCampaign(input, row.state, request.body.verb, actor, now) === null;
  const actor = chooseActor({ caller, as: request.as, may, units, language });
  const command: CampaignCommand = { id: request.id, actor, body: request.body, knownSeq: row.knownSeq };
  return { command };
}
