import {
  getCampaign,
  listCampaigns,
  listMembers,
  type CampaignRow,
  type MemberRow,
  type Page,
} from "../../store/index.ts";
import { openByHand } from "../commands/open-campaign.ts";
import { openRequest } from "../commands/open-request.ts";
import type { Deps } from "../deps.ts";
import type { Opening } from "../../domain/campaign/index.ts";
import type { endpoints } from "../../domain/contracts/index.ts";
import type { Call, Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { allMembers, type MemberFilter } from "../views/all-members.ts";
import { campaignView, memberView } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";

type Names = "listCampaigns" | "openCampaign" | "openRequest" | "getCampaign" | "listMembers";

export async function knownCampaign(deps: Deps, campaignId: string): Promise<CampaignRow> {
  const row = await getCampaign(deps.db, campaignId);
  if (!row) throw new ProblemError("not-found", { what: "campaign" });
  return row;
}

/** Who stands where is for those who oversee the cycle; an agency sees its own line, wherever in the list it is. */
async function ownMembers(deps: Deps, units: readonly string[], filter: MemberFilter): Promise<Page<MemberRow>> {
  const rows = await allMembers(deps, filter);
  return { items: rows.filter((row) => units.includes(row.unitCode)), next: null };
}

type OpenBody = Call<(typeof endpoints)["openCampaign"]>["body"];

/** As it goes through JSON: what the sender left out is not there. */
function openingOf(body: OpenBody): Opening {
  if (body.kind === "annual-report") return body;
  const { adHoc, ...round } = body.round;
  return { ...body, round: { ...round, ...(adHoc !== undefined && { adHoc }) } };
}

export const campaignHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  listCampaigns: async ({ caller, query, language }) => {
    const { kind, status } = query;
    const page = await listCampaigns(deps.db, { ...pageOf(query), kind, status });
    const items = await Promise.all(page.items.map((row) => campaignView(deps, row, { caller, language })));
    return { items, next: page.next };
  },

  openCampaign: async ({ caller, body }) => {
    if (!deps.rights.canOpenCampaign(caller)) throw new ProblemError("not-allowed", { needs: "administer" });
    return openByHand(deps, openingOf(body));
  },

  openRequest: async ({ caller, params, body, language }) => {
    const campaign = await knownCampaign(deps, params.campaignId);
    return openRequest(deps, { caller, campaign, id: body.id, unit: body.unit, language });
  },

  getCampaign: async ({ caller, params, language }) =>
    campaignView(deps, await knownCampaign(deps, params.campaignId), { caller, language }),

  listMembers: async ({ caller, params, query }) => {
    const { id } = await knownCampaign(deps, params.campaignId);
    const { q, position } = query;
    const sight = deps.rights.sightOf(caller);
    const filter = { campaignId: id, q, position };
    const [page, context] = await Promise.all([
      sight.all ? listMembers(deps.db, { ...filter, ...pageOf(query) }) : ownMembers(deps, sight.units, filter),
      listContext(deps),
    ]);
    return { items: page.items.map((row) => memberView(row, context)), next: page.next };
  },
});
