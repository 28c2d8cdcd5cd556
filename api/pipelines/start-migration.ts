import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import type { Actor } from "../../domain/engine/case.ts";
import { createMigration, getMigration, type MigrationRow, type NewMigration } from "../../store/index.ts";
import { migrationWorkflowId, taskQueue, workflowTypes, type MigrateCasesArgs } from "../../workflows/messages.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";

/** The administrator's own post is what the record names. */
export function administrator(caller: Caller): Actor {
  const actor = actorsOf(caller).find(({ post }) => post.role === "admin");
  if (!actor) throw new ProblemError("not-allowed", { needs: "administer" });
  return actor;
}

/** Written down first, started second: a crash between the two is mended by sending the same again. */
export async function startMigration(deps: Deps, wanted: NewMigration): Promise<MigrationRow> {
  const known = await getMigration(deps.db, wanted.id);
  const same = known?.pipelineId === wanted.pipelineId && known.toVersion === wanted.toVersion;
  if (known && !(same && known.actor.personId === wanted.actor.personId)) {
    throw new ProblemError("command-id-reused", {});
  }
  const row = known ?? (await createMigration(deps.db, wanted));
  if (row.finishedAt === null) await startWorkflow(deps, row.id);
  return row;
}

async function startWorkflow(deps: Deps, migrationId: string): Promise<void> {
  const { client } = deps.engine;
  try {
    await client.withDeadline(deps.clock() + deps.callDeadlineMs, () =>
      client.workflow.start(workflowTypes.migrateCases, {
        taskQueue,
        workflowId: migrationWorkflowId(migrationId),
        workflowIdReusePolicy: "REJECT_DUPLICATE",
        args: [{ migrationId } satisfies MigrateCasesArgs],
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    deps.log.warn({ err: error, migrationId }, "migration not started");
    throw new ProblemError("engine-unavailable", {});
  }
}
