import type { Milestone } from "../engine/pipeline.ts";
import type { CampaignInput, CampaignState, MemberStatus, MilestoneReport } from "./campaign.ts";

/** A report is owed by agencies known beforehand; a funding round takes whatever requests come. */
export const isPlanned = (input: CampaignInput): boolean => input.kind === "annual-report";

/** An agency owes one report, but may make several requests. */
export const memberKey = (input: CampaignInput, { unit, caseId }: MilestoneReport): string =>
  isPlanned(input) ? unit : caseId;

/** A planned member is counted when its batch was started; its milestones may come before that. */
export const isMember = (input: CampaignInput, state: CampaignState, report: MilestoneReport): boolean =>
  !isPlanned(input) || memberKey(input, report) in state.members;

/**
 * Requests that have gone back to their agencies while the list is under way: the list is told, so that nobody decides on
 * their lines. Those that were never in it are nothing to the list.
 */
export const membersLeft = (
  input: CampaignInput,
  { dossierOpened }: CampaignState,
  reports: readonly MilestoneReport[],
): string[] =>
  isPlanned(input) || !dossierOpened
    ? []
    : reports.filter(({ milestone }) => milestone === "returned").map(({ caseId }) => caseId);

/** Everyone who owes a report has had it accepted: nothing is left to wait for. */
export function allAccepted(state: CampaignState): boolean {
  const owing = Object.values(state.members).filter((status) => status !== "excluded");
  return owing.length > 0 && owing.every((status) => status === "accepted" || status === "consolidated");
}

/** The dossier can begin: the term is over, or nobody is left who could still come. */
export const mayConsolidate = (input: CampaignInput, state: CampaignState): boolean =>
  !state.dossierOpened && (state.status === "closed" || (isPlanned(input) && allAccepted(state)));

/**
 * Published, and no member is still on its way. Late reports are followed until then; a round ends with its decision, and
 * requests it has gone without lapse with it: each names the window and the year of its own round.
 */
export function isOver(input: CampaignInput, { status, members }: CampaignState): boolean {
  if (status !== "published") return false;
  return (
    !isPlanned(input) || Object.values(members).every((member) => member === "consolidated" || member === "excluded")
  );
}

const passedOn: Record<CampaignInput["kind"], Partial<Record<Milestone, Milestone>>> = {
  // Until it is published a dossier may be taken back or returned, and a report in it be corrected.
  "annual-report": { published: "consolidated" },
  "funding-round": { frozen: "consolidated", decided: "decided", published: "published" },
};

/** Units whose report was accepted too late to be in the provincial report, or in another version: an addendum to it. */
export const addenda = (input: CampaignInput, { status, members }: CampaignState): string[] =>
  isPlanned(input) && status === "published" ? unitsAt(members, "accepted") : [];

export const excludedUnits = (input: CampaignInput, { members }: CampaignState): string[] =>
  isPlanned(input) ? unitsAt(members, "excluded") : [];

const unitsAt = (members: CampaignState["members"], wanted: MemberStatus): string[] =>
  Object.entries(members).flatMap(([unit, status]) => (status === wanted ? [unit] : []));

/** A report that changed after it was put in is an addendum to the dossier; a changed request is not what was listed. */
export const changedMeans = (input: CampaignInput): { changed?: "addendum" } =>
  isPlanned(input) ? { changed: "addendum" } : {};

/** What the members in the dossier hear when it reaches a milestone. */
export const milestoneForMembers = (input: CampaignInput, milestone: Milestone): Milestone | null =>
  passedOn[input.kind][milestone] ?? null;
