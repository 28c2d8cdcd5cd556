import { describe, expect, it } from "vitest";
import type { Pipeline, Step, StepId } from "../../../domain/engine/pipeline.ts";
import { differencesOf, stepsLost } from "../../../domain/pipelines/difference.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";

const withStep = (id: StepId, change: (step: Step) => Step): Pipeline => ({
  ...annualReport,
  steps: { ...annualReport.steps, [id]: change(annualReport.steps[id] as Step) },
});

describe("what a table changes", () => {
  it("is nothing against itself, whatever its version is called", () => {
    expect(differencesOf(annualReport, { ...annualReport, version: 7 })).toEqual([]);
  });

  it.each<[string, StepId, object, string]>([
    ["name", "review", { name: { vi: "Thẩm định", en: "Appraisal" } }, "name"],
    ["who", "review", { by: { party: "owner", roles: ["head"] } }, "who"],
    ["quorum", "review", { quorum: 2 }, "who"],
    ["term", "intake", { deadline: { by: { workingDays: 5 }, remind: [] } }, "term"],
    ["ways", "review", { on: { approve: "sign-off" } }, "ways"],
    ["skipping", "review", { skippable: true }, "marks"],
  ])("is named by what a reader asks about a step: %s", (_, step, change, aspect) => {
    const after = withStep(step, (old) => ({ ...old, ...change }));
    expect(differencesOf(annualReport, after)).toEqual([{ kind: "changed", step, aspects: [aspect] }]);
  });

  it("is told for steps that come and go, for the start and for the table's own name", () => {
    const { review, ...steps } = annualReport.steps;
    const after: Pipeline = {
      ...annualReport,
      name: { vi: "Báo cáo", en: "Report" },
      start: "sign-off",
      steps: { ...steps, check2: review as Step },
    };
    expect(differencesOf(annualReport, after)).toEqual([
      { kind: "renamed" },
      { kind: "start", before: "draft", after: "sign-off" },
      { kind: "added", step: "check2" },
      { kind: "removed", step: "review" },
    ]);
  });

  it("leaves cases at a step that is gone in need of another one; nobody waits at a branch or an end", () => {
    const { review: _review, check: _check, consolidated: _end, ...steps } = annualReport.steps;
    expect(stepsLost(annualReport, { ...annualReport, steps })).toEqual(["review"]);
  });
});
