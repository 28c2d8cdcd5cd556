import type { CaseInput, PostRef } from "../engine/case.ts";
import { postsOfHolder, samePost } from "../engine/holders.ts";
import type { Pipeline } from "../engine/pipeline.ts";
import { stepAt } from "../engine/steps.ts";

/** Consolidation needs a campaign's members, which a case that is opened by itself does not have. */
const standsAlone = ({ steps }: Pipeline): boolean => Object.values(steps).every(({ kind }) => kind !== "gather");

/** Of published tables the latest of each pipeline; those that ship are opened by their cycles and rounds. */
export function startable(tables: Iterable<Pipeline>, shipped: readonly Pipeline[]): Pipeline[] {
  const latest = new Map<string, Pipeline>();
  for (const table of tables) if ((latest.get(table.id)?.version ?? 0) < table.version) latest.set(table.id, table);
  return [...latest.values()].filter(({ id }) => shipped.every((one) => one.id !== id));
}

/** Whether a post drafts in this pipeline, where these units sit. */
export function mayStart(pipeline: Pipeline, parties: CaseInput["parties"], post: PostRef): boolean {
  const input = { pipeline, parties } as CaseInput;
  const step = stepAt(input, pipeline.start);
  if (step.kind !== "submit" || !standsAlone(pipeline)) return false;
  return postsOfHolder(input, step.by).some((author) => samePost(author, post));
}
