import type { stuckSubjects } from "../../domain/contracts/operations.ts";
import type { StuckCause } from "../views/stuck-cause.ts";

/** What is stuck: a case, a campaign, or the opening of a campaign that nobody has a record of yet. */
export interface Subject {
  kind: (typeof stuckSubjects)[number];
  id: string;
}

export interface Failure {
  message: string;
  attempt: number;
  nextAttemptAt: number | null;
}

export interface Finding {
  subject: Subject;
  cause: StuckCause;
  since: number;
  error: Failure | null;
}

/** What one look at the engine saw: everything it visited, and what it found wrong there. */
export interface Look {
  visited: Subject[];
  findings: Finding[];
}

export const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`;
