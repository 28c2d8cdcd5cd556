import type { Pipeline } from "../engine/pipeline.ts";
import { lintContent } from "./content.ts";
import { lintDeadlines, type DeadlineOptions } from "./deadlines.ts";
import { stepsOf } from "./edges.ts";
import { finding, isError, type Finding } from "./finding.ts";
import { lintKinds } from "./kinds.ts";
import { lintNames } from "./names.ts";
import { lintPeople } from "./people.ts";
import { lintWays } from "./ways.ts";

export interface LintOptions extends DeadlineOptions {
  /** Work the system knows how to do; a `task` step names one of these. */
  tasks?: readonly string[];
}

/** Everything that can be said about a table without knowing who holds which post. Errors first. */
export function lintPipeline(pipeline: Pipeline, options: LintOptions = {}): Finding[] {
  const found = [
    ...lintWays(pipeline),
    ...lintPeople(pipeline),
    ...lintDeadlines(pipeline, options),
    ...lintKinds(pipeline),
    ...lintContent(pipeline),
    ...lintTasks(pipeline, options.tasks),
    ...lintNames(pipeline),
  ];
  return [...found.filter(isError), ...found.filter((one) => !isError(one))];
}

const lintTasks = (pipeline: Pipeline, known: readonly string[] | undefined): Finding[] =>
  stepsOf(pipeline).flatMap(([id, step]): Finding[] => {
    const unknown = known !== undefined && step.kind === "task" && !known.includes(step.run);
    return unknown ? [finding("task-unknown", id, "run", { task: step.run, known })] : [];
  });
