import type { CaseInput } from "./case.ts";
import type { Condition, Holder, Step, StepId } from "./pipeline.ts";

/** A step of the pinned table; a missing one is a defect of the table, which the linter refuses before publishing. */
export function stepAt(input: CaseInput, id: StepId): Step {
  const step = input.pipeline.steps[id];
  if (!step) throw new Error(`pipeline ${input.pipeline.id}@${input.pipeline.version} has no step ${id}`);
  return step;
}

function holds(condition: Condition, settings: CaseInput["settings"]): boolean {
  const value = settings[condition.field];
  if ("is" in condition) return value === condition.is;
  if ("in" in condition) return typeof value === "string" && condition.in.includes(value);
  return typeof value === "number" && value >= condition.atLeast;
}

/** Follows branches to the first step that waits for something. The linter proves that branches form no circle. */
export function settleStep(input: CaseInput, id: StepId): StepId {
  const step = stepAt(input, id);
  if (step.kind !== "branch") return id;
  const arm = step.when.find((candidate) => holds(candidate.if, input.settings));
  return settleStep(input, arm ? arm.to : step.otherwise);
}

/** Who takes a step, where one holder takes it. */
export function holderOf(step: Step): Holder | null {
  switch (step.kind) {
    case "submit":
    case "decide":
    case "gather":
    case "issue":
    case "sign":
    case "lines":
      return step.by;
    case "await":
      return step.by ?? null;
    case "branch":
    case "opinions":
    case "task":
    case "end":
      return null;
  }
}

/** Steps a return may lead back to. */
export function returnTargets(step: Step): readonly StepId[] {
  switch (step.kind) {
    case "decide":
    case "sign":
    case "lines":
      return step.on.return ?? [];
    case "issue":
    case "await":
      return step.return ?? [];
    default:
      return [];
  }
}

export const deadlineOf = (step: Step) => ("deadline" in step ? (step.deadline ?? null) : null);
