import type {
  Branch,
  Condition,
  Deadline,
  Holder,
  Label,
  Milestone,
  Outcome,
  Party,
  Role,
  SigningForm,
  StepId,
  Survival,
} from "./table-parts.ts";

export * from "./table-parts.ts";

/**
 * A pipeline (quy trình) is a table: plain, serialisable data, pinned per case by (id, version).
 * Published versions are never edited (tests/domain/pipelines keeps their hashes).
 */

interface StepBase {
  name: Label;
  /** Told to the campaign when the case enters this step. */
  milestone?: Milestone;
  /** Entering this step fulfils the case's duty: lateness is judged at this moment. */
  fulfilsDuty?: boolean;
  /** Rút đề nghị: whoever sent the file this far may still take it back; where that leads. */
  retract?: { by: Holder; to: StepId };
  /** Where the case ends when its campaign is over and has gone without it. */
  lapse?: StepId;
}

/** Those who decide here may ask the holders of these steps to clarify; the case stays where it is. */
export interface Asking {
  clarify?: readonly StepId[];
}

/**
 * Two administrators together may pass this step over: one proposes, another confirms. A skip is no signature. Only
 * where a table says so, since nobody but the holder can answer for what the step would have decided.
 */
export interface Skippable {
  skippable?: true;
}

export interface SubmitStep extends StepBase {
  kind: "submit";
  by: Holder;
  /** Sections that must be answered; the form's own check says what "answered" means. */
  sections: readonly string[];
  to: StepId;
  /** The author may take the whole request back from here (rút lại); leads to an end. */
  withdraw?: StepId;
  deadline?: Deadline;
}

export interface DecideStep extends StepBase, Survival, Asking, Skippable {
  kind: "decide";
  by: Holder;
  /** How many different persons must approve; 1 when absent. */
  quorum?: number;
  /** Out of how many members of a collective; told to the reader and to the linter, never counted here. */
  of?: number;
  /** What an approval is called here (button text). */
  act: "approve" | "sign" | "receive" | "examine";
  /**
   * Whoever approves puts a figure before those who decide: the appraised one or, with a reason, another. A line that an
   * adviser objected to or would give another amount than requested must have its figure and its reason here.
   */
  proposes?: true;
  on: { approve: StepId; return?: readonly StepId[]; reject?: StepId };
  deadline?: Deadline;
}

export interface GatherStep extends StepBase {
  kind: "gather";
  by: Holder;
  /** Smallest share of owing members (percent) that must be in before a snapshot may be frozen. */
  minimumPercent: number;
  /** A list must have lines, and no more than so many. */
  lines?: { most: number };
  to: StepId;
  deadline?: Deadline;
}

/** Number, date and organisation signature by the records clerk, after the personal signature (NĐ 30/2020 art. 32). */
export interface IssueStep extends StepBase {
  kind: "issue";
  by: Holder;
  /** Document type whose number series is used: unit × year × series. */
  series: "BC" | "TTr" | "QĐ" | "TB";
  /** Whose paper it is, and so whose series; absent: the clerk's own unit. */
  of?: Party;
  to: StepId;
  /** The clerk may send a file with a wrong form back before it has a number. */
  return?: readonly StepId[];
  deadline?: Deadline;
}

/** Waits for another case or the campaign to report a milestone; waiting on a unit is a state with an owner. */
export interface AwaitStep extends StepBase, Skippable {
  kind: "await";
  awaits: Milestone;
  to: StepId;
  /** Until the milestone comes, these may take their acceptance back. */
  by?: Holder;
  return?: readonly StepId[];
}

export interface BranchStep extends StepBase {
  kind: "branch";
  when: readonly { if: Condition; to: StepId }[];
  otherwise: StepId;
}

/**
 * Several units answer at once, each alone. Parties that are one agency (after a merger) are asked once. A unit that sits
 * nowhere is not asked; with nobody to ask, the step is passed over.
 */
export interface OpinionsStep extends StepBase, Survival, Asking, Skippable {
  kind: "opinions";
  /** Coordinates: adds and removes units while opinions run, closes them when the term is over. */
  by: Holder;
  /** `appraises`: the branch of the budget whose lines, and only these, are that party's to appraise. */
  from: readonly { party: Party; roles: readonly Role[]; if?: Condition; appraises?: Branch }[];
  /**
   * A unit that says nothing: "waits" keeps the step open (remove the unit, or skip); "counts-as-no-objection" lets the
   * coordinator close the step once its term is over. The term itself never does.
   */
  noReply: "waits" | "counts-as-no-objection";
  /** An amount is owed for every line, or for those the unit appraises; absent: amounts are welcome. */
  amounts?: "required";
  to: StepId;
  return?: readonly StepId[];
  deadline?: Deadline;
}

/**
 * Personal signature with its mark (vietnam.md §3). `marks` lists the forms each role may sign in. Law: TUQ. is signed
 * by a delegate and by nobody else.
 */
export interface SignStep extends StepBase, Survival, Asking {
  kind: "sign";
  by: Holder;
  marks: Partial<Record<Role, readonly SigningForm[]>>;
  on: { approve: StepId; return?: readonly StepId[]; reject?: StepId };
  deadline?: Deadline;
}

/** One decision per line, under a ceiling; goes on when every line has a final one. */
export interface LinesStep extends StepBase, Asking {
  kind: "lines";
  by: Holder;
  /**
   * Above the ceiling: "stop" refuses, "warn" wants a reason, "higher-signature" leads to `on.higher` in the end. How
   * much a decision exceeds it is found out by the server, under a lock (design.md §8.7).
   */
  ceiling: "stop" | "warn" | "higher-signature";
  /** Body to which a line may be referred (HĐND); the line waits until its resolution is recorded. */
  refers?: Label;
  /**
   * These record the resolution as well as those who decide. While nothing but referred lines is left the step's time
   * stands still, and such lines may be taken off the list. Absent: those who decide note it, and their time runs on.
   */
  referral?: { by: readonly Holder[] };
  /** A line to be clarified is asked about: at the first step of `clarify`, and at these posts of whoever asks for it. */
  asksOwner?: readonly Role[];
  on: {
    done: StepId;
    higher?: StepId;
    return?: readonly StepId[];
    /** Where the file goes when a line must be clarified; absent: the line stays open here. */
    clarify?: StepId;
  };
  deadline?: Deadline;
}

/** Work done by the system, retried for ever, visible when it fails. */
export interface TaskStep extends StepBase, Skippable {
  kind: "task";
  run: string;
  to: StepId;
}

export interface EndStep extends StepBase {
  kind: "end";
  outcome: Outcome;
}

export type Step =
  | SubmitStep
  | DecideStep
  | GatherStep
  | IssueStep
  | AwaitStep
  | BranchStep
  | OpinionsStep
  | SignStep
  | LinesStep
  | TaskStep
  | EndStep;

export type StepKind = Step["kind"];

export interface Pipeline {
  id: string;
  version: number;
  name: Label;
  start: StepId;
  steps: Readonly<Record<StepId, Step>>;
}
