import { describe, expect, it } from "vitest";
import { forwardTargets, hashOf, returnTargets, stepAt, straightWay, type Step } from "../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { inputOf } from "../engine/scenario.ts";

/** A published table is never edited: a changed hash here means that a new version is needed, not a new hash. */
const published: Record<string, string> = {
  "annual-report@2": "766bf9e27dd684fe93436cb7df87f9621d975bccd2e59a88809d1d14edf0ab2b",
  "consolidated-report@2": "9a0158409cd15271610c9756755aed1f0984231c1c7463bca67f43e4476ffe1b",
  "funding-request@2": "cd8aa102ace3e19c736b8b80e9410127a63c05f1bed28fa707477675419f5be4",
  "funding-list@2": "a602bdb632c5d63aa87ed69a9dd8207f010ab0356351a8192f0e8789ee1c6213",
};

const targetsOf = (step: Step): string[] => [
  ...forwardTargets(step),
  ...returnTargets(step),
  ...(step.kind === "decide" && step.on.reject ? [step.on.reject] : []),
  ...(step.kind === "submit" && step.withdraw ? [step.withdraw] : []),
  ...(step.retract ? [step.retract.to] : []),
  ...(step.lapse === undefined ? [] : [step.lapse]),
];

describe.each(shippedPipelines.map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
  "%s",
  (name, pipeline) => {
    it("has not been edited since it was published", () => {
      expect(hashOf(pipeline)).toBe(published[name]);
    });

    it("leads only to steps it has, reaches all of them, and ends", () => {
      const input = inputOf(pipeline);
      const reached = new Set([pipeline.start]);
      for (const id of reached) for (const target of targetsOf(stepAt(input, id))) reached.add(target);
      expect([...reached].sort()).toEqual(Object.keys(pipeline.steps).sort());
      expect(stepAt(input, straightWay(input).at(-1)!).kind).toBe("end");
    });

    it("survives a round trip through JSON, as it travels in the case's input", () => {
      expect(JSON.parse(JSON.stringify(pipeline))).toEqual(pipeline);
    });
  },
);
