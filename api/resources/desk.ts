import { stepAt } from "../../domain/engine/steps.ts";
import { getDraft, listMembers, type CampaignRow, type CaseListRow, type CaseRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { readConsolidation } from "../drafts/consolidation.ts";
import { problemViews } from "../drafts/problem-views.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { campaignView, dossierOf, memberView } from "../views/campaign.ts";
import { listContext } from "../visible-case.ts";
import { knownCampaign } from "./campaigns.ts";

/** The whole cycle on one desk; a province has some sixty members. */
const MEMBERS_AT_ONCE = 200;

const NO_PREVIEW = { preview: null, problems: [] };

async function previewOf(deps: Deps, dossier: (CaseRow & CaseListRow) | undefined, language: Language) {
  if (!dossier || dossier.outcome !== null) return NO_PREVIEW;
  const draft = await getDraft(deps.db, dossier.id);
  if (!draft) return NO_PREVIEW;
  const { report, problems } = await readConsolidation(deps, dossier, draft);
  return { preview: report, problems: problemViews(problems, language) };
}

function minimumOf(dossier: CaseRow | undefined): number {
  const step = dossier && stepAt(dossier.input, dossier.input.pipeline.start);
  return step?.kind === "gather" ? step.minimumPercent : 0;
}

async function allMembers(deps: Deps, { id }: CampaignRow) {
  const first = await listMembers(deps.db, { campaignId: id, limit: MEMBERS_AT_ONCE });
  const rows = [...first.items];
  for (let cursor = first.next; cursor !== null;) {
    const page = await listMembers(deps.db, { campaignId: id, limit: MEMBERS_AT_ONCE, cursor });
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

export const deskHandlers = (deps: Deps): Pick<Handlers, "getDesk"> => ({
  getDesk: async ({ caller, params, language }) => {
    const row = await knownCampaign(deps, params.campaignId);
    if (!deps.rights.canSeeDesk(caller)) throw new ProblemError("not-allowed", { needs: "consolidate" });
    const context = await listContext(deps);
    const [campaign, members, dossier] = await Promise.all([
      campaignView(deps, row, { caller, language }),
      allMembers(deps, row),
      dossierOf(deps, row, context),
    ]);
    return {
      campaign,
      dossier: dossier?.item ?? null,
      members: members.map((member) => memberView(member, context)),
      minimumPercent: minimumOf(dossier?.row),
      ...(await previewOf(deps, dossier?.row, language)),
    };
  },
});
