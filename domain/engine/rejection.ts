import type { EventType, Instant, LineStatus, Position, PostRef } from "./case.ts";
import type { Holder, Party, SigningForm, StepId, StepKind } from "./pipeline.ts";
import type { Verb } from "./command.ts";

/** What moved the case last, since the sender looked. */
export interface LastAct {
  seq: number;
  type: EventType;
  at: Instant;
  by: string | null;
}

/** Why a case cannot be moved to another table; each is something to change in the order or in the table. */
export type MigrationObstacle =
  | { code: "other-pipeline"; pipeline: string }
  | { code: "not-newer"; version: number }
  | { code: "rename-unknown"; step: StepId; in: "present" | "target" }
  | { code: "rename-collides"; step: StepId; with: StepId }
  | { code: "step-missing"; step: StepId }
  | { code: "kind-differs"; step: StepId; before: StepKind; after: StepKind }
  | { code: "system-at-work"; step: StepId }
  | { code: "awaits-differ"; step: StepId }
  | { code: "milestone-differs"; step: StepId }
  | { code: "duty-lost"; step: StepId }
  | { code: "quorum-reached"; given: number; quorum: number }
  | { code: "nobody-sits"; step: StepId; party: Party }
  /** The newer table lets nobody answer the question that stopped the clock. */
  | { code: "question-open"; step: StepId }
  | { code: "date-not-kept"; why: "clock-paused" | "due-with-case" | "no-date" }
  | { code: "year-missing"; year: number };

/** Expected refusals: a closed union, a value in the domain, mapped exhaustively at each edge. */
export type Rejection =
  | { code: "case-closed" }
  /** Its campaign has put the case aside. */
  | { code: "case-put-aside"; reason: string }
  | { code: "stale"; step: StepId; round: number; contentHash: string | null; last: LastAct | null }
  | { code: "verb-not-available"; verb: Verb; step: StepId; available: Verb[] }
  | { code: "not-your-step"; step: StepId; needs: Holder; unit: string | null }
  /** The verb is not the step's holder's at all, but somebody else's: an administrator's, the coordinator's, … */
  | { code: "not-your-right"; verb: Verb; needs: Holder; unit: string | null }
  | { code: "own-case" }
  | { code: "already-decided"; at: Instant | null }
  | { code: "delegation-over"; until: Instant }
  | { code: "delegation-not-valid"; why: "not-yet" | "scope" | "passed-on" }
  | { code: "delegation-ceiling"; ceiling: number; amount: number }
  | { code: "mark-not-allowed"; mark: SigningForm | null; allowed: SigningForm[] }
  | { code: "nothing-to-withdraw" }
  | { code: "question-open" }
  | { code: "no-question" }
  /** Several questions are open, or the one named is not. */
  | { code: "question-unclear"; questions: number[] }
  /** Opinions are closed by hand only after their term. */
  | { code: "term-not-over"; dueAt: Instant | null }
  | { code: "unit-already-asked"; unit: string }
  | { code: "unit-not-asked"; unit: string }
  | { code: "unit-has-answered"; unit: string }
  | { code: "last-unit"; unit: string }
  | { code: "line-unknown"; line: string }
  | { code: "line-not-open"; line: string; status: LineStatus }
  | { code: "line-missing"; line: string }
  /** Another adviser appraises this line. */
  | { code: "line-not-yours"; line: string }
  | { code: "position-not-fitting"; line: string; position: Position; amount: number; requested: number }
  /** A difference from the request, or an objection, goes up only with a figure and a reason. */
  | { code: "line-unexplained"; line: string }
  | { code: "no-lines" }
  | { code: "too-many-lines"; lines: number; most: number }
  | { code: "referral-not-possible"; line: string }
  | { code: "amount-not-allowed"; line: string; amount: number | null; requested: number }
  | { code: "ceiling-exceeded"; line: string; over: number }
  | { code: "due-not-later"; current: Instant | null }
  /** Whoever was asked has not answered: there is no date to move. */
  | { code: "clock-paused" }
  | { code: "no-line-referred" }
  /** The server has not held the amounts against the ceilings. */
  | { code: "not-weighed" }
  /** The content named was never frozen. */
  | { code: "content-not-stored" }
  | { code: "skip-not-proposed" }
  | { code: "skip-already-proposed"; by: string }
  | { code: "second-person-needed"; by: string }
  | { code: "reason-required"; field: string }
  | { code: "target-not-allowed"; to: StepId; allowed: StepId[] }
  | { code: "minimum-not-reached"; included: number; needed: number }
  | { code: "missing-unexplained"; unit: string }
  /** `allowed`: the posts to which this work may go instead. */
  | { code: "assignee-not-allowed"; to: PostRef; allowed?: PostRef[] }
  /** The case cannot go on under that table; every obstacle is told. */
  | { code: "migration-not-possible"; obstacles: MigrationObstacle[] }
  /** A deadline cannot be computed: the working days of that year have not been entered. */
  | { code: "calendar-missing"; year: number };

export type RejectionCode = Rejection["code"];
