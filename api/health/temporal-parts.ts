import type { temporal } from "@temporalio/proto";
import { ScheduleNotFoundError } from "@temporalio/client";
import { annualReportScheduleId, taskQueue } from "../../workflows/messages.ts";
import { timeText } from "../clock-text.ts";
import type { Engine } from "../engine.ts";
import type { HealthTexts } from "../texts/index.ts";
import type { Finding } from "./check.ts";

const WORKFLOW_QUEUE = 1;
const ACTIVITY_QUEUE = 2;
const CALL_MS = 2000;
/** A poller asks again at least every minute; one that was silent for longer is gone. */
const POLLER_GONE_MS = 90_000;

type Queue = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;

const within = <T>(engine: Engine, ask: () => Promise<T>): Promise<T> =>
  engine.connection.withDeadline(Date.now() + CALL_MS, ask);

export async function checkServer(engine: Engine, words: HealthTexts): Promise<Finding> {
  await within(engine, () => engine.connection.workflowService.getSystemInfo({}));
  try {
    await within(engine, () => engine.connection.workflowService.describeNamespace({ namespace: engine.namespace }));
    return { status: "up", detail: words.up };
  } catch (error) {
    if (!(error instanceof Error) || !/not found/i.test(error.message)) throw error;
    return { status: "down", detail: words.namespaceMissing(engine.namespace) };
  }
}

async function describeQueue(engine: Engine, taskQueueType: number): Promise<Queue> {
  const { namespace, connection } = engine;
  return within(engine, () =>
    connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType,
      reportStats: true,
    }),
  );
}

const seconds = (value: { seconds?: unknown } | null | undefined): number => Number(value?.seconds ?? 0);

function livePollers(queue: Queue, now: number): { count: number; lastMs: number } {
  const times = (queue.pollers ?? []).map((poller) => seconds(poller.lastAccessTime) * 1000);
  const live = times.filter((at) => now - at < POLLER_GONE_MS);
  return { count: live.length, lastMs: Math.max(0, ...times) };
}

const bothQueues = (engine: Engine): Promise<[Queue, Queue]> =>
  Promise.all([describeQueue(engine, WORKFLOW_QUEUE), describeQueue(engine, ACTIVITY_QUEUE)]);

const backlogOf = (queue: Queue): number => Number(queue.stats?.approximateBacklogCount ?? 0);

export async function checkTaskQueue(engine: Engine, now: number, words: HealthTexts): Promise<Finding> {
  const [workflow, activity] = await bothQueues(engine);
  const counts = [workflow, activity].map((queue) => livePollers(queue, now).count);
  const [workflows = 0, activities = 0] = counts;
  const detail = words.pollers(workflows, activities, backlogOf(workflow) + backlogOf(activity));
  if (workflows === 0 && activities === 0) return { status: "down", detail: words.noPollers };
  return { status: workflows === 0 || activities === 0 ? "degraded" : "up", detail };
}

/** A live worker takes a task within moments, however much it then has to do. */
const TAKEN_WITHIN_SECONDS = 10;

/**
 * Whether work is taken, not whether somebody once asked for it: a poller that died keeps its place in the queue's own
 * list for minutes, but what waits grows old at once.
 */
export async function checkWorker(engine: Engine, now: number, words: HealthTexts): Promise<Finding> {
  const queues = await bothQueues(engine);
  const waits = Math.max(...queues.map(({ stats }) => seconds(stats?.approximateBacklogAge)));
  if (waits > TAKEN_WITHIN_SECONDS) return { status: "down", detail: words.workerBehind(waits) };
  const polls = queues.map((queue) => livePollers(queue, now));
  if (polls.every((poll) => poll.count === 0)) return { status: "down", detail: words.noPollers };
  const last = Math.max(...polls.map((poll) => poll.lastMs));
  return { status: "up", detail: words.workerUp(Math.max(0, Math.round((now - last) / 1000))) };
}

export async function checkSchedule(engine: Engine, words: HealthTexts): Promise<Finding> {
  try {
    const schedule = await within(engine, () => engine.client.schedule.getHandle(annualReportScheduleId).describe());
    if (schedule.state.paused) return { status: "degraded", detail: words.schedulePaused(schedule.state.note ?? "") };
    const [next] = schedule.info.nextActionTimes;
    return { status: "up", detail: words.scheduleUp(next ? timeText(next.getTime()) : null) };
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return { status: "down", detail: words.scheduleMissing };
    throw error;
  }
}
