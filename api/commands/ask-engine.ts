import type { QueryDefinition, UpdateDefinition } from "@temporalio/common";
import {
  actOnCampaign,
  actOnCase,
  campaignCommandMemory,
  campaignWorkflowId,
  caseWorkflowId,
  commandMemory,
  type Remembered,
} from "../../workflows/messages.ts";
import type { Engine } from "../engine.ts";
import { outcomeOfError, type AnyTransition, type Outcome } from "./outcome.ts";

export type SubjectKind = "case" | "campaign";

interface Address {
  workflowId: string;
  update: UpdateDefinition<AnyTransition, [unknown]>;
  memory: QueryDefinition<Remembered<AnyTransition> | null, [string]>;
}

/** One way for both shapes: where they differ is which workflow is asked, and nothing else. */
export function addressOf(kind: SubjectKind, subjectId: string): Address {
  const address =
    kind === "case"
      ? { workflowId: caseWorkflowId(subjectId), update: actOnCase, memory: commandMemory }
      : { workflowId: campaignWorkflowId(subjectId), update: actOnCampaign, memory: campaignCommandMemory };
  return address;
}

interface Sending {
  kind: SubjectKind;
  subjectId: string;
  commandId: string;
  envelope: unknown;
  /** Instant after which the server must not take it any more. */
  deadline: number;
}

/** Sends a command; the same id again gets the same answer as long as the run lives. */
export async function sendToEngine(engine: Engine, sending: Sending): Promise<Outcome> {
  const { kind, subjectId, commandId, envelope, deadline } = sending;
  const { workflowId, update } = addressOf(kind, subjectId);
  try {
    const transition = await engine.client.withDeadline(deadline, () =>
      engine.client.workflow.getHandle(workflowId).executeUpdate(update, { updateId: commandId, args: [envelope] }),
    );
    engine.reach.answered();
    return { kind: "accepted", transition };
  } catch (error) {
    const outcome = outcomeOfError(error);
    if (outcome.kind === "no-answer") engine.reach.silent();
    else engine.reach.answered();
    return outcome;
  }
}

/** Asks for the outcome of an update id without sending anything. */
export async function inquire(
  engine: Engine,
  command: { kind: SubjectKind; subjectId: string; commandId: string },
  deadline: number,
): Promise<Outcome> {
  const { workflowId } = addressOf(command.kind, command.subjectId);
  const handle = engine.client.workflow.getHandle(workflowId);
  try {
    const transition = await engine.client.withDeadline(deadline, () =>
      handle.getUpdateHandle<AnyTransition>(command.commandId).result(),
    );
    return { kind: "accepted", transition };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** What the workflow itself remembers, across continue-as-new; null = it never carried this id out. */
export async function recall(
  engine: Engine,
  command: { kind: SubjectKind; subjectId: string; commandId: string },
  deadline: number,
): Promise<Remembered<AnyTransition> | null> {
  const { workflowId, memory } = addressOf(command.kind, command.subjectId);
  const handle = engine.client.workflow.getHandle(workflowId);
  return engine.client.withDeadline(deadline, () => handle.query(memory, command.commandId));
}

/** `missing`: the server has no such workflow at all. */
export async function workflowStatus(engine: Engine, workflowId: string, deadline: number): Promise<string> {
  const handle = engine.client.workflow.getHandle(workflowId);
  try {
    const { status } = await engine.client.withDeadline(deadline, () => handle.describe());
    return status.name;
  } catch (error) {
    if (outcomeOfError(error).kind === "unknown-there") return "missing";
    throw error;
  }
}
