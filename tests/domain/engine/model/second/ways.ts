import type { Step, StepId } from "../../../../../domain/engine/index.ts";
import { meets, stepOf, type Sheet } from "./sheet.ts";

/** The steps a return may lead to by the table, whatever the kind says it by. */
export const tableReturns = (step: Step): readonly StepId[] =>
  "on" in step ? (step.on.return ?? []) : "return" in step ? (step.return ?? []) : [];

export const branchOf = (sheet: Sheet, step: Extract<Step, { kind: "branch" }>): StepId =>
  step.when.find((arm) => meets(sheet, arm.if))?.to ?? step.otherwise;

function ahead(step: Step): StepId[] {
  if (step.kind === "end") return [];
  if (step.kind === "branch") return [step.otherwise, ...step.when.map(({ to }) => to)];
  if (step.kind === "decide" || step.kind === "sign") return [step.on.approve];
  if (step.kind === "lines") return [step.on.done, ...(step.on.higher ? [step.on.higher] : [])];
  return [step.to];
}

/** All that may come again once the case is there. */
export function forward(sheet: Sheet, from: StepId, seen = new Set<StepId>()): Set<StepId> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const next of ahead(stepOf(sheet, from))) forward(sheet, next, seen);
  return seen;
}

/** Desks that the way of this case passes, branches taken as settings and facts say. */
export function onTheWay(sheet: Sheet): Set<StepId> {
  const seen = new Set<StepId>();
  const walk = (id: StepId): void => {
    const step = stepOf(sheet, id);
    if (step.kind === "branch") return walk(branchOf(sheet, step));
    if (seen.has(id)) return;
    seen.add(id);
    ahead(step).forEach(walk);
  };
  walk(sheet.input.pipeline.start);
  return seen;
}

export const waysBack = (sheet: Sheet): StepId[] => {
  const passed = onTheWay(sheet);
  return tableReturns(stepOf(sheet, sheet.step)).filter((id) => passed.has(id));
};
