/* What the step kinds of a table (pipeline.ts) are made of. */

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

/** Chi thường xuyên, vốn đầu tư: each branch of the budget has its own adviser (vietnam.md §5.3). */
export const branches = ["regular", "investment"] as const;
export type Branch = (typeof branches)[number];

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
  escalate?: { after: readonly number[]; to: Holder | Awaited };
}

/** These roles in each unit whose opinion is still awaited. */
export interface Awaited {
  asked: readonly Role[];
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

export const signingMarks = ["TM.", "KT.", "TL.", "TUQ.", "Q."] as const;
export type SigningMark = (typeof signingMarks)[number];
/** "own": the head of an agency in his own name, without a mark. */
export const signingForms = ["own", ...signingMarks] as const;
export type SigningForm = (typeof signingForms)[number];
export type Outcome = "completed" | "rejected" | "withdrawn" | "lapsed";
export const milestones = [
  "sent",
  "returned",
  "accepted",
  "consolidated",
  "frozen",
  "with-ubnd",
  "decided",
  "published",
  /** The campaign is over: told to members it has gone without. */
  "over",
] as const;
export type Milestone = (typeof milestones)[number];
