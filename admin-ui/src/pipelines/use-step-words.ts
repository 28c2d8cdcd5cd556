import { useMemo } from "react";
import type { Pipeline, Step, StepId } from "../../../domain/engine/pipeline.ts";
import { deadlineOf } from "../../../domain/engine/steps.ts";
import { edgesOf } from "../../../domain/lint/edges.ts";
import { kindLabels } from "../../../domain/lint/labels.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { marksOf } from "./step-marks.ts";
import { termWords } from "./term-words.ts";
import { conditionWords, holderWords, stepName, type Tongue } from "./tongue.ts";
import { wayWords } from "./way-words.ts";

function whoWords(step: Step, tongue: Tongue): string[] {
  const { text } = tongue;
  if (step.kind === "task") return [text("pipelines.system")];
  if (step.kind === "opinions") {
    const asked = step.from.map(({ if: condition, ...holder }) => {
      const who = holderWords(holder, tongue);
      return condition ? text("pipelines.mark.if", { who, condition: conditionWords(condition, tongue) }) : who;
    });
    return [...asked, text("pipelines.mark.coordinated", { who: holderWords(step.by, tongue) })];
  }
  const who = "by" in step && step.by ? [holderWords(step.by, tongue)] : [];
  if (step.kind !== "decide" || step.quorum === undefined) return who;
  const { quorum, of } = step;
  return [...who, text(of === undefined ? "pipelines.mark.quorum" : "pipelines.mark.quorumOf", { quorum, of })];
}

export interface StepWords {
  name: string;
  kind: string;
  who: string[];
  term: string[];
  ways: string[];
  marks: string[];
}

function kindWords(step: Step, { text, label }: Tongue): string {
  const kind = label(kindLabels[step.kind]);
  return step.kind === "end" ? `${kind}: ${text(`pipelines.outcome.${step.outcome}`)}` : kind;
}

/** One step of a table, told; null where the table has no such step. */
export function wordsOf(table: Pipeline, id: StepId, tongue: Tongue): StepWords | null {
  const step = Object.hasOwn(table.steps, id) ? table.steps[id] : undefined;
  if (!step) return null;
  const deadline = deadlineOf(step);
  const ways = edgesOf(step).map((edge) =>
    tongue.text("pipelines.way.to", { what: wayWords(step, edge, tongue), step: stepName(table, edge.to, tongue) }),
  );
  return {
    name: stepName(table, id, tongue),
    kind: kindWords(step, tongue),
    who: whoWords(step, tongue),
    term: deadline ? termWords(deadline, tongue) : [],
    ways,
    marks: marksOf(table, step, tongue),
  };
}

export function useTongue(): Tongue {
  const text = useText();
  const label = useLabel();
  return useMemo(() => ({ text, label }), [text, label]);
}
