import type { Actor, Instant } from "../engine/case.ts";
import type { Milestone } from "../engine/pipeline.ts";
import { GENESIS, sealLink } from "../engine/seal.ts";
import type {
  CampaignCommand,
  CampaignEvent,
  CampaignInput,
  CampaignRejection,
  CampaignState,
  CampaignStatus,
  CampaignTransition,
  CampaignVerb,
  MemberStatus,
  MilestoneReport,
} from "./campaign.ts";
import { isMember, isPlanned, memberKey } from "./roster.ts";

type Unsealed = Omit<CampaignEvent, "prevHash" | "hash">;
export type CampaignDecision = { ok: true; event: Unsealed } | { ok: false; rejection: CampaignRejection };

const steering = ["specialist", "division-head", "head", "deputy-head"];

/** May this actor steer the campaign with this verb now? */
export function mayUseOnCampaign(
  input: CampaignInput,
  state: CampaignState,
  verb: CampaignVerb,
  actor: Actor,
  now: Instant,
): CampaignRejection | null {
  const until = actor.onBehalfOf?.until;
  if (until !== undefined && now >= until) return { code: "delegation-over", until };
  const right = actor.onBehalfOf?.post ?? actor.post;
  if (right.unit !== input.department || !steering.includes(right.role)) {
    return { code: "not-your-campaign", needs: { unit: input.department, role: "specialist" } };
  }
  const open = state.status === "open" || state.status === "closed";
  const available = verb === "start-consolidation" ? open && !state.dossierOpened : mayExclude(input, state);
  return available ? null : { code: "verb-not-available-now", verb, status: state.status };
}

/** A report that is owed can be excused; a request is returned or refused on its own way. */
const mayExclude = (input: CampaignInput, state: CampaignState): boolean =>
  isPlanned(input) && state.status !== "archived";

export function decideCampaign(
  input: CampaignInput,
  state: CampaignState,
  command: CampaignCommand,
  now: Instant,
): CampaignDecision {
  const { body, actor } = command;
  const refused = mayUseOnCampaign(input, state, body.verb, actor, now) ?? checkBody(state, command);
  if (refused) return { ok: false, rejection: refused };
  const base = { ...head(state, now), actor, commandId: command.id };
  const { reason } = body;
  if (body.verb === "start-consolidation") return { ok: true, event: { ...base, ...consolidating, data: { reason } } };
  const type = body.verb === "exclude" ? "member-excluded" : "member-included";
  return { ok: true, event: { ...base, type, data: { unit: body.unit, reason } } };
}

const consolidating = { type: "consolidation-started", status: "consolidating" } as const;

function checkBody(state: CampaignState, { body }: CampaignCommand): CampaignRejection | null {
  if (body.reason.trim() === "") return { code: "reason-required", field: "reason" };
  if (body.verb === "start-consolidation") return null;
  const { unit, verb } = body;
  const status = state.members[unit];
  if (status === undefined) return { code: "not-a-member", unit };
  const possible = verb === "include" ? status === "excluded" : status !== "excluded" && status !== "consolidated";
  return possible ? null : { code: "member-stands-so", unit, status };
}

const head = (state: CampaignState, at: Instant) => ({
  campaignId: state.campaignId,
  seq: state.seq + 1,
  at,
  status: state.status,
  actor: null,
  commandId: null,
});

/** The opening of a campaign: its first event. */
export function openCampaignState(input: CampaignInput, now: Instant): CampaignTransition {
  const blank: CampaignState = {
    campaignId: input.campaignId,
    seq: 0,
    lastHash: GENESIS,
    status: "open",
    openedAt: now,
    started: 0,
    members: {},
    dossierOpened: false,
    revised: null,
  };
  return applyCampaign(blank, { ...head(blank, now), type: "opened", data: {} });
}

/** Members whose cases run; they start as open. */
export function membersStarted(state: CampaignState, units: readonly string[]): CampaignState {
  const fresh = units.filter((unit) => !(unit in state.members)).map((unit): [string, MemberStatus] => [unit, "open"]);
  const members = { ...state.members, ...Object.fromEntries(fresh) };
  return { ...state, members, started: Object.keys(members).length };
}

export const openingComplete = (state: CampaignState, now: Instant): Unsealed => ({
  ...head(state, now),
  type: "members-started",
  data: { started: state.started },
});

/** The term is over: late members are still followed, the consolidation begins. */
export const closeCampaign = (state: CampaignState, now: Instant): Unsealed => ({
  ...head(state, now),
  type: "closed",
  status: "closed",
  data: {},
});

export const startConsolidation = (state: CampaignState, now: Instant): Unsealed => ({
  ...head(state, now),
  ...consolidating,
  data: {},
});

const dossierStatus: Partial<Record<Milestone, CampaignStatus>> = {
  returned: "consolidating",
  frozen: "consolidating",
  "with-ubnd": "with-ubnd",
  decided: "decided",
  published: "published",
};

const memberStatus: Partial<Record<Milestone, MemberStatus>> = {
  sent: "sent",
  returned: "returned",
  accepted: "accepted",
  consolidated: "consolidated",
};

function afterReport(known: MemberStatus, { milestone }: MilestoneReport): MemberStatus {
  const status = memberStatus[milestone];
  // A file that goes back inside the agency was never out of it.
  const inside = status === "returned" && known === "open";
  return !status || inside ? known : status;
}

/**
 * Members' milestones move their places in the roster; only the dossier's moves the campaign. Many at once, since
 * thousands may arrive together, and the roster is copied once.
 */
export function noteMembers(
  input: CampaignInput,
  state: CampaignState,
  reports: readonly MilestoneReport[],
): CampaignState {
  const members = { ...state.members };
  const aside = { ...state.aside };
  for (const report of reports.filter((one) => isMember(input, state, one))) {
    const key = memberKey(input, report);
    // What an excluded member told before it heard of that is where it stands when it is taken back.
    const roster = members[key] === "excluded" ? aside : members;
    roster[key] = afterReport(roster[key] ?? "open", report);
  }
  return { ...state, members, aside };
}

export function noteDossier(state: CampaignState, milestone: Milestone, now: Instant): Unsealed | null {
  const status = dossierStatus[milestone];
  if (!status || status === state.status) return null;
  return { ...head(state, now), type: "status-changed", status, data: {} };
}

export const archiveCampaign = (state: CampaignState, now: Instant): Unsealed => ({
  ...head(state, now),
  type: "status-changed",
  status: "archived",
  data: {},
});

export function applyCampaign(state: CampaignState, event: Unsealed): CampaignTransition {
  const sealed = sealLink(event, state.lastHash);
  const { calendar, due } = event.data;
  return {
    event: sealed,
    state: {
      ...state,
      seq: sealed.seq,
      lastHash: sealed.hash,
      status: sealed.status,
      ...(calendar && due && { revised: { serial: calendar.serial, due: due.to } }),
      dossierOpened: state.dossierOpened || sealed.type === "consolidation-started",
      ...rosterAfter(state, event),
    },
  };
}

/** An excluded member keeps its place until it is taken back. */
function rosterAfter({ members, aside = {} }: CampaignState, { type, data }: Unsealed): Partial<CampaignState> {
  const unit = data.unit ?? "";
  const status = members[unit] ?? "open";
  const { [unit]: before = "open", ...others } = aside;
  if (type === "member-excluded") {
    return { members: { ...members, [unit]: "excluded" }, aside: { ...aside, [unit]: status } };
  }
  return type === "member-included" ? { members: { ...members, [unit]: before }, aside: others } : {};
}
