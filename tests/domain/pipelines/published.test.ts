import { describe, expect, it } from "vitest";
import { forwardTargets, hashOf, returnTargets, stepAt, straightWay, type Step } from "../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { inputOf } from "../engine/scenario.ts";

/** A published table is never edited: a changed hash here means that a new version is needed, not a new hash. */
const published: Record<string, string> = {
  "annual-report@2": "766bf9e27dd684fe93436cb7df87f9621d975bccd2e59a88809d1d14edf0ab2b",
  "consolidated-report@2": "9a0158409cd15271610c9756755aed1f0984231c1c7463bca67f43e4476ffe1b",
  "funding-request@1": "dca1bb9313fb93b8f09892bd5252d2fab93d258ee402ce3b0bb3e13608afde34",
  "funding-list@1": "008d63f36f70954099aff5f97c922b9b838e85484e093021ca7f91bee9088427",
};

const targetsOf = (step: Step): string[] => [
  ...forwardTargets(step),
  ...returnTargets(step),
  ...(step.kind === "decide" && step.on.reject ? [step.on.reject] : []),
  ...(step.kind === "submit" && step.withdraw ? [step.withdraw] : []),
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
