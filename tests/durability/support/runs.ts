import type { Client } from "@temporalio/client";
import type { temporal } from "@temporalio/proto";

type History = temporal.api.history.v1.IHistory;

export interface Run {
  runId: string;
  events: number;
  /** Updates that this run carried out. */
  updates: number;
  /** Bytes of what was handed to it. */
  inputBytes: number;
}

const describe = (runId: string, { events }: History): Run => {
  const started = events?.[0]?.workflowExecutionStartedEventAttributes;
  const payloads = started?.input?.payloads ?? [];
  return {
    runId,
    events: events?.length ?? 0,
    updates: events?.filter((event) => event.workflowExecutionUpdateCompletedEventAttributes).length ?? 0,
    inputBytes: payloads.reduce((sum, { data }) => sum + (data?.length ?? 0), 0),
  };
};

/** All runs of a workflow, the first one first: it continues as new, so each names the one before. */
export async function runsOf(client: Client, workflowId: string): Promise<Run[]> {
  const runs: Run[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId;
  while (runId) {
    const history: History = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.unshift(describe(runId, history));
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  }
  return runs;
}
