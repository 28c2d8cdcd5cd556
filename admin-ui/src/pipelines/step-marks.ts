import type { Pipeline, Step } from "../../../domain/engine/pipeline.ts";
import { stepName, type Tongue } from "./tongue.ts";

const ceilings = { stop: "stop", warn: "warn", "higher-signature": "higher" } as const;

function ofKind(step: Step, { text }: Tongue): string[] {
  switch (step.kind) {
    case "submit":
      return step.sections.length > 0 ? [text("pipelines.mark.sections", { sections: step.sections.join(", ") })] : [];
    case "issue":
      return [text("pipelines.mark.series", { series: step.series })];
    case "lines":
      return [text(`pipelines.mark.${ceilings[step.ceiling]}`)];
    case "gather":
      return [text("pipelines.mark.minimum", { percent: step.minimumPercent })];
    case "task":
      return [text("pipelines.mark.run", { run: step.run })];
    case "opinions":
      return [
        ...(step.amounts ? [text("pipelines.mark.amounts")] : []),
        ...(step.noReply === "counts-as-no-objection" ? [text("pipelines.mark.noReply")] : []),
      ];
    case "sign": {
      const forms = [...new Set(Object.values(step.marks).flat())].filter((form) => form !== "own");
      return forms.length > 0 ? [text("pipelines.mark.forms", { forms: forms.join(", ") })] : [];
    }
    default:
      return [];
  }
}

/** What a step says beyond who, when and where to. */
export function marksOf(table: Pipeline, step: Step, tongue: Tongue): string[] {
  const { text } = tongue;
  const steps = "clarify" in step ? (step.clarify ?? []).map((id) => stepName(table, id, tongue)).join(", ") : "";
  const survives = "survives" in step ? step.survives : undefined;
  return [
    ...ofKind(step, tongue),
    ...(steps === "" ? [] : [text("pipelines.mark.clarify", { steps })]),
    ...(survives ? [text(`pipelines.mark.${survives === "same-content" ? "sameContent" : "contentChange"}`)] : []),
    ...("skippable" in step && step.skippable ? [text("pipelines.mark.skippable")] : []),
    ...(step.milestone
      ? [text("pipelines.mark.tells", { milestone: text(`pipelines.milestone.${step.milestone}`) })]
      : []),
    ...(step.fulfilsDuty ? [text("pipelines.mark.duty")] : []),
  ];
}
