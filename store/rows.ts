import type { Assignment, CaseInput, CaseState, Instant } from "../domain/engine/case.ts";
import type { MemberPosition } from "../domain/campaign/position.ts";
import type { Outcome } from "../domain/engine/pipeline.ts";

/** A case as lists show it. */
export interface CaseSummary {
  id: string;
  pipelineId: string;
  pipelineVersion: number;
  campaignId: string | null;
  unitCode: string;
  title: string;
  year: number;
  step: string;
  round: number;
  outcome: Outcome | null;
  seq: number;
  enteredAt: Instant;
  dueAt: Instant | null;
  sentAt: Instant | null;
  late: boolean;
  contentHash: string | null;
  position: MemberPosition;
  updatedAt: Instant;
}

export interface CaseRow extends CaseSummary {
  state: CaseState;
  input: CaseInput;
}

/** Where an accepted command led: written with its event, the same for ever. */
export interface AfterCommand {
  at: Instant;
  /** Step in which the act took place. */
  from: string;
  step: string;
  round: number;
  outcome: Outcome | null;
  dueAt: Instant | null;
  next: Assignment[];
}

export type CommandOutcome = "accepted" | "refused" | "not-carried-out";

export interface CommandRow {
  id: string;
  subjectKind: "case" | "campaign";
  subjectId: string;
  verb: string;
  personId: string;
  payloadHash: string;
  envelope: unknown;
  claimedAt: Instant;
  lastAttemptAt: Instant;
  settledAt: Instant | null;
  /** null: not settled. */
  outcome: CommandOutcome | null;
  seq: number | null;
  /** Of an accepted command on a case. */
  after: AfterCommand | null;
  /** Given by this command, e.g. 05/BC-SKHCN. */
  documentNumber: string | null;
  /** Of a refused command: Rejection or CampaignRejection. */
  rejection: unknown;
  settleTries: number;
  lastError: string | null;
}

/** Columns of a CommandRow, for use in RETURNING. */
export const commandColumns = (alias: string): string =>
  [
    "id",
    "subjectKind",
    "subjectId",
    "verb",
    "personId",
    "payloadHash",
    "envelope",
    "claimedAt",
    "lastAttemptAt",
    "settledAt",
    "outcome",
    "seq",
    "after",
    "documentNumber",
    "rejection",
    "settleTries",
    "lastError",
  ]
    .map((column) => `${alias}."${column}"`)
    .join(", ");

export const summaryColumns = (alias: string): string =>
  [
    "id",
    "pipelineId",
    "pipelineVersion",
    "campaignId",
    "unitCode",
    "title",
    "year",
    "step",
    "round",
    "outcome",
    "seq",
    "enteredAt",
    "dueAt",
    "sentAt",
    "late",
    "contentHash",
    "position",
    "updatedAt",
  ]
    .map((column) => `${alias}."${column}"`)
    .join(", ");
