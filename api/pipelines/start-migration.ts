import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import type { Actor } from "../../domain/engine/case.ts";
import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { needsSecond, weigh, type Weighed } from "../../domain/migrate/index.ts";
import {
  chosenCases,
  confirmMigration,
  createMigration,
  getMigration,
  type MigrationRow,
  type NewMigration,
} from "../../store/index.ts";
import { migrationWorkflowId, taskQueue, workflowTypes, type MigrateCasesArgs } from "../../workflows/messages.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";
import { migrationStatus } from "./migration-view.ts";

/** The administrator's own post is what the record names. */
export function administrator(caller: Caller): Actor {
  const actor = actorsOf(caller).find(({ post }) => post.role === "admin");
  if (!actor) throw new ProblemError("not-allowed", { needs: "administer" });
  return actor;
}

export type Wanted = Omit<NewMigration, "twoPersons" | "items"> & {
  fromVersion: number | null;
  target: Pipeline;
  /** By case: the token of the preview. */
  tokens: ReadonlyMap<string, string>;
};

/** As many cases as are looked at together: each comes with its whole table. */
const AT_ONCE = 200;

/** Each chosen case against what was seen in its preview; one that is not there as it was is not sent. */
async function weighAll(deps: Deps, { tokens, target, order, now, ...wanted }: Wanted): Promise<Weighed[]> {
  const ids = [...tokens.keys()];
  const weighed = new Map(ids.map((caseId): [string, Weighed] => [caseId, { caseId, expected: null, gains: false }]));
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await chosenCases(deps.db, wanted, ids.slice(from, from + AT_ONCE));
    for (const { id, input, state } of rows) {
      const token = tokens.get(id) ?? "";
      weighed.set(id, weigh({ input, state, token }, { target, ...order }, now));
    }
  }
  return [...weighed.values()];
}

async function writeDown(deps: Deps, wanted: Wanted): Promise<MigrationRow> {
  const items = await weighAll(deps, wanted);
  return createMigration(deps.db, { ...wanted, items, twoPersons: needsSecond(items) });
}

/** Written down first, started second: a crash between the two is mended by sending the same again. */
export async function startMigration(deps: Deps, wanted: Wanted): Promise<MigrationRow> {
  const known = await getMigration(deps.db, wanted.id);
  const same = known?.pipelineId === wanted.pipelineId && known.toVersion === wanted.toVersion;
  if (known && !(same && known.actor.personId === wanted.actor.personId)) {
    throw new ProblemError("command-id-reused", {});
  }
  const row = known ?? (await writeDown(deps, wanted));
  if (migrationStatus(row) === "running") await startWorkflow(deps, row.id);
  return row;
}

/** The second administrator's word starts it; said twice, it is started once. */
export async function confirm(deps: Deps, row: MigrationRow, actor: Actor): Promise<MigrationRow> {
  if (row.actor.personId === actor.personId) throw new ProblemError("migration-own", {});
  const confirmed = await confirmMigration(deps.db, row.id, actor);
  if (!confirmed && row.confirmer?.personId !== actor.personId) throw new ProblemError("migration-over", {});
  await startWorkflow(deps, row.id);
  return (await getMigration(deps.db, row.id)) ?? row;
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
