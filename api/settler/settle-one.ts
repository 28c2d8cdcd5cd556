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

type SettlerDeps = Pick<Deps, "db" | "engine" | "clock" | "log" | "callDeadlineMs">;

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

async function giveUpOrWait(deps: SettlerDeps, command: CommandRow): Promise<boolean> {
  const now = deps.clock();
  const { id: commandId, lastAttemptAt } = command;
  if (now - lastAttemptAt < GIVE_UP_AFTER_CALLS * deps.callDeadlineMs) return false;
  const row = await settleNotCarriedOut(deps.db, { commandId, lastAttemptAt, now });
  return row?.outcome !== null;
}

/** Never sends anything. True when the command is settled now. */
export async function settleOne(deps: SettlerDeps, command: CommandRow): Promise<boolean> {
  const subject = { kind: command.subjectKind, subjectId: command.subjectId, commandId: command.id };
  try {
    const outcome = await outcomeOf(deps, subject);
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
