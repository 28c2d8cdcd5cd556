import type { Label, Pipeline, StepId } from "../engine/pipeline.ts";
import { stepsOf } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";

const languages = ["vi", "en"] as const;

/** Vietnamese is the official text, English complete; one step is told from another by its name. */
export function lintNames(pipeline: Pipeline): Finding[] {
  const steps = stepsOf(pipeline);
  return [
    ...labelFindings(null, pipeline.name),
    ...steps.flatMap(([id, step], index) => [
      ...labelFindings(id, step.name),
      ...(step.kind === "lines" && step.refers ? labelFindings(id, step.refers, "refers") : []),
      ...sharedWith(id, step.name, steps.slice(0, index)),
    ]),
  ];
}

const labelFindings = (step: StepId | null, name: Label, at = "name"): Finding[] =>
  languages.flatMap((language): Finding[] => {
    const text = name[language];
    const field = `${at}.${language}`;
    if (text.trim() === "") return [finding("name-missing", step, field, { language })];
    return text === text.normalize("NFC") ? [] : [finding("name-not-nfc", step, field, { language })];
  });

function sharedWith(id: StepId, name: Label, earlier: [StepId, { name: Label }][]): Finding[] {
  const other = earlier.find(([, step]) => step.name.vi === name.vi && name.vi.trim() !== "")?.[0];
  return other === undefined ? [] : [finding("name-shared", id, "name.vi", { other })];
}
