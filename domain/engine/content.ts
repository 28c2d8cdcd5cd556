import type { Branch, StepId } from "./pipeline.ts";

export interface ContentRef {
  id: string;
  /** sha-256 of the canonical JSON, lower-case hex. */
  hash: string;
  /** Hash per section, so that a signature can stand for the sections it concerns. */
  sections?: Readonly<Record<string, string>>;
}

/** Scalars frozen with the content, on which branches and consulted units may depend. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The fact against which a delegation's ceiling is measured, integer đồng. */
export const AMOUNT = "amount";

/** Keeps every command on a list and its answer far below the engine's limit on a message. */
export const MAX_LINES = 500;

/** One line to be decided on: as small as the decision needs. */
export interface Line {
  id: string;
  /** Integer đồng, as are all amounts. */
  requested: number;
  source: string;
  year: number;
  branch?: Branch;
  /** Unit that asks for it. */
  owner?: string;
  /** Hash of everything the line says; a decision is carried over only to the very same line. */
  digest?: string;
}

/** "defer": a line that waits for the council is taken off this list, to stand on the next one. */
export const lineDecisions = ["approve", "approve-in-part", "reject", "clarify", "refer", "defer"] as const;

/** What a ceiling does to a decision above it; one that stops lets none through. */
export type Excess = "warn" | "higher-signature";

export interface LineDecision {
  line: string;
  decision: (typeof lineDecisions)[number];
  /** For "approve-in-part"; "approve" is the whole of what was requested. */
  amount?: number;
  reason?: string;
  /** Put in by the server: đồng by which this decision exceeds the ceiling of its source and year. */
  over?: number;
  /** Put in by the server: what that ceiling asks for; absent: what the step says of all of them. */
  excess?: Excess;
}

export const lineStatuses = [
  "open",
  "to-clarify",
  "referred",
  "approved",
  "approved-in-part",
  "rejected",
  "deferred",
  /** The request it came from has been taken back, and nothing can be decided on it any more. */
  "withdrawn",
] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** What a unit would give a line. Its reason stands in the event. */
export interface Appraisal {
  unit: string;
  position: Position;
  amount: number;
  /** Event of the opinion; it counts as long as that one stands. */
  seq: number;
}

/** What is put before those who decide, after the opinions. */
export interface Proposal {
  amount: number;
  seq: number;
}

export interface LineState extends Line {
  status: LineStatus;
  /** Decided amount; 0 while undecided or rejected. */
  amount: number;
  over?: number;
  excess?: Excess;
  /** Why, where the answer to a request says so. */
  reason?: string;
  /** Step and event that gave it its status. */
  step?: StepId;
  seq?: number;
  appraised?: readonly Appraisal[];
  proposal?: Proposal;
  /** Event that recorded the council's resolution on it. */
  resolved?: number;
}

/** Nghị quyết of the council, cited as an official paper is. */
export interface Resolution {
  number: string;
  /** YYYY-MM-DD */
  date: string;
  issuer: string;
  abstract: string;
}

/** What was decided on a line of a request, as the request hears it. */
export interface LineAnswer {
  line: string;
  status: LineStatus;
  amount: number;
  reason?: string;
}

/** The whole answer: every line, under the number of the decision. */
export interface Answer {
  document: string;
  lines: LineAnswer[];
}

/** The fact by which a way goes on after the answer: money was given, the council is still to be heard, or neither. */
export const ANSWERED = "answered";
export type Answered = "some" | "deferred" | "none";

/** Who is not in what was frozen, and why; `case` where a unit may have several. */
export interface LeftOut {
  unit: string;
  case?: string | undefined;
  reason: string;
}

export const positions = ["agree", "agree-with-changes", "object", "not-placed"] as const;
/** `not-placed`: the unit has no means or no grounds to place the matter (chưa bố trí được). */
export type Position = (typeof positions)[number];

export interface LineAmount {
  line: string;
  amount: number;
  /** Of an opinion line by line. */
  position?: Position;
  reason?: string;
}
