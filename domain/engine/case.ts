import type { DueRule } from "../calendar/due-rule.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Milestone, Outcome, Party, Pipeline, Role, SigningMark, StepId } from "./pipeline.ts";

/** Epoch milliseconds, UTC. */
export type Instant = number;

/** A post (chức danh) is unit × role; persons hold posts from–to. */
export interface PostRef {
  unit: string;
  role: Role;
}

/** Open work lies with a post, or with one person when an administrator reassigned it. */
export interface Assignment extends PostRef {
  personId?: string;
}

/** Who acts, as the API proved it; it is audit evidence, so it travels in the command itself. */
export interface Actor {
  personId: string;
  /** Name at the time of the act: signed papers keep it for ever. */
  name: string;
  post: PostRef;
  /** Acting for another post under a dated, scoped delegation (ủy quyền). */
  onBehalfOf?: { personId: string; name: string; post: PostRef; delegationId: string; until: Instant };
}

export interface ContentRef {
  id: string;
  /** sha-256 of the canonical JSON, lower-case hex. */
  hash: string;
}

/** Three dates of one legal term (vietnam.md §6). */
export interface CaseDue {
  legalDue: Instant;
  effectiveDue: Instant;
  internalTarget: Instant;
  /** The rule the dates follow; with it they move when holidays change. Without: given once, kept. */
  rule?: DueRule;
}

/** Gia hạn: a due date that was moved, by which event and why. */
export interface Extension {
  from: Instant;
  to: Instant;
  seq: number;
  reason: string;
  /** The legal term of the case, shared by its steps, or the present step's own time. */
  of: "case" | "step";
}

/** The clock of the present step. Counted in working days, the unit of every term (domain/engine/clock.ts). */
export interface Clock {
  /** The step waits for a supplement since then; null = its time runs. */
  pausedAt: Instant | null;
  /** Whole working days for which its time stood still, since it was entered or last extended. */
  pausedFor: number;
  /** Oldest first; those of the case's term go along from step to step. */
  extended: Extension[];
  /** Working days left to steps that gave their file back, until it returns to them. */
  left: Readonly<Record<StepId, number>>;
  /** A date cannot be computed: this year's working days have not been entered. */
  missingYear: number | null;
}

/** All a case workflow ever knows besides its commands: it never reads the directory or the calendar. */
export interface CaseInput {
  caseId: string;
  title: string;
  year: number;
  campaignId: string | null;
  pipeline: Pipeline;
  parties: Partial<Record<Party, string>>;
  settings: Readonly<Record<string, string | number | boolean>>;
  due: CaseDue | null;
  calendar: WorkCalendar;
}

export interface Signature {
  step: StepId;
  round: number;
  seq: number;
  personId: string;
  name: string;
  post: PostRef;
  onBehalfOf?: string;
  hash: string;
  at: Instant;
  mark?: SigningMark;
  /** seq of the event that made it void; superseded signatures stay visible. */
  supersededBy?: number;
}

export interface Vote {
  personId: string;
  post: PostRef;
  seq: number;
  at: Instant;
}

export interface CaseState {
  caseId: string;
  pipelineId: string;
  pipelineVersion: number;
  /** Number of the last event, from 1, without gaps. */
  seq: number;
  /** Hash of the last event: the seal chain's head. */
  lastHash: string;
  step: StepId;
  round: number;
  enteredAt: Instant;
  /** null: no deadline, its clock stands still, or a year is missing. */
  dueAt: Instant | null;
  clock: Clock;
  /** The calendar that replaced the input's; null = none has. */
  calendar: WorkCalendar | null;
  outcome: Outcome | null;
  content: (ContentRef & { number: number }) | null;
  /** Persons who put the present content forward; none of them may decide on it. */
  authors: string[];
  /** Approvals of the present step and round. */
  votes: Vote[];
  signatures: Signature[];
  returned: { seq: number; from: StepId; code: string; sections: string[] } | null;
  /** Set by a reassignment; holds for the present step only. */
  assigned: Assignment | null;
  /** When the duty was fulfilled (sent), and whether that was after `effectiveDue`. */
  sentAt: Instant | null;
  late: boolean;
  /** Keys of the timers that have fired in the present step. */
  fired: string[];
  issued: { step: StepId; seq: number; series: string }[];
  /** Who moved the case last: told to those who come too late. */
  last: { type: EventType; by: string | null } | null;
}

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
  | "calendar-changed";

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
  missing?: { unit: string; reason: string }[];
  assigned?: Assignment;
  timer?: string;
  told?: Assignment[];
  milestone?: Milestone;
  series?: string;
  drafters?: string[];
  /** A due date that moved without the case moving: an extension, a change of the calendar. */
  due?: { from: Instant | null; to: Instant | null };
  calendar?: WorkCalendar;
}

/** An event sealed into its case's chain: `hash` covers everything else, including `prevHash`. */
export interface SealedEvent extends CaseEvent {
  prevHash: string;
  hash: string;
}

export interface Transition {
  event: SealedEvent;
  state: CaseState;
}
