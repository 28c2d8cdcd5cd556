import type { Condition, Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { beforeWriting, stepsOf, writersBefore } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";

/** Steps that read the content: it must have been written by then, with the sections they name. */
export const lintContent = (pipeline: Pipeline): Finding[] =>
  stepsOf(pipeline).flatMap(([id, step]) => [
    ...factFindings(pipeline, id, step),
    ...concernFindings(pipeline, id, step),
  ]);

function conditionsOf(step: Step): { condition: Condition; field: string }[] {
  if (step.kind === "branch") {
    return step.when.map((arm, index) => ({ condition: arm.if, field: `when.${index}.if` }));
  }
  if (step.kind !== "opinions") return [];
  return step.from.flatMap((asked, index) => (asked.if ? [{ condition: asked.if, field: `from.${index}.if` }] : []));
}

function factFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  const reads = conditionsOf(step).filter(({ condition }) => condition.of === "content");
  if (reads.length === 0 || !beforeWriting(pipeline).has(id)) return [];
  return reads.map(({ condition, field }) => finding("fact-too-early", id, field, { field: condition.field }));
}

/** A consolidation has no fixed sections: where one is read, any name may be right. */
function concernFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  const concerns = "concerns" in step ? (step.concerns ?? []) : [];
  const writers = writersBefore(pipeline, id).map(([, writer]) => writer);
  if (writers.some(({ kind }) => kind === "gather")) return [];
  const known = writers.flatMap((writer) => (writer.kind === "submit" ? writer.sections : []));
  return concerns.flatMap((section, index) =>
    known.includes(section) ? [] : [finding("concerns-unknown", id, `concerns.${index}`, { section })],
  );
}
