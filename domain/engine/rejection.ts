import type { EventType, Instant, PostRef } from "./case.ts";
import type { Holder, StepId } from "./pipeline.ts";
import type { Verb } from "./command.ts";

/** What moved the case since the sender looked. */
export interface LastAct {
  seq: number;
  type: EventType;
  at: Instant;
  by: string | null;
}

/** Expected refusals: a closed union, a value in the domain, mapped exhaustively at each edge. */
export type Rejection =
  | { code: "case-closed" }
  | { code: "stale"; step: StepId; round: number; contentHash: string | null; last: LastAct | null }
  | { code: "verb-not-available"; verb: Verb; step: StepId; available: Verb[] }
  | { code: "not-your-step"; step: StepId; needs: Holder; unit: string | null }
  | { code: "own-case" }
  | { code: "already-decided"; at: Instant | null }
  | { code: "delegation-over"; until: Instant }
  | { code: "reason-required"; field: string }
  | { code: "target-not-allowed"; to: StepId; allowed: StepId[] }
  | { code: "minimum-not-reached"; included: number; needed: number }
  | { code: "missing-unexplained"; unit: string }
  | { code: "assignee-not-allowed"; to: PostRef }
  /** A deadline cannot be computed: the working days of that year have not been entered. */
  | { code: "calendar-missing"; year: number };

export type RejectionCode = Rejection["code"];
