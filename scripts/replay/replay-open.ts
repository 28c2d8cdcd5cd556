import type { Client, HistoryAndWorkflowId } from "@temporalio/client";
import { Worker, type ReplayWorkerOptions } from "@temporalio/worker";
import { workflowTypes } from "../../workflows/messages.ts";
import { breakingEvent, type BreakingEvent } from "./breaking-event.ts";

export interface Broken extends BreakingEvent {
  workflowId: string;
  message: string;
}

export interface Report {
  replayed: number;
  broken: Broken[];
}

interface Replaying {
  client: Client;
  /** Path of the bundled working tree. */
  codePath: string;
  progress: (done: number, of: number) => void;
}

const types = Object.values(workflowTypes).map((type) => `"${type}"`);
const OPEN = `ExecutionStatus = "Running" AND WorkflowType IN (${types.join(", ")})`;

/** Takes the working tree through every open history of a running system; nothing there is touched. */
export async function replayOpen({ client, codePath, progress }: Replaying): Promise<Report> {
  const options: ReplayWorkerOptions = { workflowBundle: { codePath } };
  const { count } = await client.workflow.count(OPEN);
  const report: Report = { replayed: 0, broken: [] };
  let current: HistoryAndWorkflowId | null = null;
  async function* histories(): AsyncGenerator<HistoryAndWorkflowId> {
    const all = client.workflow.list({ query: OPEN }).intoHistories({ concurrency: 8, bufferLimit: 16 });
    for await (const one of all) yield (current = one);
  }
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories())) {
    report.replayed += 1;
    if (error) report.broken.push(await explain(options, current, { workflowId, error }));
    progress(report.replayed, Math.max(count, report.replayed));
  }
  return report;
}

async function explain(
  options: ReplayWorkerOptions,
  current: HistoryAndWorkflowId | null,
  { workflowId, error }: { workflowId: string; error: Error },
): Promise<Broken> {
  const event = await breakingEvent(current?.history ?? {}, error.message, async (history) => {
    const attempt = Worker.runReplayHistory(options, history, workflowId);
    return attempt.then(
      () => true,
      () => false,
    );
  });
  const { message } = error;
  // The rest of the sentence is the worker's own data structure.
  const [, told] = /message: "(.*?)", source:/.exec(message) ?? [];
  return { workflowId, message: told ?? message, ...event };
}
