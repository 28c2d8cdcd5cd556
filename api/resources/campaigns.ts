import { getCampaign, listCampaigns, listMembers, type CampaignRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { openByHand } from "../commands/open-campaign.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { campaignView, memberView } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";

type Names = "listCampaigns" | "openCampaign" | "getCampaign" | "listMembers";

export async function knownCampaign(deps: Deps, campaignId: string): Promise<CampaignRow> {
  const row = await getCampaign(deps.db, campaignId);
  if (!row) throw new ProblemError("not-found", { what: "campaign" });
  return row;
}

/** Who stands where is for those who oversee the cycle; an agency sees its own line. */
const mayList = (deps: Deps, caller: Caller, unit: string): boolean => {
  const sight = deps.rights.sightOf(caller);
  return sight.all || sight.units.includes(unit);
};

export const campaignHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  listCampaigns: async ({ caller, query, language }) => {
    const page = await listCampaigns(deps.db, pageOf(query));
    const items = await Promise.all(page.items.map((row) => campaignView(deps, row, { caller, language })));
    return { items, next: page.next };
  },

  openCampaign: async ({ caller, body }) => {
    if (!deps.rights.canOpenCampaign(caller)) throw new ProblemError("not-allowed", { needs: "administer" });
    return openByHand(deps, body);
  },

  getCampaign: async ({ caller, params, language }) =>
    campaignView(deps, await knownCampaign(deps, params.campaignId), { caller, language }),

  listMembers: async ({ caller, params, query }) => {
    const { id } = await knownCampaign(deps, params.campaignId);
    const { q, position } = query;
    const [page, context] = await Promise.all([
      listMembers(deps.db, { campaignId: id, q, position, ...pageOf(query) }),
      listContext(deps),
    ]);
    const items = page.items.filter((row) => mayList(deps, caller, row.unitCode));
    return { items: items.map((row) => memberView(row, context)), next: page.next };
  },
});
