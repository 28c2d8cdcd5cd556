import type {
  Actor,
  Answer,
  Assignment,
  ContentRef,
  Facts,
  Instant,
  Line,
  LeftOut,
  LineAmount,
  LineDecision,
  Position,
  Resolution,
} from "./case.ts";
import type { MigrationRecord } from "./event.ts";
import type { Milestone, Pipeline, Role, SigningForm, StepId } from "./pipeline.ts";

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

/** What is frozen with a content version, computed by the server from the content itself. */
export interface Frozen {
  content: ContentRef;
  /** Everyone who wrote on this content; they are its authors beside the submitter. */
  drafters: string[];
  facts?: Facts;
  lines?: Line[];
}

interface WithReason {
  code: ReturnReason;
  reason: string;
}

export interface MigrationOrder extends Pick<MigrationRecord, "renames" | "timers"> {
  target: Pipeline;
}

/**
 * What the server alone may put into a command. `weighed`: the amounts were held against the ceilings, under a lock, and
 * whatever exceeds one is named in its decision; without it nothing is decided on money.
 */
interface Weighed {
  weighed?: true;
}

export type CommandBody =
  | ({ verb: "submit"; comment?: string } & Frozen)
  /**
   * `mark`: how the signature reads at a `sign` step; may be left out where the role has one form only. `proposals`: where
   * the step proposes, the figures that depart from the appraisal or explain a difference.
   */
  | { verb: "approve"; mark?: SigningForm; comment?: string; proposals?: LineAmount[] }
  | ({ verb: "return"; sections: string[]; to?: StepId } & WithReason)
  | ({ verb: "reject" } & WithReason)
  /** A question to the holders of an earlier step; the case stays here and may be decided meanwhile. */
  | { verb: "clarify"; to?: StepId; reason: string; lines?: string[] }
  /** `question`: seq of the one that is answered, where several wait for the sender. */
  | { verb: "answer"; comment: string; question?: number }
  /** Takes a question back. */
  | { verb: "retract-question"; reason: string; question?: number }
  | { verb: "opine"; position: Position; comment?: string; amounts?: LineAmount[] }
  /** Closes the opinions after their term: silence is recorded as no objection. */
  | { verb: "proceed"; comment?: string }
  | { verb: "consult"; unit: string; roles: Role[]; reason: string }
  | { verb: "unconsult"; unit: string; reason: string }
  | ({ verb: "decide-lines"; decisions: LineDecision[]; comment?: string } & Weighed)
  /** Records the resolution on referred lines; they can be decided again after it. */
  | { verb: "resolve-lines"; lines: string[]; resolution: Resolution | string }
  | ({ verb: "freeze"; included: number; owing: number; missing: LeftOut[] } & Frozen)
  | { verb: "issue"; comment?: string }
  /** Takes back what was sent to another agency, as long as the table lets it. */
  | { verb: "retract"; reason: string }
  /** Takes back one's own act until the next level has acted; at one's own desk, the whole request. */
  | { verb: "withdraw"; reason: string }
  | { verb: "reassign"; to: Assignment; reason: string }
  | { verb: "extend"; dueAt: Instant; reason: string }
  | { verb: "skip"; reason: string }
  | { verb: "confirm-skip"; comment?: string }
  | { verb: "remind"; reason: string }
  | { verb: "comment"; comment: string }
  /** The running case goes on under a newer version of its table; `proposedBy`: whose proposal the sender confirmed. */
  | { verb: "migrate"; order: MigrationOrder; reason: string; proposedBy?: string };

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

/** Told by the workflow's own activity when the work of a `task` step is done. */
export interface TaskResult {
  task: string;
  /** `enteredSeq` of the stay it was done for: a late result of an earlier stay moves nothing. */
  enteredSeq: number;
}

/** Told by another workflow, not by a person. */
export interface MilestoneMessage {
  milestone: Milestone;
  from: string;
  /** With the decision: what it says on the lines of the case that hears it. */
  answer?: Answer;
  /** To a dossier, when a member has left it: the lines that go with it. */
  lines?: string[];
  /** Content it was told of; absent: whatever lies there when it comes. */
  contentHash?: string | null;
  /** What it means for another content than that: an addendum to the dossier; absent: it is not told of that one. */
  changed?: "addendum";
  /** The dossier was closed without it. */
  addendum?: true;
}
