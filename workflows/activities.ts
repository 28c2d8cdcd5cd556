import type { CampaignInput, CampaignTransition } from "../domain/campaign/campaign.ts";
import type { Opening } from "../domain/campaign/opening.ts";
import type { CaseInput, Transition } from "../domain/engine/case.ts";
import type { Milestone } from "../domain/engine/pipeline.ts";
import type { TaskWork } from "../domain/engine/task.ts";

import type { CalendarRequest, CalendarSaved, MemberWord, OpenCaseArgs, OpenRequestArgs } from "./messages.ts";

/** Kind and id of the subject told last; two empty texts before the first. */
export type RolloutKey = readonly [kind: "" | "campaign" | "case", id: string];

export interface RolloutBatch {
  told: number;
  failed: number;
  /** null: that was the last. */
  next: RolloutKey | null;
  /** A later change is being told: nothing is left for this one to say. */
  superseded: boolean;
}

/**
 * What workflows ask of the outside. Implemented in workers/activities. Every one is idempotent: an activity may run
 * twice, and its result may be lost after it ran.
 */
export interface Activities {
  /** Writes what a case did by itself; `input` comes with the first event only. */
  recordCase(args: { input?: CaseInput; transitions: Transition[] }): Promise<void>;
  recordCampaign(args: { input?: CampaignInput; transitions: CampaignTransition[] }): Promise<void>;
  /** Reads directory, calendar and settings; the same call gives the same plan. */
  planCampaign(opening: Opening): Promise<CampaignInput>;
  /** Starts the next `limit` member cases after unit `after`; a case that runs already counts as started. */
  openMembers(args: {
    campaignId: string;
    after: string | null;
    limit: number;
  }): Promise<{ units: string[]; next: string | null }>;
  /** Does the work a `task` step names, once per stay in that step. */
  runTask(work: TaskWork): Promise<void>;
  openDossier(args: { campaignId: string }): Promise<void>;
  /** Enters a request in its round and starts its case. */
  openRequest(args: OpenRequestArgs): Promise<void>;
  /** Starts a case that belongs to no campaign. */
  openCase(args: OpenCaseArgs): Promise<void>;
  /** Tells every member in the frozen content what its dossier has reached, and with the decision what it says. */
  tellMembers(args: {
    campaignId: string;
    contentId: string;
    milestone: Milestone;
    changed?: "addendum";
  }): Promise<void>;
  /** Tells the members of these units, whether they are in a dossier or not. */
  tellUnits(args: { campaignId: string; units: string[]; word: MemberWord }): Promise<void>;
  /** Tells the dossier that this member has left it. */
  tellDossier(args: { campaignId: string; caseId: string }): Promise<void>;
  /** Tells every open member that the campaign is over; those in its dossier have nothing to do with that. */
  lapseMembers(args: { campaignId: string }): Promise<void>;
  /** Saves an edit of the calendar as the next serial; refused when somebody else's came first. */
  saveCalendar(request: CalendarRequest): Promise<CalendarSaved>;
  /** Tells the next `limit` open campaigns and cases of a change, each once; results are recorded one by one. */
  rollCalendar(args: { serial: number; after: RolloutKey; limit: number }): Promise<RolloutBatch>;
  finishCalendar(args: { serial: number; outcome: "finished" | "superseded" }): Promise<void>;
  /** Holds every latest table against today's directory and writes down what it finds. */
  checkPipelines(): Promise<{ checked: number; found: number }>;
  /** Tells agencies which reports of spending are due or overdue, each once. */
  remindSpending(): Promise<{ told: number }>;
  /** Sends the next `limit` cases of a migration their commands; `after` is where the last batch ended. */
  migrateBatch(args: { migrationId: string; after: string | null; limit: number }): Promise<{ next: string | null }>;
}
