import { mustBeExplained } from "../../domain/campaign/position.ts";
import { getDraft } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { readListOf } from "../drafts/funding-list.ts";
import type { Handlers } from "../http/handler.ts";
import { ProblemError } from "../http/problem.ts";
import { campaignView, dossierOf } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";
import { knownRound } from "./rounds.ts";

export const fundingDeskHandlers = (deps: Deps): Pick<Handlers, "getFundingDesk"> => ({
  getFundingDesk: async ({ caller, params, language }) => {
    const row = await knownRound(deps, params.campaignId);
    if (!deps.rights.canSeeDesk(caller)) throw new ProblemError("not-allowed", { needs: "consolidate" });
    const context = await listContext(deps);
    const [campaign, dossier, draft] = await Promise.all([
      campaignView(deps, row, { caller, language }),
      dossierOf(deps, row, context),
      getDraft(deps.db, row.dossierId),
    ]);
    const { window, budgetYear } = row.round;
    const { list, left, owing } = await readListOf(
      deps,
      { id: row.id, year: row.year, settings: { window, budgetYear } },
      draft?.body ?? null,
    );
    return {
      campaign,
      dossier: dossier?.item ?? null,
      list: { ...list },
      left: left.map(({ caseId, unitCode, unitName, position }) => ({
        caseId,
        unit: unitCode,
        unitName,
        position,
        mustBeExplained: mustBeExplained(position),
      })),
      owing,
    };
  },
});
