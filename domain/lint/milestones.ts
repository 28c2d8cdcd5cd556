import type { Milestone, Pipeline } from "../engine/pipeline.ts";
import { stepsOf } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";

/** A campaign tells its members itself when the dossier froze them and when it is over, and hears these of members and dossiers. */
const toldByCampaigns: readonly Milestone[] = ["consolidated", "over"];
const heardByCampaigns: readonly Milestone[] = [
  "sent",
  "returned",
  "accepted",
  "consolidated",
  "frozen",
  "with-ubnd",
  "decided",
  "published",
];

export interface FindingIn {
  pipeline: string;
  finding: Finding;
}

/** Across the tables that work together: whoever waits is told by somebody, whoever tells is heard by somebody. */
export function lintMilestones(pipelines: readonly Pipeline[]): FindingIn[] {
  const all = pipelines.flatMap((pipeline) =>
    stepsOf(pipeline).map(([id, step]) => ({ pipeline: pipeline.id, id, step })),
  );
  const told = new Set([...toldByCampaigns, ...all.flatMap(({ step }) => step.milestone ?? [])]);
  const heard = new Set([
    ...heardByCampaigns,
    ...all.flatMap(({ step }) => (step.kind === "await" ? step.awaits : [])),
  ]);
  return all.flatMap(({ pipeline, id, step }) => {
    const found: Finding[] = [];
    if (step.kind === "await" && !told.has(step.awaits)) {
      found.push(finding("milestone-nobody-tells", id, "awaits", { milestone: step.awaits }));
    }
    if (step.milestone !== undefined && !heard.has(step.milestone)) {
      found.push(finding("milestone-nobody-hears", id, "milestone", { milestone: step.milestone }));
    }
    return found.map((one) => ({ pipeline, finding: one }));
  });
}
