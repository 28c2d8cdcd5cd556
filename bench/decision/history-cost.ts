import type { Client } from "@temporalio/client";
import proto, { type temporal } from "@temporalio/proto";

const { HistoryEvent } = proto.temporal.api.history.v1;
const { EventType } = proto.temporal.api.enums.v1;

export interface HistoryCost {
  events: number;
  bytes: number;
  workflowTasks: number;
  /** Bytes by kind of event, largest first. */
  byType: [type: string, count: number, bytes: number][];
}

const nameOf = (type: temporal.api.enums.v1.EventType | null | undefined): string =>
  (EventType[type ?? 0] ?? "").replace("EVENT_TYPE_", "").toLowerCase();

/** What a workflow's history holds from event `after` on, as the server stores and a cold worker reads it. */
export async function historyCost(client: Client, workflowId: string, after = 0): Promise<HistoryCost> {
  const { events = [] } = await client.workflow.getHandle(workflowId).fetchHistory();
  const byType = new Map<string, [count: number, bytes: number]>();
  for (const event of (events ?? []).slice(after)) {
    const [count, bytes] = byType.get(nameOf(event.eventType)) ?? [0, 0];
    byType.set(nameOf(event.eventType), [count + 1, bytes + HistoryEvent.encode(event).finish().length]);
  }
  const rows = [...byType].map(([type, [count, bytes]]): [string, number, number] => [type, count, bytes]);
  return {
    events: rows.reduce((sum, [, count]) => sum + count, 0),
    bytes: rows.reduce((sum, [, , bytes]) => sum + bytes, 0),
    workflowTasks: byType.get("workflow_task_completed")?.[0] ?? 0,
    byType: rows.sort(([, , a], [, , b]) => b - a),
  };
}
