import type { Actor, CaseDue, Instant, PostRef } from "../engine/case.ts";
import type { Milestone } from "../engine/pipeline.ts";
import type { LocalDate } from "../calendar/local-time.ts";
import type { BudgetWindow } from "../funding/windows.ts";

/** Kỳ/đợt: opens many member cases, follows them, and opens one dossier that goes up to UBND (design.md §4). */
export const campaignStatuses = [
  "open",
  "closed",
  "consolidating",
  "with-ubnd",
  "decided",
  "published",
  "archived",
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export type MemberStatus = "open" | "sent" | "returned" | "accepted" | "consolidated" | "excluded";

export const campaignKinds = ["annual-report", "funding-round"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** Đợt kinh phí: requests for one window of the budget calendar (vietnam.md §5.2), or called for as the need arises. */
export interface Round {
  name: string;
  window: BudgetWindow;
  budgetYear: number;
  /** Đợt đột xuất: why it is called for outside the budget calendar. */
  adHoc?: string;
}

export interface CampaignInput {
  campaignId: string;
  kind: CampaignKind;
  /** Only of a funding round. */
  round?: Round;
  year: number;
  due: CaseDue;
  /** Number of the calendar's last change when the due dates were computed. */
  calendarSerial?: number;
  dossierId: string;
  /** Units that owe a report, 0 where members come by themselves; they are read from SQL in batches by the opening activity. */
  owing: number;
  /** Unit of the department that consolidates: its people steer the campaign. */
  department: string;
}

export interface CampaignState {
  campaignId: string;
  seq: number;
  lastHash: string;
  status: CampaignStatus;
  openedAt: Instant;
  /** Planned member cases started so far; equals `owing` when the opening is complete. */
  started: number;
  /** By unit where members are planned, by case where they come by themselves (roster.ts). */
  members: Record<string, MemberStatus>;
  /** Where excluded members stood, so that they can be taken back; absent in campaigns from before. */
  aside?: Record<string, MemberStatus>;
  dossierOpened: boolean;
  /** Due dates that replaced the input's, and the change of the calendar that moved them; null = none has. */
  revised: { serial: number; due: CaseDue } | null;
}

export type CampaignBody =
  | { verb: "start-consolidation"; reason: string }
  /** Puts a member aside, or takes it back. */
  | { verb: "exclude" | "include"; unit: string; reason: string };

export type CampaignVerb = CampaignBody["verb"];

/** Told up by a member or by the dossier. */
export interface MilestoneReport {
  caseId: string;
  unit: string;
  milestone: Milestone;
  /** Content version the milestone was reached with. */
  contentId: string | null;
}

export interface CampaignCommand {
  id: string;
  actor: Actor;
  body: CampaignBody;
  knownSeq: number;
}

export type CampaignEventType =
  | "opened"
  | "members-started"
  | "closed"
  | "consolidation-started"
  | "member-excluded"
  | "member-included"
  | "status-changed"
  | "calendar-changed";

export interface CampaignEvent {
  campaignId: string;
  seq: number;
  type: CampaignEventType;
  at: Instant;
  status: CampaignStatus;
  actor: Actor | null;
  commandId: string | null;
  data: {
    started?: number;
    unit?: string;
    reason?: string;
    calendar?: { version: string; serial: number };
    due?: { from: CaseDue; to: CaseDue };
  };
  prevHash: string;
  hash: string;
}

export type CampaignRejection =
  | { code: "not-your-campaign"; needs: PostRef }
  | { code: "verb-not-available-now"; verb: CampaignVerb; status: CampaignStatus }
  | { code: "reason-required"; field: string }
  | { code: "not-a-member"; unit: string }
  | { code: "member-stands-so"; unit: string; status: MemberStatus }
  | { code: "delegation-over"; until: Instant }
  | { code: "round-not-open"; status: CampaignStatus }
  | { code: "round-over"; closesOn: LocalDate; today: LocalDate }
  /** Budget years that a round of this window may ask for. */
  | { code: "round-year"; window: BudgetWindow; from: number; to: number }
  /** Several units to choose from, and none was named. */
  | { code: "choose-unit"; units: string[] }
  | { code: "not-a-drafter" };

export interface CampaignTransition {
  event: CampaignEvent;
  state: CampaignState;
}
