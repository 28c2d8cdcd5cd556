import { WorkflowNotFoundError, type WorkflowExecutionDescription } from "@temporalio/client";
import { campaignWorkflowId, caseWorkflowId } from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import type { Finding, Subject } from "./finding.ts";

/** Two failed attempts are a hiccup; from the third on it needs a look. */
const FAILING_FROM = 3;
const DESCRIBE_MS = 2000;
const EVENTS_BACK = 20;

type Raw = WorkflowExecutionDescription["raw"];
type Failed = Omit<Finding, "subject">;

/** An opener's id is its workflow's: only the Schedule that started it knows how it was made. */
export const workflowIdOf = ({ kind, id }: Subject): string =>
  kind === "case" ? caseWorkflowId(id) : kind === "campaign" ? campaignWorkflowId(id) : id;

const millis = (at: { seconds?: unknown } | null | undefined): number | null =>
  at?.seconds === undefined || at.seconds === null ? null : Number(at.seconds) * 1000;

interface Cause {
  message?: string | null;
  cause?: Cause | null;
}

/** The innermost failure says what is wrong; the outer ones only who noticed. */
function messageOf(failure: Cause | null | undefined): string {
  let inner = failure;
  while (inner?.cause) inner = inner.cause;
  return inner?.message ?? "";
}

function failingActivity({ pendingActivities }: Raw, now: number): Failed[] {
  const activity = pendingActivities?.find(({ attempt, lastFailure }) => (attempt ?? 0) >= FAILING_FROM && lastFailure);
  if (!activity) return [];
  const error = {
    message: `${activity.activityType?.name ?? "activity"}: ${messageOf(activity.lastFailure)}`.slice(0, 500),
    attempt: activity.attempt ?? 0,
    nextAttemptAt: millis(activity.nextAttemptScheduleTime ?? activity.scheduledTime),
  };
  return [{ cause: "activity-failing", since: millis(activity.scheduledTime) ?? now, error }];
}

/** Only the first of a row of failures is written into the history, and only there is its reason. */
async function taskFailure({ engine }: Deps, workflowId: string): Promise<string> {
  const { history } = await engine.connection.withDeadline(Date.now() + DESCRIBE_MS, () =>
    engine.connection.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: engine.namespace,
      execution: { workflowId },
      maximumPageSize: EVENTS_BACK,
    }),
  );
  const failed = history?.events?.find((event) => event.workflowTaskFailedEventAttributes);
  return messageOf(failed?.workflowTaskFailedEventAttributes?.failure);
}

async function failingTask(deps: Deps, raw: Raw, workflowId: string): Promise<Failed[]> {
  const task = raw.pendingWorkflowTask;
  if (!task || (task.attempt ?? 0) < FAILING_FROM) return [];
  const message = `workflow task: ${await taskFailure(deps, workflowId)}`.slice(0, 500);
  const error = { message, attempt: task.attempt ?? 0, nextAttemptAt: millis(task.scheduledTime) };
  return [{ cause: "workflow-task-failing", since: millis(task.originalScheduledTime) ?? deps.clock(), error }];
}

const missing = (now: number, message: string): Failed => ({
  cause: "workflow-missing",
  since: now,
  error: { message, attempt: 1, nextAttemptAt: null },
});

/** What is wrong with the workflow of something that is held open: one call answers every cause. */
export async function workflowFailures(deps: Deps, subject: Subject): Promise<Finding[]> {
  const workflowId = workflowIdOf(subject);
  const found = await failuresOf(deps, workflowId);
  return found.map((failed) => ({ subject, ...failed }));
}

async function failuresOf(deps: Deps, workflowId: string): Promise<Failed[]> {
  const { engine, clock } = deps;
  const handle = engine.client.workflow.getHandle(workflowId);
  try {
    const { status, raw } = await engine.client.withDeadline(Date.now() + DESCRIBE_MS, () => handle.describe());
    if (status.name !== "RUNNING" && status.name !== "PAUSED") return [missing(clock(), `workflow is ${status.name}`)];
    return [...failingActivity(raw, clock()), ...(await failingTask(deps, raw, workflowId))];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return [missing(clock(), reasonOf(error))];
    throw error;
  }
}
