import { checkPipelinesAgainstDirectory } from "../../store/pipeline-findings.ts";
import type { Activities } from "../../workflows/activities.ts";
import type { ActivityDeps } from "./deps.ts";
import { migrateBatch } from "./migrate-cases.ts";

export const pipelineActivities = (deps: ActivityDeps): Pick<Activities, "checkPipelines" | "migrateBatch"> => ({
  checkPipelines: () => checkPipelinesAgainstDirectory(deps.db, deps.now()),
  migrateBatch: (batch) => migrateBatch(deps, batch),
});
