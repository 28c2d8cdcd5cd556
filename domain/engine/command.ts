import type { Actor, Assignment, ContentRef } from "./case.ts";
import type { Milestone, StepId } from "./pipeline.ts";

/** Coded reasons for a return (trả lại); the text beside the code is required as well. */
export const returnReasons = [
  "incomplete",
  "wrong-figures",
  "wrong-form",
  "unclear",
  "not-competent",
  "other",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export type CommandBody =
  /** `drafters`: everyone who wrote on this content; they are its authors beside the submitter. */
  | { verb: "submit"; content: ContentRef; drafters: string[]; comment?: string }
  | { verb: "approve"; comment?: string }
  | { verb: "return"; code: ReturnReason; reason: string; sections: string[]; to?: StepId }
  | { verb: "reject"; code: ReturnReason; reason: string }
  | {
      verb: "freeze";
      drafters: string[];
      content: ContentRef;
      included: number;
      owing: number;
      missing: { unit: string; reason: string }[];
    }
  | { verb: "issue"; comment?: string }
  | { verb: "reassign"; to: Assignment; reason: string }
  | { verb: "remind"; reason: string };

export type Verb = CommandBody["verb"];

/** What the sender had on screen; a decision holds only for that (I11). */
export interface Expected {
  step: StepId;
  round: number;
  contentHash: string | null;
}

export interface CaseCommand {
  /** UUID made by the sender; the same id gets the same answer for ever (I9). */
  id: string;
  actor: Actor;
  expected: Expected;
  body: CommandBody;
  /** Highest seq up to which the sender's projection holds every event; lets the workflow forget what SQL has. */
  knownSeq: number;
}

/** Told by another workflow, not by a person. */
export interface MilestoneMessage {
  milestone: Milestone;
  from: string;
}
