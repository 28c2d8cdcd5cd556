import { stepAt } from "../../domain/engine/steps.ts";
import { getDraft, type CampaignRow, type CaseRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { readConsolidation } from "../drafts/consolidation.ts";
import { problemViews } from "../drafts/problem-views.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { allMembers } from "../views/all-members.ts";
import { campaignView, dossierOf, memberView } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";
import { knownCampaign } from "./campaigns.ts";

/** The figures grow with every report accepted, long before there is a dossier to put them in. */
async function previewOf(deps: Deps, campaign: CampaignRow, language: Language) {
  const draft = await getDraft(deps.db, campaign.dossierId);
  const round = { campaignId: campaign.id, year: campaign.year };
  const { report, problems, seen } = await readConsolidation(deps, round, draft);
  return { preview: report, seen, problems: problemViews(problems, language) };
}

function minimumOf(dossier: CaseRow | undefined): number {
  const step = dossier && stepAt(dossier.input, dossier.input.pipeline.start);
  return step?.kind === "gather" ? step.minimumPercent : 0;
}

export const deskHandlers = (deps: Deps): Pick<Handlers, "getDesk"> => ({
  getDesk: async ({ caller, params, language }) => {
    const row = await knownCampaign(deps, params.campaignId);
    if (!deps.rights.canSeeDesk(caller)) throw new ProblemError("not-allowed", { needs: "consolidate" });
    const context = await listContext(deps);
    const [campaign, members, dossier] = await Promise.all([
      campaignView(deps, row, { caller, language }),
      allMembers(deps, { campaignId: row.id }),
      dossierOf(deps, row, context),
    ]);
    return {
      campaign,
      dossier: dossier?.item ?? null,
      members: members.map((member) => memberView(member, context)),
      minimumPercent: minimumOf(dossier?.row),
      ...(await previewOf(deps, row, language)),
    };
  },
});
