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
export type Role =
  | "specialist"
  | "division-head"
  | "accountant"
  | "head"
  | "deputy-head"
  | "records-clerk"
  | "chair"
  | "vice-chair"
  | "admin"
  | "auditor";

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

/** Scalar fields a `branch` may test; they come from the case's settings. */
export type Condition =
  | { field: string; is: string | boolean }
  | { field: string; atLeast: number }
  | { field: string; in: readonly string[] };

interface StepBase {
  name: Label;
  /** Told to the campaign when the case enters this step. */
  milestone?: Milestone;
  /** Entering this step fulfils the case's duty: lateness is judged at this moment. */
  fulfilsDuty?: boolean;
}

export interface SubmitStep extends StepBase {
  kind: "submit";
  by: Holder;
  /** Sections that must be answered; the form's own check says what "answered" means. */
  sections: readonly string[];
  to: StepId;
  deadline?: Deadline;
}

export interface DecideStep extends StepBase {
  kind: "decide";
  by: Holder;
  /** How many different persons must approve; 1 when absent. */
  quorum?: number;
  /** What an approval is called here (button text). */
  act: "approve" | "sign" | "receive" | "examine";
  on: { approve: StepId; return?: readonly StepId[]; reject?: StepId };
  /** Whether an approval given here stays valid when the content changes in a later round. */
  survives?: "content-change" | "same-content";
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
export interface AwaitStep extends StepBase {
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

/** Several units answer at once, each alone. */
export interface OpinionsStep extends StepBase {
  kind: "opinions";
  from: readonly { party: Party; roles: readonly Role[]; if?: Condition }[];
  noReply: "waits" | "counts-as-no-objection";
  to: StepId;
  deadline?: Deadline;
}

/** Personal signature with its mark (vietnam.md §3). */
export interface SignStep extends StepBase {
  kind: "sign";
  by: Holder;
  marks: Partial<Record<Role, SigningMark>>;
  on: { approve: StepId; return?: readonly StepId[] };
  deadline?: Deadline;
}

/** One decision per line, under a ceiling. */
export interface LinesStep extends StepBase {
  kind: "lines";
  by: Holder;
  ceiling: "stop" | "warn" | "higher-signature";
  on: { done: StepId; refer?: StepId; return?: readonly StepId[] };
  deadline?: Deadline;
}

/** Work done by the system, retried for ever, visible when it fails. */
export interface TaskStep extends StepBase {
  kind: "task";
  run: string;
  to: StepId;
}

export interface EndStep extends StepBase {
  kind: "end";
  outcome: Outcome;
}

export type SigningMark = "TM." | "KT." | "TL." | "TUQ." | "Q.";
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
