import type { Client, HistoryAndWorkflowId } from "@temporalio/client";
import { Worker, type ReplayWorkerOptions } from "@temporalio/worker";
import { workflowTypes } from "../../workflows/messages.ts";
import { breakingEvent, type BreakingEvent } from "./breaking-event.ts";
import type { Departure } from "./departure.ts";
import { refold, type Rules } from "./refold.ts";
import type { History } from "./told.ts";

export interface Broken extends BreakingEvent {
  workflowId: string;
  message: string;
}

export interface Departed extends Departure {
  workflowId: string;
}

export interface Report {
  replayed: number;
  /** Ask something else of the server than they did. */
  broken: Broken[];
  /** Come to another event or state from the same commands. */
  departed: Departed[];
}

interface Replaying {
  client: Client;
  /** Path of the bundled working tree. */
  codePath: string;
  progress: (done: number, of: number) => void;
  rules?: Rules;
}

const types = Object.values(workflowTypes).map((type) => `"${type}"`);
const OPEN = `ExecutionStatus = "Running" AND WorkflowType IN (${types.join(", ")})`;

/** Takes the working tree through every open history of a running system; nothing there is touched. */
export async function replayOpen({ client, codePath, progress, rules }: Replaying): Promise<Report> {
  const options: ReplayWorkerOptions = { workflowBundle: { codePath } };
  const { count } = await client.workflow.count(OPEN);
  const report: Report = { replayed: 0, broken: [], departed: [] };
  const underWay = new Map<string, History>();
  async function* histories(): AsyncGenerator<HistoryAndWorkflowId> {
    const all = client.workflow.list({ query: OPEN }).intoHistories({ concurrency: 8, bufferLimit: 16 });
    for await (const one of all) {
      underWay.set(one.workflowId, one.history as History);
      yield one;
    }
  }
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories())) {
    const history = underWay.get(workflowId) ?? {};
    underWay.delete(workflowId);
    report.replayed += 1;
    if (error) report.broken.push(await explain(options, history, { workflowId, error }));
    const departure = refold(history, rules);
    if (departure) report.departed.push({ workflowId, ...departure });
    progress(report.replayed, Math.max(count, report.replayed));
  }
  return report;
}

async function explain(
  options: ReplayWorkerOptions,
  history: History,
  { workflowId, error }: { workflowId: string; error: Error },
): Promise<Broken> {
  const event = await breakingEvent(history, error.message, async (part) => {
    const attempt = Worker.runReplayHistory(options, part, workflowId);
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
