import type { DueRule } from "../calendar/due-rule.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Assignment, Instant, PostRef } from "./actor.ts";
import type { ContentRef, Facts, LineState, Position } from "./content.ts";
import type { EventType, SealedEvent } from "./event.ts";
import type { Branch, Outcome, Party, Pipeline, Role, SigningForm, StepId } from "./pipeline.ts";

export * from "./actor.ts";
export * from "./content.ts";
export type * from "./event.ts";

/** A unit asked for its opinion in the present step. */
export interface Consulted {
  unit: string;
  roles: readonly Role[];
  /** Event of its answer; null while it is awaited. */
  answered: number | null;
  position?: Position;
  /** Branches whose lines it appraises; absent where the table does not tell lines apart. */
  appraises?: readonly Branch[];
  /** Set by a reassignment inside the unit. */
  assigned?: Assignment;
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

/** A question to earlier desks (yêu cầu làm rõ), while the case stays where it is. */
export interface Question {
  seq: number;
  at: Instant;
  by: string;
  /** The hand that asked and, under a delegation, the person it asked for. */
  persons: string[];
  /** In whose right it was asked: whoever holds that post may take it back. */
  post: PostRef;
  text: string;
  to: Assignment[];
  /** Lines it is about; absent: the whole file. */
  lines?: string[];
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
  /** The hand that signed and, under a delegation, the person it signed for. */
  persons: string[];
  name: string;
  post: PostRef;
  /** Unit in whose right it was given. */
  unit: string;
  onBehalfOf?: string;
  hash: string;
  at: Instant;
  mark?: SigningForm;
  /** An opinion is signed too. */
  position?: Position;
  /** seq of the event that made it void; superseded signatures stay visible. */
  supersededBy?: number;
}

export interface Vote {
  personId: string;
  post: PostRef;
  seq: number;
  at: Instant;
}

/** How a desk stood when it sent the case on: what is taken back was never sent, so nobody gains or loses time by it. */
export interface Stood extends Pick<CaseState, "enteredAt" | "fired" | "returned"> {
  clock: Clock;
  /** Whether the duty had been fulfilled before. */
  sent: boolean;
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
  /** Event by which the present step was entered: tells two stays in one step apart. */
  enteredSeq: number;
  /** null: no deadline, its clock stands still, or a year is missing. */
  dueAt: Instant | null;
  clock: Clock;
  /** The calendar that replaced the input's; null = none has. */
  calendar: WorkCalendar | null;
  outcome: Outcome | null;
  content: (ContentRef & { number: number }) | null;
  facts: Facts;
  lines: LineState[];
  /** Everyone who wrote on any content of this case; none of them may decide on it, whoever wrote last. */
  authors: string[];
  /** Approvals of the present step and round. */
  votes: Vote[];
  signatures: Signature[];
  returned: { seq: number; from: StepId; code: string; sections: string[] } | null;
  /** Number of the decision that answered its lines, and the event that told so. */
  answered?: { seq: number; document: string };
  /** Set by a reassignment; holds for the present step only. */
  assigned: Assignment | null;
  /** When the duty was fulfilled (sent), and whether that was after `effectiveDue`. */
  sentAt: Instant | null;
  late: boolean;
  /** Keys of the timers that have fired in the present step. */
  fired: string[];
  /** The latest issue at each step. */
  issued: { step: StepId; seq: number; series: string }[];
  /** Units asked in the present opinions step. */
  consulted: Consulted[];
  /** Open questions, oldest first, one for each asker; a case that went on before there could be several has none. */
  questions?: Question[];
  /** The act that brought the case here, for as long as it may be taken back, and how it then stood. */
  recall: { step: StepId; seq: number; post: PostRef; stood: Stood } | null;
  /** Proposed by one administrator, waits for a second one. */
  skip: { seq: number; at: Instant; by: string; personIds: string[]; reason?: string } | null;
  /** Put aside by its campaign, by which event and why; null or absent: it is not. */
  aside?: { seq: number; at: Instant; reason: string; by: string | null } | null;
  /** Numbers of the content versions that left the house that wrote them; absent in cases from before. */
  released?: number[];
  /** Who moved the case last: told to those who come too late. */
  last: { type: EventType; by: string | null; seq: number; at: Instant } | null;
}

export interface Transition {
  event: SealedEvent;
  state: CaseState;
}
