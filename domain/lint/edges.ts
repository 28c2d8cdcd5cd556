import type { GatherStep, Pipeline, Step, StepId, SubmitStep } from "../engine/pipeline.ts";

/**
 * A way out of a step. `onward` is taken when everyone agrees, `back` is a return, `aside` is what else a person may
 * choose (a rejection, taking the request back).
 */
export interface Edge {
  to: StepId;
  way: "onward" | "back" | "aside";
  field: string;
}

const onward = (to: StepId, field: string): Edge => ({ to, way: "onward", field });
const aside = (to: StepId | undefined, field: string): Edge[] =>
  to === undefined ? [] : [{ to, way: "aside", field }];
const back = (targets: readonly StepId[] | undefined, field: string): Edge[] =>
  (targets ?? []).map((to, index) => ({ to, way: "back", field: `${field}.${index}` }));

export const edgesOf = (step: Step): Edge[] => [
  ...ownEdges(step),
  ...(step.retract ? [{ to: step.retract.to, way: "back", field: "retract" } as const] : []),
  ...aside(step.lapse, "lapse"),
];

function ownEdges(step: Step): Edge[] {
  switch (step.kind) {
    case "submit":
      return [onward(step.to, "to"), ...aside(step.withdraw, "withdraw")];
    case "gather":
    case "task":
      return [onward(step.to, "to")];
    case "opinions":
    case "issue":
    case "await":
      return [onward(step.to, "to"), ...back(step.return, "return")];
    case "decide":
    case "sign":
      return [
        onward(step.on.approve, "on.approve"),
        ...back(step.on.return, "on.return"),
        ...aside(step.on.reject, "on.reject"),
      ];
    case "lines":
      return [
        onward(step.on.done, "on.done"),
        ...(step.on.higher === undefined ? [] : [onward(step.on.higher, "on.higher")]),
        ...back(step.on.return, "on.return"),
        ...(step.on.clarify === undefined ? [] : [{ to: step.on.clarify, way: "back", field: "on.clarify" } as const]),
      ];
    case "branch":
      return [
        ...step.when.map((arm, index) => onward(arm.to, `when.${index}.to`)),
        onward(step.otherwise, "otherwise"),
      ];
    case "end":
      return [];
  }
}

/** Steps of the table with their ids, in the order in which it states them. */
export const stepsOf = (pipeline: Pipeline): [StepId, Step][] => Object.entries(pipeline.steps);

export const stepNamed = (pipeline: Pipeline, id: StepId): Step | undefined =>
  Object.hasOwn(pipeline.steps, id) ? pipeline.steps[id] : undefined;

type Follow = (edge: Edge) => boolean;
const everyWay: Follow = () => true;
export const agreeing: Follow = ({ way }) => way === "onward";
export const notBack: Follow = ({ way }) => way !== "back";

/** All steps that can be entered from `start` (itself included) along the ways that are followed. */
export function reachedFrom(pipeline: Pipeline, start: StepId, follow: Follow = everyWay): Set<StepId> {
  const reached = new Set<StepId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = stepNamed(pipeline, id);
    if (!step || reached.has(id)) continue;
    reached.add(id);
    open.push(
      ...edgesOf(step)
        .filter(follow)
        .map(({ to }) => to),
    );
  }
  return reached;
}

/** Steps entered right after this one; itself only if a way leads back to it. */
export function after(pipeline: Pipeline, id: StepId, follow: Follow = everyWay): Set<StepId> {
  const step = stepNamed(pipeline, id);
  const next = step ? edgesOf(step).filter(follow) : [];
  return new Set(next.flatMap(({ to }) => [...reachedFrom(pipeline, to, follow)]));
}

/** Steps that freeze a content which may then be read here. */
export const writersBefore = (pipeline: Pipeline, id: StepId): [StepId, SubmitStep | GatherStep][] =>
  stepsOf(pipeline).flatMap(([writer, step]): [StepId, SubmitStep | GatherStep][] => {
    const writes = step.kind === "submit" || step.kind === "gather";
    return writes && writer !== id && reachedFrom(pipeline, writer, notBack).has(id) ? [[writer, step]] : [];
  });

/** Steps that a case may come to before anything has been written. */
export function beforeWriting(pipeline: Pipeline): Set<StepId> {
  const silent = stepsOf(pipeline).filter(([, { kind }]) => kind !== "submit" && kind !== "gather");
  return reachedFrom({ ...pipeline, steps: Object.fromEntries(silent) }, pipeline.start);
}
