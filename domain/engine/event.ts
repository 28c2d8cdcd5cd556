import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Actor, Assignment, Instant } from "./actor.ts";
import type {
  Answer,
  ContentRef,
  Facts,
  LeftOut,
  Line,
  LineAmount,
  LineDecision,
  Position,
  Resolution,
} from "./content.ts";
import type { Milestone, Pipeline, Role, SigningForm, StepId } from "./pipeline.ts";

export type EventType =
  | "opened"
  | "submitted"
  | "approved"
  | "returned"
  | "rejected"
  | "frozen"
  | "issued"
  | "reassigned"
  | "reminded"
  | "overdue"
  | "escalated"
  | "milestone-reached"
  | "opinion-given"
  | "opinions-closed"
  | "unit-added"
  | "unit-removed"
  | "lines-decided"
  | "lines-resolved"
  | "clarification-asked"
  | "clarified"
  | "clarification-withdrawn"
  | "withdrawn"
  | "extended"
  | "skip-proposed"
  | "skipped"
  | "commented"
  | "excluded"
  | "included"
  | "lapsed"
  | "task-done"
  | "retracted"
  | "lines-dropped"
  | "calendar-changed"
  | "migrated";

/** What one accepted command or one timer changed. One command makes exactly one event. */
export interface CaseEvent {
  caseId: string;
  pipeline: string;
  seq: number;
  type: EventType;
  at: Instant;
  /** Step and round in which it happened. */
  step: StepId;
  round: number;
  /** Step entered by it; absent while the step goes on (a vote short of quorum, a reminder). */
  to?: StepId;
  toRound?: number;
  /** null: the system itself (timer, milestone of another workflow). */
  actor: Actor | null;
  commandId: string | null;
  /** Content the act was given on (I11). */
  content: ContentRef | null;
  data: EventData;
}

export interface EventData {
  comment?: string;
  reasonCode?: string;
  reason?: string;
  sections?: string[];
  included?: number;
  missing?: LeftOut[];
  assigned?: Assignment;
  timer?: string;
  told?: Assignment[];
  milestone?: Milestone;
  /** What was decided on the lines of this request. */
  answer?: Answer;
  /** The milestone came after the dossier, or with another version than is in it: the report is an addendum. */
  addendum?: true;
  series?: string;
  drafters?: string[];
  facts?: Facts;
  /** Lines frozen with the content. */
  lines?: Line[];
  decisions?: LineDecision[];
  /** Lines whose resolution (of HĐND) is recorded, or that a question is about. */
  lineIds?: string[];
  /** A text alone in cases whose table asks for no more. */
  resolution?: Resolution | string;
  mark?: SigningForm;
  position?: Position;
  amounts?: LineAmount[];
  proposals?: LineAmount[];
  unit?: string;
  roles?: Role[];
  /** Units whose silence was counted as no objection. */
  silent?: string[];
  /** Steps passed over because their signatures stand, or because nobody was to be asked. */
  passed?: StepId[];
  /** A due date that moved without the case moving: an extension, a change of the calendar. */
  due?: { from: Instant | null; to: Instant | null };
  calendar?: WorkCalendar;
  /** Posts that a question goes to. */
  asked?: Assignment[];
  /** seq of the event this one answers, confirms or takes back. */
  refersTo?: number;
  /** Who proposed what is confirmed here. */
  proposedBy?: string;
  task?: string;
  migration?: MigrationRecord;
  /** The table the case goes on with; it is part of the record, which can so be read without the server. */
  table?: Pipeline;
}

export interface TableRef {
  version: number;
  hash: string;
}

/** From which table to which, and how. */
export interface MigrationRecord {
  from: TableRef;
  to: TableRef;
  /** Steps of the older table that are called otherwise in the newer. */
  renames: Readonly<Record<StepId, StepId>>;
  /** The present step's due date: as it stood, or as the new table would have set it when the step was entered. */
  timers: "keep" | "recompute";
}

/** An event sealed into its case's chain: `hash` covers everything else, including `prevHash`. */
export interface SealedEvent extends CaseEvent {
  prevHash: string;
  hash: string;
}
