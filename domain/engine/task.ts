import type { CaseInput, CaseState, ContentRef } from "./case.ts";
import { stepAt } from "./steps.ts";

/** Work the system owes the present step. The same `enteredSeq` is the same work, however often it is started. */
export interface TaskWork {
  caseId: string;
  /** `run` of the step. */
  task: string;
  step: string;
  round: number;
  enteredSeq: number;
  content: ContentRef | null;
}

export function taskDue(input: CaseInput, state: CaseState): TaskWork | null {
  const step = stepAt(input, state.step);
  if (state.outcome !== null || step.kind !== "task") return null;
  const { caseId, round, enteredSeq, content } = state;
  const given = content && { id: content.id, hash: content.hash };
  return { caseId, task: step.run, step: state.step, round, enteredSeq, content: given };
}
