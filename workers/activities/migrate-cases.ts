import { ApplicationFailure } from "@temporalio/common";
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from "@temporalio/client";
import type { CaseCommand } from "../../domain/engine/command.ts";
import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import {
  claim,
  finishMigration,
  getCase,
  getMigration,
  migrationItems,
  pipelineVersion,
  settleAccepted,
  settleRefused,
  type Db,
  type MigrationItemRow,
  type MigrationRow,
} from "../../store/index.ts";
import { actOnCase, caseWorkflowId } from "../../workflows/messages.ts";
import type { ActivityDeps } from "./deps.ts";
import { inBatches } from "./in-batches.ts";

/** As long as the API gives a command (design.md §8); what is not known by then, the settler finds out. */
const CALL_DEADLINE_MS = 10_000;

interface Batch {
  migrationId: string;
  after: string | null;
  limit: number;
}

/** The next cases of a migration. Repeating it sends the same commands under the same ids. */
export async function migrateBatch(
  deps: ActivityDeps,
  { migrationId, after, limit }: Batch,
): Promise<{ next: string | null }> {
  const { db, now } = deps;
  const migration = await getMigration(db, migrationId);
  const target = migration && (await pipelineVersion(db, migration.pipelineId, migration.toVersion));
  if (!target) throw ApplicationFailure.nonRetryable(`migration ${migrationId} or its target is not there`);
  const page = await migrationItems(db, migrationId, { limit, ...(after !== null && { cursor: after }) });
  const open = page.items.filter(({ outcome, expected }) => outcome === null && expected !== null);
  await inBatches(open, (item) => migrateCase(deps, { migration, target: target.table, item }));
  if (page.next === null) await finishMigration(db, migrationId, now());
  return { next: page.next };
}

interface ToMigrate {
  migration: MigrationRow;
  target: Pipeline;
  item: MigrationItemRow;
}

async function commandFor(db: Db, { migration, target, item }: ToMigrate): Promise<CaseCommand | null> {
  const row = await getCase(db, item.caseId);
  const { commandId: id, expected } = item;
  if (!row || !expected) return null;
  const { order, actor, confirmer } = migration;
  const { renames, timers, reason } = order;
  // Whoever confirms acts; the record names both.
  const second = confirmer ? { proposedBy: actor.name } : {};
  const body = { verb: "migrate" as const, order: { target, renames, timers }, reason, ...second };
  return { id, actor: confirmer ?? actor, expected, body, knownSeq: row.knownSeq };
}

/** The write path of design.md §8, as the API walks it: claim, Update, settle. */
async function migrateCase(deps: ActivityDeps, wanted: ToMigrate): Promise<void> {
  const { db, now } = deps;
  const command = await commandFor(db, wanted);
  if (!command) return;
  const claimed = await claim(db, {
    id: command.id,
    subjectKind: "case",
    subjectId: wanted.item.caseId,
    verb: command.body.verb,
    personId: command.actor.personId,
    payloadHash: hashOf({ migrationId: wanted.migration.id, caseId: wanted.item.caseId }),
    envelope: command,
    now: now(),
  });
  if (claimed.kind !== "claimed" && (claimed.kind === "payload-differs" || claimed.command.outcome !== null)) return;
  await carryOut(deps, wanted.item.caseId, command);
}

async function hasEnded(db: Db, caseId: string): Promise<boolean> {
  const row = await getCase(db, caseId);
  return row !== null && row.outcome !== null;
}

async function carryOut({ db, client, now }: ActivityDeps, caseId: string, command: CaseCommand): Promise<void> {
  const { id: commandId } = command;
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));
  try {
    const transition = await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
      handle.executeUpdate(actOnCase, { updateId: commandId, args: [command] }),
    );
    await settleAccepted(db, { commandId, transition, now: now() });
  } catch (error) {
    const rejection = await rejectionOf(db, caseId, error);
    // Anything else leaves the outcome open: the settler asks for it, and the other cases go on.
    if (rejection) await settleRefused(db, { commandId, rejection, now: now() });
  }
}

/** A workflow that is not there has ended with its case, or is missing: then nothing is known, and it shows as stuck. */
async function rejectionOf(db: Db, caseId: string, error: unknown): Promise<unknown> {
  if (error instanceof WorkflowNotFoundError) return (await hasEnded(db, caseId)) ? { code: "case-closed" } : null;
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return null;
  const [rejection] = error.cause.details ?? [];
  return typeof rejection === "object" && rejection !== null && "code" in rejection ? rejection : null;
}
