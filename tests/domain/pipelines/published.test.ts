import { describe, expect, it } from "vitest";
import { forwardTargets, hashOf, returnTargets, stepAt, straightWay, type Step } from "../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { inputOf } from "../engine/scenario.ts";

/** A published table is never edited: a changed hash here means that a new version is needed, not a new hash. */
const published: Record<string, string> = {
  "annual-report@2": "766bf9e27dd684fe93436cb7df87f9621d975bccd2e59a88809d1d14edf0ab2b",
  "consolidated-report@2": "d3d41c7db2f59c03d530ddafdc2f8312b78cead608f489722e6f8a429041b132",
  "funding-request@2": "c8e859788513191d200a93828105558c3d92a41d7a76706aec92c000d2729219",
  "funding-list@2": "956f1a79dfcd7c7cb27257947d58472aeef30cffaea0ef808b32d73aae6a3db1",
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
