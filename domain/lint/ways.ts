import type { Pipeline, Step, StepId, StepKind } from "../engine/pipeline.ts";
import { after, agreeing, edgesOf, notBack, reachedFrom, stepNamed, stepsOf } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";
import { seatsOf } from "./people.ts";

/**
 * May be passed without anybody doing anything: by nature, because nobody is to be asked, or because the signatures
 * given there stand. A circle of these alone would never stop.
 */
const isAutomatic = (step: Step | undefined): boolean =>
  step?.kind === "branch" ||
  step?.kind === "task" ||
  step?.kind === "opinions" ||
  ((step?.kind === "decide" || step?.kind === "sign") && step.survives !== undefined);

/** A file returned here would be sent on, or closed, by the system itself. */
const machines: readonly StepKind[] = ["branch", "task", "await", "end"];

/** Where the table leads: it names only steps it has, uses all of them, and can end from each. */
export function lintWays(pipeline: Pipeline): Finding[] {
  return [
    ...startFindings(pipeline),
    ...stepsOf(pipeline).flatMap(([id, step]) => [
      ...targetFindings(pipeline, id, step),
      ...exitFindings(pipeline, id),
      ...returnFindings(pipeline, id, step),
      ...askingFindings(pipeline, id, step),
      ...endingFindings(pipeline, id, step),
    ]),
    ...circleFindings(pipeline),
  ];
}

function startFindings(pipeline: Pipeline): Finding[] {
  const start = stepNamed(pipeline, pipeline.start);
  if (!start) return [finding("start-unknown", null, "start", { target: pipeline.start })];
  const first = firstOpen(pipeline, pipeline.start);
  const silent = [...first].filter((id) => !isAuthoring(stepNamed(pipeline, id)));
  return silent.map((id) => finding("start-without-author", id, "kind", { kind: (pipeline.steps[id] as Step).kind }));
}

const isAuthoring = (step: Step | undefined): boolean => step?.kind === "submit" || step?.kind === "gather";

/** Steps at which a new case may come to rest: branches are passed at once. */
function firstOpen(pipeline: Pipeline, start: StepId): Set<StepId> {
  const throughBranches = (id: StepId, seen: readonly StepId[]): StepId[] => {
    const step = stepNamed(pipeline, id);
    if (!step || seen.includes(id)) return [];
    return step.kind === "branch" ? edgesOf(step).flatMap(({ to }) => throughBranches(to, [...seen, id])) : [id];
  };
  return new Set(throughBranches(start, []));
}

function targetFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  return edgesOf(step)
    .filter(({ to }) => !stepNamed(pipeline, to))
    .map(({ to, field }) => finding("target-unknown", id, field, { target: to }));
}

function exitFindings(pipeline: Pipeline, id: StepId): Finding[] {
  const found: Finding[] = [];
  if (!reachedFrom(pipeline, pipeline.start).has(id)) found.push(finding("unreachable", id, "", {}));
  const ends = (ids: Set<StepId>): boolean => [...ids].some((one) => stepNamed(pipeline, one)?.kind === "end");
  if (!ends(reachedFrom(pipeline, id))) found.push(finding("no-way-out", id, "", {}));
  else if (!ends(reachedFrom(pipeline, id, agreeing))) found.push(finding("never-completes", id, "", {}));
  return found;
}

function returnFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  return edgesOf(step)
    .filter(({ way }) => way === "back")
    .flatMap(({ to, field }): Finding[] => {
      const target = stepNamed(pipeline, to);
      if (!target) return [];
      if (machines.includes(target.kind)) {
        return [finding("return-to-machine", id, field, { target: to, kind: target.kind })];
      }
      const earlier = to !== id && reachedFrom(pipeline, to, notBack).has(id);
      return earlier ? [] : [finding("return-not-earlier", id, field, { target: to })];
    });
}

/** Whoever is asked to clarify must be somebody who had the file before. */
function askingFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  const asked = "clarify" in step ? (step.clarify ?? []) : [];
  return asked.flatMap((target, index): Finding[] => {
    const field = `clarify.${index}`;
    const named = stepNamed(pipeline, target);
    if (!named) return [finding("target-unknown", id, field, { target })];
    if (seatsOf(named).length === 0) return [finding("asks-nobody", id, field, { target })];
    const earlier = target !== id && reachedFrom(pipeline, target, notBack).has(id);
    return earlier ? [] : [finding("asks-later-step", id, field, { target })];
  });
}

/** Taking a request back for good or letting it lapse ends it; a rejection never ends it as completed. */
function endingFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  return edgesOf(step)
    .filter(({ way }) => way === "aside")
    .flatMap(({ to, field }): Finding[] => {
      const target = stepNamed(pipeline, to);
      if (!target) return [];
      const ends = target.kind === "end" ? target.outcome : null;
      if (field === "withdraw" && ends !== "withdrawn") {
        return [finding("withdraw-not-to-end", id, field, { target: to })];
      }
      if (field === "lapse" && ends !== "lapsed") return [finding("lapse-not-to-end", id, field, { target: to })];
      return field === "on.reject" && ends === "completed"
        ? [finding("reject-completes", id, field, { target: to })]
        : [];
    });
}

/** One finding per circle, at its first step in the table. */
function circleFindings(pipeline: Pipeline): Finding[] {
  const among: Pipeline = {
    ...pipeline,
    steps: Object.fromEntries(stepsOf(pipeline).filter(([, step]) => isAutomatic(step))),
  };
  const told = new Set<StepId>();
  return stepsOf(among).flatMap(([id]) => {
    const ahead = after(among, id, agreeing);
    if (!ahead.has(id) || told.has(id)) return [];
    const circle = [...ahead].filter((one) => after(among, one, agreeing).has(id));
    circle.forEach((one) => told.add(one));
    return [finding("automatic-circle", id, "", { circle })];
  });
}
