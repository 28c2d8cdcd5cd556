/**
 * A pipeline (quy trình) is a table: plain, serialisable data, pinned per case by (id, version).
 * Published versions are never edited (tests/domain/pipelines keeps their hashes).
 */

export type StepId = string;

/** Bilingual label; Vietnamese is the official text. */
export interface Label {
  vi: string;
  en: string;
}

/** Function of a post inside a unit (vietnam.md §3). A right always belongs to a post, never to a person. */
export const roles = [
  "specialist",
  "division-head",
  "accountant",
  "head",
  "deputy-head",
  "records-clerk",
  "chair",
  "vice-chair",
  "admin",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/** The seat a unit takes in a case; the case's input says which unit sits there. */
export type Party = "owner" | "department" | "finance" | "planning" | "office" | "committee";

/** Any of these roles in the unit that sits in `party`. */
export interface Holder {
  party: Party;
  roles: readonly Role[];
}

/**
 * When a step is due: the case's own due date (a legal term such as "trước ngày 30/11"), or so many working days
 * after the step was entered. A deadline reminds, escalates and marks; it never decides.
 */
export interface Deadline {
  by: "case" | { workingDays: number };
  /** The level's own sub-deadline: so many working days before the case's internal target. Its holders hear of it. */
  target?: number;
  /** Working days given after a return, when the case's due date would leave less. */
  rework?: number;
  /** Calendar days before the due date on which the holders are reminded at 08:00 local time; 0 = on the last day. */
  remind: readonly number[];
  /** Working days past due after which `to` is told, once each. */
  escalate?: { after: readonly number[]; to: Holder };
}

/**
 * A test on a scalar field: of the case's settings, or (`of: "content"`) of the facts that were frozen with the content
 * (amount, funding source, urgency). Facts never stand in for settings: an author cannot overrule the case.
 */
export type Condition = { of?: "content" } & (
  | { field: string; is: string | boolean }
  | { field: string; atLeast: number }
  | { field: string; in: readonly string[] }
);

/**
 * What a later content does to signatures given here. Absent: every return that leads before this step supersedes them.
 * - "same-content": they stand when the very content they were given on comes again or, where `concerns` names sections,
 *   when none of those sections changed (the content carries a hash per section);
 * - "content-change": they stand whatever changes.
 * A step whose signatures stand is passed over when the way comes to it again; the event that passes it says so.
 */
export interface Survival {
  survives?: "content-change" | "same-content";
  concerns?: readonly string[];
}

interface StepBase {
  name: Label;
  /** Told to the campaign when the case enters this step. */
  milestone?: Milestone;
  /** Entering this step fulfils the case's duty: lateness is judged at this moment. */
  fulfilsDuty?: boolean;
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
  on: { approve: StepId; return?: readonly StepId[]; reject?: StepId };
  deadline?: Deadline;
}

export interface GatherStep extends StepBase {
  kind: "gather";
  by: Holder;
  /** Smallest share of owing members (percent) that must be in before a snapshot may be frozen. */
  minimumPercent: number;
  to: StepId;
  deadline?: Deadline;
}

/** Number, date and organisation signature by the records clerk, after the personal signature (NĐ 30/2020 art. 32). */
export interface IssueStep extends StepBase {
  kind: "issue";
  by: Holder;
  /** Document type whose number series is used: unit of the holder × year × series. */
  series: "BC" | "TTr" | "QĐ" | "TB";
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
  from: readonly { party: Party; roles: readonly Role[]; if?: Condition }[];
  /**
   * A unit that says nothing: "waits" keeps the step open (remove the unit, or skip); "counts-as-no-objection" lets the
   * coordinator close the step once its term is over. The term itself never does.
   */
  noReply: "waits" | "counts-as-no-objection";
  /** An amount is owed for every line beside the position; absent: amounts are welcome. */
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

export const signingMarks = ["TM.", "KT.", "TL.", "TUQ.", "Q."] as const;
export type SigningMark = (typeof signingMarks)[number];
/** "own": the head of an agency in his own name, without a mark. */
export const signingForms = ["own", ...signingMarks] as const;
export type SigningForm = (typeof signingForms)[number];
export type Outcome = "completed" | "rejected" | "withdrawn" | "lapsed";
export type Milestone =
  "sent" | "returned" | "accepted" | "consolidated" | "frozen" | "with-ubnd" | "decided" | "published";

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
