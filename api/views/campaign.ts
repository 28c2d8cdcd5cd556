import type { CampaignView, MemberView } from "../../domain/contracts/campaigns.ts";
import type { CampaignVerb } from "../../domain/campaign/campaign.ts";
import { draftsFor, mayOpenRequest, mayUseOnCampaign } from "../../domain/campaign/index.ts";
import { campaignCounts, getCase, type CampaignCounts, type CampaignRow, type MemberRow } from "../../store/index.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { rejectionText } from "../http/rejection-problem.ts";
import { caseListItem, type ListContext } from "./case-list.ts";
import { namesOfUnits, unitName, type Units } from "./names.ts";

const verbs: readonly CampaignVerb[] = ["start-consolidation", "exclude", "include"];

/** One decimal, so that 59 of 60 is not shown as all. */
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10);

interface Reader {
  caller: Caller;
  language: Language;
}

function actionsOf(row: CampaignRow, now: number, units: Units, { caller, language }: Reader): CampaignView["actions"] {
  return verbs.flatMap((verb) => {
    const tried = actorsOf(caller).map((actor) => ({
      actor,
      rejection: mayUseOnCampaign(row.input, row.state, verb, actor, now),
    }));
    const best = tried.find(({ rejection }) => rejection === null) ?? tried[0];
    if (!best) return [];
    const { actor, rejection } = best;
    const reason = rejection && rejectionText(rejection, namesOfUnits(units)(language), language).detail;
    return [{ verb, enabled: rejection === null, reason, as: rejection === null ? actor.post : null }];
  });
}

/** An agency's request is begun by those who draft there. */
const beginsOf = (row: CampaignRow, units: Units, { caller }: Reader): CampaignView["begins"] =>
  draftsFor(caller.posts)
    .filter((unit) => mayOpenRequest(row.input, row.state, caller.posts, unit).ok)
    .map((unit) => ({ unit, unitName: unitName(units, unit) }));

const shownCounts = ({ onTime: _onTime, ...counts }: CampaignCounts): CampaignView["counts"] => counts;

export async function campaignView(deps: Deps, row: CampaignRow, reader: Reader): Promise<CampaignView> {
  const now = deps.clock();
  const [counts, units] = await Promise.all([campaignCounts(deps.db, row.id, now), deps.directory.units()]);
  return {
    id: row.id,
    kind: row.kind,
    round: row.input.round ?? null,
    year: row.year,
    status: row.status,
    openedAt: iso(row.openedAt),
    legalDue: iso(row.legalDue),
    effectiveDue: iso(row.effectiveDue),
    internalTarget: iso(row.internalTarget),
    dossierId: row.dossierOpened ? row.dossierId : null,
    counts: shownCounts(counts),
    completeness: percent(counts.everSent, counts.owing),
    timeliness: percent(counts.onTime, counts.owing),
    begins: beginsOf(row, units, reader),
    actions: actionsOf(row, now, units, reader),
  };
}

export function memberView(row: MemberRow, context: ListContext): MemberView {
  return {
    unit: row.unitCode,
    unitName: row.unitName,
    unitType: row.unitType,
    excluded: row.excluded,
    excludedReason: row.excludedReason,
    position: row.excluded ? "excluded" : (row.case?.position ?? "drafting"),
    sentAt: isoOrNull(row.case?.sentAt ?? null),
    late: row.case?.late ?? false,
    case: row.case && caseListItem(row.case, context),
  };
}

export async function dossierOf(deps: Deps, row: CampaignRow, context: ListContext) {
  const dossier = row.dossierOpened ? await getCase(deps.db, row.dossierId) : null;
  return dossier && { row: dossier, item: caseListItem(dossier, context) };
}
