import { noteSettleFailure, settleNotCarriedOut, type CommandRow } from "../../store/index.ts";
import { inquire, recall } from "../commands/ask-engine.ts";
import type { Outcome } from "../commands/outcome.ts";
import { settleOutcome } from "../commands/settle.ts";
import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import { outcomeOfError } from "../commands/outcome.ts";

/** After so many call deadlines no attempt to send can still be under way (design.md §8.5). */
const GIVE_UP_AFTER_CALLS = 3;
const ASK_DEADLINE_MS = 5_000;

export type SettlerDeps = Pick<Deps, "db" | "engine" | "clock" | "log" | "callDeadlineMs">;

/** What the workflow remembers, when the server does not know the update id. */
async function askMemory(deps: SettlerDeps, subject: Subject): Promise<Outcome> {
  try {
    const memory = await recall(deps.engine, subject, deps.clock() + ASK_DEADLINE_MS);
    return memory ? { kind: "recorded" } : { kind: "unknown-there" };
  } catch (error) {
    return outcomeOfError(error);
  }
}

interface Subject {
  kind: CommandRow["subjectKind"];
  subjectId: string;
  commandId: string;
}

async function outcomeOf(deps: SettlerDeps, subject: Subject): Promise<Outcome> {
  const told = await inquire(deps.engine, subject, deps.clock() + ASK_DEADLINE_MS);
  return told.kind === "unknown-there" ? askMemory(deps, subject) : told;
}

const isOver = (deps: SettlerDeps, { lastAttemptAt }: CommandRow): boolean =>
  deps.clock() - lastAttemptAt >= GIVE_UP_AFTER_CALLS * deps.callDeadlineMs;

async function giveUpOrWait(deps: SettlerDeps, command: CommandRow): Promise<boolean> {
  if (!isOver(deps, command)) return false;
  const { id: commandId, lastAttemptAt } = command;
  const row = await settleNotCarriedOut(deps.db, { commandId, lastAttemptAt, now: deps.clock() });
  return row.outcome !== null;
}

/** A command, and what is known of it. */
export interface Look {
  command: CommandRow;
  subject: Subject;
  outcome: Outcome;
}

/** Asks; never sends anything. */
export async function lookAt(deps: SettlerDeps, command: CommandRow): Promise<Look> {
  const subject = { kind: command.subjectKind, subjectId: command.subjectId, commandId: command.id };
  return { command, subject, outcome: await outcomeOf(deps, subject) };
}

/** Unknown to the engine, and no attempt to send it can be under way any more. */
export const seemsLost = (deps: SettlerDeps, { command, outcome }: Look): boolean =>
  outcome.kind === "unknown-there" && isOver(deps, command);

/** True when the command is settled now. */
export async function settleLook(deps: SettlerDeps, { command, subject, outcome }: Look): Promise<boolean> {
  try {
    if (outcome.kind === "unknown-there") return await giveUpOrWait(deps, command);
    const now = deps.clock();
    const settled = await settleOutcome({ ...deps, now, deadline: now + ASK_DEADLINE_MS }, subject, outcome);
    if (settled) return true;
    const error =
      outcome.kind === "no-answer" ? outcome.error : "carried out, but neither engine nor database shows it";
    await noteSettleFailure(deps.db, { commandId: command.id, error, now: deps.clock() });
    return false;
  } catch (error) {
    deps.log.warn({ err: error, commandId: command.id }, "settling failed");
    // With the database gone the note cannot be written either; the next round tries again.
    await noteSettleFailure(deps.db, { commandId: command.id, error: reasonOf(error), now: deps.clock() }).catch(
      () => undefined,
    );
    return false;
  }
}
