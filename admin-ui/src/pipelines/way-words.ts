import { verbLabel } from "../../../domain/engine/labels.ts";
import type { Verb } from "../../../domain/engine/command.ts";
import type { Step } from "../../../domain/engine/pipeline.ts";
import type { Edge } from "../../../domain/lint/edges.ts";
import { conditionWords, type Tongue } from "./tongue.ts";

const ofLines: Record<string, "done" | "higher" | "clarify"> = {
  "on.done": "done",
  "on.higher": "higher",
  "on.clarify": "clarify",
};
const asideVerbs: Record<string, Verb> = { "on.reject": "reject", withdraw: "withdraw" };
const onwardVerbs: Partial<Record<Step["kind"], Verb>> = {
  submit: "submit",
  decide: "approve",
  sign: "approve",
  issue: "issue",
  gather: "freeze",
};

const verbOf = (step: Step, { field, way }: Pick<Edge, "field" | "way">): Verb | undefined =>
  way === "back" ? "return" : (asideVerbs[field] ?? onwardVerbs[step.kind]);

/** What makes a case take this way. */
export function wayWords(step: Step, edge: Pick<Edge, "field" | "way">, tongue: Tongue): string {
  const { text, label } = tongue;
  const line = ofLines[edge.field];
  if (line) return text(`pipelines.way.${line}`);
  const verb = verbOf(step, edge);
  if (verb) return label(verbLabel(step, verb)).toLocaleLowerCase();
  if (step.kind === "branch") {
    const arm = step.when[Number(/^when\.(\d+)\./.exec(edge.field)?.[1] ?? -1)];
    return arm ? conditionWords(arm.if, tongue) : text("pipelines.way.otherwise");
  }
  if (step.kind === "await") {
    return text("pipelines.way.await", { milestone: text(`pipelines.milestone.${step.awaits}`) });
  }
  return text(step.kind === "opinions" ? "pipelines.way.opinions" : "pipelines.way.task");
}
