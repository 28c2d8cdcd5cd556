import type { CaseInput, Instant, Transition } from "../domain/engine/case.ts";
import { carriesMoney } from "../domain/funding/money-of-case.ts";
import type { Db } from "./db.ts";
import { EventConflict, FOREIGN_KEY, isSqlError, UnknownSubject } from "./defects.ts";
import { recordMoneyOf } from "./money-of-case.ts";
import { publishedTable } from "./pipelines.ts";
import { run, statement, type Queryable } from "./query.ts";
import { recordRow, type Recording } from "./record-row.ts";
import { advanceStatement, createStatement, migrateStatement } from "./record-statement.ts";
import type { CommandRow } from "./rows.ts";
import { within } from "./transaction.ts";

export interface TransitionToRecord {
  transition: Transition;
  now: Instant;
  /** Spares a look-up; without it a case that has no row yet cannot be recorded. */
  input?: CaseInput;
}

const inputStatement = statement(`SELECT "input" FROM "Case" WHERE "id" = $1`);

async function inputOf(db: Queryable, caseId: string): Promise<CaseInput> {
  const [row] = await run<{ input: CaseInput }>(db, inputStatement, caseId);
  if (!row) throw new UnknownSubject(caseId);
  return row.input;
}

/**
 * The input as it was when the event happened. A migration changes the table in it, and events may arrive in any order:
 * what is at hand may be older or newer than the event.
 */
async function inputFor(db: Queryable, { transition, input }: TransitionToRecord): Promise<CaseInput> {
  const { event, state } = transition;
  const known = input ?? (await inputOf(db, event.caseId));
  if (known.pipeline.version === state.pipelineVersion) return known;
  const pipeline = event.data.table ?? (await publishedTable(db, state.pipelineId, state.pipelineVersion));
  if (!pipeline) throw new Error(`no table ${state.pipelineId}@${state.pipelineVersion} for case ${event.caseId}`);
  return { ...known, pipeline };
}

/**
 * Records an event and what follows from it: case row, inbox, notices, content number, document number, and the
 * receipt of the command that made it. Idempotent on (caseId, seq), in any order (design.md §1.3). The receipt comes
 * back when this call settled it.
 */
export async function recordTransition(db: Queryable, given: TransitionToRecord): Promise<CommandRow | null> {
  const { transition, now } = given;
  const input = await inputFor(db, given);
  const recording = { transition, now, input };
  const write = (creates: boolean) =>
    carriesMoney(input) ? recordWithMoney(db, recording, creates) : record(db, recording, creates);
  if (transition.event.seq === 1) return write(true);
  try {
    return await write(false);
  } catch (error) {
    if (!isSqlError(error, FOREIGN_KEY, "CaseEvent_caseId_fkey")) throw error;
    const created = await write(true);
    // Whoever made the row meanwhile may have done so with the table of before.
    return transition.event.type === "migrated" ? ((await write(false)) ?? created) : created;
  }
}

/** Event and money stand or fall together, so an event that is here already has left its money behind. */
const recordWithMoney = (db: Queryable, recording: Recording, creates: boolean): Promise<CommandRow | null> =>
  within(db, async (tx) => {
    const { command, fresh } = await recordEvent(tx, recording, creates);
    if (fresh) await recordMoneyOf(tx, recording.input, recording.transition);
    return command;
  });

const record = async (db: Queryable, recording: Recording, creates: boolean): Promise<CommandRow | null> =>
  (await recordEvent(db, recording, creates)).command;

type Recorded = CommandRow & { recordedHash: string | null; fresh: boolean };

interface RecordedEvent {
  command: CommandRow | null;
  /** It was not here before. */
  fresh: boolean;
}

async function recordEvent(db: Queryable, recording: Recording, creates: boolean): Promise<RecordedEvent> {
  const { event } = recording.transition;
  const parameter = JSON.stringify(recordRow(recording, creates));
  const advances = event.type === "migrated" ? migrateStatement : advanceStatement;
  const attempt = () => run<Recorded>(db, creates ? createStatement : advances, parameter);
  let [recorded] = await attempt();
  // Someone else inserted the event after this statement had begun: neither saw nor wrote it. Now it can be seen,
  // unless what stood in the way is another event made by the same command.
  if (recorded?.recordedHash === null) [recorded] = await attempt();
  if (recorded?.recordedHash !== event.hash) throw new EventConflict(event.caseId, event.seq);
  const { recordedHash: _, fresh, ...command } = recorded;
  return { command: command.id === null ? null : command, fresh };
}

/** For the worker: events in the order in which they happened. Each is whole in itself, so a repeat after a crash is. */
export async function recordTransitions(
  db: Db,
  { input, transitions, now }: { input?: CaseInput; transitions: readonly Transition[]; now: Instant },
): Promise<void> {
  for (const transition of transitions) {
    await recordTransition(db.pool, { transition, now, ...(input && { input }) });
  }
}
