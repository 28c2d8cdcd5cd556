import type { CaseInput, Facts } from "./case.ts";
import type { Condition, Holder, Step, StepId, Survival } from "./pipeline.ts";

/** A step of the pinned table; a missing one is a defect of the table, which the linter refuses before publishing. */
export function stepAt(input: CaseInput, id: StepId): Step {
  const step = input.pipeline.steps[id];
  if (!step) throw new Error(`pipeline ${input.pipeline.id}@${input.pipeline.version} has no step ${id}`);
  return step;
}

export const hasStep = ({ pipeline }: CaseInput, id: StepId): boolean => Object.hasOwn(pipeline.steps, id);

export function holds(condition: Condition, input: CaseInput, facts: Facts): boolean {
  const value = (condition.of === "content" ? facts : input.settings)[condition.field];
  if ("is" in condition) return value === condition.is;
  if ("in" in condition) return typeof value === "string" && condition.in.includes(value);
  return typeof value === "number" && value >= condition.atLeast;
}

/** Follows branches to the first step that is not one. The linter proves that branches form no circle. */
export function settleStep(input: CaseInput, id: StepId, facts: Facts = {}): StepId {
  const step = stepAt(input, id);
  if (step.kind !== "branch") return id;
  const arm = step.when.find((candidate) => holds(candidate.if, input, facts));
  return settleStep(input, arm ? arm.to : step.otherwise, facts);
}

/** Who takes a step, where one holder takes it; of opinions, who coordinates them. */
export function holderOf(step: Step): Holder | null {
  switch (step.kind) {
    case "submit":
    case "decide":
    case "gather":
    case "issue":
    case "sign":
    case "lines":
    case "opinions":
      return step.by;
    case "await":
      return step.by ?? null;
    case "branch":
    case "task":
    case "end":
      return null;
  }
}

/** Steps a return may lead back to, as the table has them. */
export function returnTargets(step: Step): readonly StepId[] {
  switch (step.kind) {
    case "decide":
    case "sign":
    case "lines":
      return step.on.return ?? [];
    case "issue":
    case "await":
    case "opinions":
      return step.return ?? [];
    default:
      return [];
  }
}

/** The steps a case can come through from its start, with its branches taken as settings and facts say. */
function stepsOfCase(input: CaseInput, facts: Facts): Set<StepId> {
  const taken = new Set([settleStep(input, input.pipeline.start, facts)]);
  for (const id of taken) {
    for (const next of forwardTargets(stepAt(input, id))) taken.add(settleStep(input, next, facts));
  }
  return taken;
}

/** Where this case may be sent back to: a desk that its way does not pass has never had it. */
export function waysBack(input: CaseInput, id: StepId, facts: Facts): StepId[] {
  const taken = stepsOfCase(input, facts);
  return returnTargets(stepAt(input, id)).filter((target) => taken.has(target));
}

/** Steps whose holders may be asked a question from here. */
export const clarifyTargets = (step: Step): readonly StepId[] => ("clarify" in step ? (step.clarify ?? []) : []);

export const isSkippable = (step: Step): boolean => "skippable" in step && step.skippable === true;

/** What the step says of the signatures given at it. */
export const survivalOf = (step: Step): Survival =>
  step.kind === "decide" || step.kind === "sign" || step.kind === "opinions" ? step : {};

export const quorumOf = (step: Step): number => (step.kind === "decide" ? (step.quorum ?? 1) : 1);

export const deadlineOf = (step: Step) => ("deadline" in step ? (step.deadline ?? null) : null);

/** The step that follows when everyone agrees; of a branch, when no condition holds. */
export function onward(step: Step): StepId | null {
  switch (step.kind) {
    case "decide":
    case "sign":
      return step.on.approve;
    case "lines":
      return step.on.done;
    case "branch":
      return step.otherwise;
    case "end":
      return null;
    default:
      return step.to;
  }
}

/** Every step to which this one may lead without going back. */
export function forwardTargets(step: Step): StepId[] {
  const next = onward(step);
  const others =
    step.kind === "branch"
      ? step.when.map((arm) => arm.to)
      : step.kind === "lines" && step.on.higher !== undefined
        ? [step.on.higher]
        : [];
  return next === null ? others : [next, ...others];
}

/** The steps that come, or come again, once the case is at `id`; with `id` itself. */
export function stepsFrom(input: CaseInput, id: StepId): Set<StepId> {
  const reached = new Set([id]);
  for (const step of reached) for (const next of forwardTargets(stepAt(input, step))) reached.add(next);
  return reached;
}
