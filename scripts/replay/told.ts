import { defaultPayloadConverter } from "@temporalio/common";
import type { temporal } from "@temporalio/proto";

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

/** What was handed to the server as the first of some values. */
export function firstOf(payloads: temporal.api.common.v1.IPayloads | null | undefined): unknown {
  const [payload] = payloads?.payloads ?? [];
  return payload ? defaultPayloadConverter.fromPayload(payload) : undefined;
}

/** A transition, and the command that made it where a person did. */
export interface Told<T, C> {
  transition: T;
  command: C | null;
}

interface Names {
  /** Update that people's commands come by. */
  update: string;
  /** Activity by which the workflow records what it did by itself. */
  activity: string;
}

/**
 * What a workflow did in one run, by its own answers and by what it recorded, in order. Replay compares what a workflow
 * asks of the server, and does not see that an answer has become another one.
 */
export function toldIn<T extends { event: { seq: number } }, C>({ events }: History, names: Names): Told<T, C>[] {
  const commands = new Map<string, C>();
  const told = new Map<number, Told<T, C>>();
  const add = (transition: T, command: C | null): void => {
    if (command || !told.has(transition.event.seq)) told.set(transition.event.seq, { transition, command });
  };
  for (const event of events ?? []) {
    takeCommand(event, names.update, commands);
    const { id, transition } = answerIn<T>(event);
    const command = commands.get(id);
    if (command && transition) add(transition, command);
    for (const recorded of recordedIn<T>(event, names.activity)) add(recorded, null);
  }
  return [...told.values()].sort((a, b) => a.transition.event.seq - b.transition.event.seq);
}

function takeCommand<C>(event: Event, update: string, commands: Map<string, C>): void {
  const { input, meta } = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest ?? {};
  if (input?.name === update && meta?.updateId) commands.set(meta.updateId, firstOf(input.args) as C);
}

function answerIn<T>(event: Event): { id: string; transition: T | null } {
  const { meta, outcome } = event.workflowExecutionUpdateCompletedEventAttributes ?? {};
  const success = outcome?.success;
  return { id: meta?.updateId ?? "", transition: success ? (firstOf(success) as T) : null };
}

function recordedIn<T>(event: Event, activity: string): T[] {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType?.name !== activity) return [];
  return (firstOf(scheduled.input) as { transitions: T[] }).transitions;
}
