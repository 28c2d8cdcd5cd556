import { defineQuery, defineSignal, defineUpdate } from "@temporalio/workflow";
import type { CampaignCommand, CampaignTransition, MilestoneReport } from "../domain/campaign/campaign.ts";
import type { Opening } from "../domain/campaign/opening.ts";
import type { CalendarEdit } from "../domain/calendar/edit.ts";
import type { WorkCalendar } from "../domain/calendar/work-calendar.ts";
import type { Instant, Transition } from "../domain/engine/case.ts";
import type { CaseCommand, MilestoneMessage } from "../domain/engine/command.ts";
import type { Milestone } from "../domain/engine/pipeline.ts";
import type { StandingMessage } from "../domain/engine/standing.ts";

export const taskQueue = "trinh-ky";
export const defaultNamespace = "trinh-ky";

/** Workflow ids are business ids, so a second start of the same case is refused by the server. */
const CASE = "case:";
const CAMPAIGN = "campaign:";
export const caseWorkflowId = (caseId: string): string => `${CASE}${caseId}`;
export const campaignWorkflowId = (campaignId: string): string => `${CAMPAIGN}${campaignId}`;
const afterPrefix = (prefix: string, id: string): string | null =>
  id.startsWith(prefix) ? id.slice(prefix.length) : null;
export const caseIdOf = (workflowId: string): string | null => afterPrefix(CASE, workflowId);
export const campaignIdOf = (workflowId: string): string | null => afterPrefix(CAMPAIGN, workflowId);
export const openerWorkflowId = (campaignId: string): string => `open-campaign:${campaignId}`;
export const requestOpenerId = (caseId: string): string => `open-request:${caseId}`;
export const caseOpenerId = (caseId: string): string => `open-case:${caseId}`;
export const migrationWorkflowId = (migrationId: string): string => `migrate-cases:${migrationId}`;
export const annualReportScheduleId = "annual-report-yearly";

/**
 * A human decision. The handler awaits nothing: one workflow task, durable when it answers. A refusal is an
 * ApplicationFailure whose type is the rejection's code and whose first detail is the rejection.
 */
export const actOnCase = defineUpdate<Transition, [CaseCommand]>("actOnCase");
export const actOnCampaign = defineUpdate<CampaignTransition, [CampaignCommand]>("actOnCampaign");

/** Failure type for a command id that an earlier run carried out already; its detail is `{ seq }`. */
export const ALREADY_RECORDED = "already-recorded";

/** What the workflow remembers of a command: its seq, and the whole transition while SQL may not have it yet. */
export interface Remembered<T> {
  seq: number;
  transition: T | null;
}
export const commandMemory = defineQuery<Remembered<Transition> | null, [commandId: string]>("commandMemory");
export const campaignCommandMemory = defineQuery<Remembered<CampaignTransition> | null, [commandId: string]>(
  "campaignCommandMemory",
);

/** Another workflow's milestone, told to a case that waits for it. */
export const caseMilestone = defineSignal<[MilestoneMessage]>("caseMilestone");
/** Its campaign puts a case aside, takes it up again, or closes what it put aside. */
export const caseStanding = defineSignal<[StandingMessage]>("caseStanding");
/** What a campaign has to tell a member that no frozen content names. */
export type MemberWord = { milestone: Milestone; addendum: true } | StandingMessage;
/** Working off what thousands of members told at once may take longer than the ten seconds a task usually has. */
export const CAMPAIGN_TASK_TIMEOUT = "1 minute";
/** A member's or the dossier's milestone, told up to its campaign. */
export const memberMilestone = defineSignal<[MilestoneReport]>("memberMilestone");

/** What a change of the calendar did to a case or a campaign; `seq` is null where it knew that calendar already. */
export interface CalendarRevision {
  seq: number | null;
  dueFrom: Instant | null;
  dueTo: Instant | null;
}
/** A changed calendar, told to open cases and campaigns alike. Idempotent: each serial is taken once. */
export const reviseCalendar = defineUpdate<CalendarRevision, [WorkCalendar]>("reviseCalendar");

/** An administrator's edit; `base` is the serial that was on screen. */
export interface CalendarRequest {
  id: string;
  base: number;
  edit: CalendarEdit;
  reason: string;
  personId: string;
  personName: string;
}
/** `current`: somebody else changed the calendar meanwhile, and nothing was saved. */
export type CalendarSaved = { serial: number; current?: undefined } | { serial: null; current: number };

export const calendarWorkflowId = (requestId: string): string => `calendar-change:${requestId}`;
/** Answers as soon as the edit is saved or refused; open cases are told after that. */
export const calendarSaved = defineUpdate<CalendarSaved, []>("calendarSaved");

/** Workflow types, for starters that must not load workflow code. */
export const workflowTypes = {
  approvalCase: "approvalCase",
  campaign: "campaign",
  openCampaign: "openCampaign",
  openRequest: "openRequest",
  openCase: "openCase",
  changeCalendar: "changeCalendar",
  migrateCases: "migrateCases",
  checkPipelines: "checkPipelines",
  remindSpending: "remindSpending",
} as const;

/** A Schedule's run gives no year: it takes it from its scheduled time. */
export type OpenCampaignArgs = Opening | { kind: "annual-report"; year?: undefined };

export interface OpenRequestArgs {
  campaignId: string;
  caseId: string;
  unit: string;
}

export interface OpenCaseArgs {
  caseId: string;
  pipelineId: string;
  unit: string;
  title: string;
  at: Instant;
}

export interface MigrateCasesArgs {
  migrationId: string;
}
