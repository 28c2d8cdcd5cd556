import { localDate } from "../../domain/calendar/index.ts";
import { proposeRounds, type Round } from "../../domain/campaign/index.ts";
import type { RoundPlan } from "../../domain/contracts/rounds.ts";
import { closingDaysOn } from "../../domain/funding/settings.ts";
import { getCampaign, listRoundRequests, listSettings, type CampaignRow } from "../../store/index.ts";
import { iso } from "../clock-text.ts";
import { roundDue } from "../commands/open-campaign.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { roundRequestView } from "../views/round.ts";
import { listContext } from "../visible-case.ts";

export async function knownRound(deps: Deps, campaignId: string): Promise<CampaignRow & { round: Round }> {
  const row = await getCampaign(deps.db, campaignId);
  if (!row?.input.round) throw new ProblemError("not-found", { what: "round" });
  return { ...row, round: row.input.round };
}

async function dueOf(deps: Deps, closesOn: string, today: string): Promise<RoundPlan["due"]> {
  const { effectiveDue, internalTarget } = await roundDue(deps, closesOn);
  return { effectiveDue: iso(effectiveDue), internalTarget: iso(internalTarget), open: closesOn >= today };
}

type Names = "prepareRound" | "listRoundRequests";

export const roundHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  prepareRound: async ({ caller, query: { closesOn } }) => {
    if (!deps.rights.canOpenCampaign(caller)) throw new ProblemError("not-allowed", { needs: "administer" });
    const today = localDate(deps.clock());
    const settings = await listSettings(deps.db);
    return {
      today,
      proposals: [...proposeRounds(closingDaysOn(today, settings), today)],
      due: closesOn === undefined ? null : await dueOf(deps, closesOn, today),
    };
  },

  listRoundRequests: async ({ caller, params, query }) => {
    const { id } = await knownRound(deps, params.campaignId);
    const { q, position } = query;
    const filter = { campaignId: id, sight: deps.rights.sightOf(caller), q, position, ...pageOf(query) };
    const [page, context] = await Promise.all([listRoundRequests(deps.db, filter), listContext(deps)]);
    return { items: page.items.map((row) => roundRequestView(row, context)), next: page.next };
  },
});
