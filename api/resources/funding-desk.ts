import { getDraft } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { readListOf } from "../drafts/funding-list.ts";
import type { Handlers } from "../http/handler.ts";
import { ProblemError } from "../http/problem.ts";
import { dossierOf } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";
import { knownCampaign } from "./campaigns.ts";

export const fundingDeskHandlers = (deps: Deps): Pick<Handlers, "getFundingDesk"> => ({
  getFundingDesk: async ({ caller, params }) => {
    const campaign = await knownCampaign(deps, params.campaignId);
    if (!deps.rights.canSeeDesk(caller)) throw new ProblemError("not-allowed", { needs: "consolidate" });
    const [dossier, draft] = await Promise.all([
      dossierOf(deps, campaign, await listContext(deps)),
      getDraft(deps.db, campaign.dossierId),
    ]);
    const { round } = campaign.input;
    const settings = round ? { window: round.window, budgetYear: round.budgetYear } : {};
    const { list, missing, owing } = await readListOf(deps, { ...campaign, settings }, draft?.body ?? null);
    const left = missing.map(({ caseId, unitCode, unitName }) => ({ caseId, unit: unitCode, unitName }));
    return { dossier: dossier?.item ?? null, list: { ...list }, missing: left, owing };
  },
});
