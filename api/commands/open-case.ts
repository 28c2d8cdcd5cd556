import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { mayStart, shippedPipelines, startable } from "../../domain/pipelines/index.ts";
import { standingParties } from "../../store/index.ts";
import { caseOpenerId, workflowTypes, type OpenCaseArgs } from "../../workflows/messages.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";
import { caseAppears, startOpener } from "./start-opener.ts";

export interface CaseStart {
  table: Pipeline;
  unit: string;
}

/** In which pipelines the caller's own posts draft, each for its own unit. */
export async function startsOf({ directory }: Deps, { posts }: Caller): Promise<CaseStart[]> {
  const tables = startable((await directory.tables()).values(), shippedPipelines);
  const units = [...new Set(posts.map(({ unit }) => unit))];
  return tables.flatMap((table) =>
    units
      .filter((unit) => posts.some((post) => post.unit === unit && mayStart(table, standingParties(unit), post)))
      .map((unit) => ({ table, unit })),
  );
}

export type NewCase = Omit<OpenCaseArgs, "at" | "caseId"> & { id: string };

export async function openCase(deps: Deps, caller: Caller, { id, ...wanted }: NewCase) {
  const { pipelineId, unit } = wanted;
  const permitted = (await startsOf(deps, caller)).some(
    (start) => start.table.id === pipelineId && start.unit === unit,
  );
  if (!permitted) throw new ProblemError("case-not-yours-to-start", { pipeline: pipelineId });
  const caseId = `${pipelineId}-${id}`;
  const args: OpenCaseArgs = { ...wanted, caseId, at: deps.clock() };
  await startOpener(deps, { type: workflowTypes.openCase, workflowId: caseOpenerId(caseId), args });
  return { caseId, ready: await caseAppears(deps, caseId) };
}
