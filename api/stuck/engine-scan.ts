import { WorkflowNotFoundError, type WorkflowExecutionDescription } from "@temporalio/client";
import { openCaseIds } from "../../store/index.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import type { StuckCause } from "../views/stuck-cause.ts";

export interface Failure {
  message: string;
  attempt: number;
  nextAttemptAt: number | null;
}

export interface Finding {
  caseId: string;
  cause: StuckCause;
  since: number;
  error: Failure | null;
}

export interface Scan {
  findings: Finding[];
  /** How many open cases this scan looked at, and whether there are more: then the next scan goes on from here. */
  checked: number;
  complete: boolean;
}

/** Two failed attempts are a hiccup; from the third on it needs a look. */
const FAILING_FROM = 3;
const AT_ONCE = 10;
export const SCAN_PAGE = 200;
const DESCRIBE_MS = 2000;

type Raw = WorkflowExecutionDescription["raw"];

const millis = (at: { seconds?: unknown; nanos?: number | null } | null | undefined): number | null =>
  at?.seconds === undefined || at.seconds === null ? null : Number(at.seconds) * 1000;

function failingActivity(raw: Raw, caseId: string, now: number): Finding[] {
  const activity = raw.pendingActivities?.find(
    ({ attempt, lastFailure }) => (attempt ?? 0) >= FAILING_FROM && lastFailure,
  );
  if (!activity) return [];
  let failure = activity.lastFailure;
  while (failure?.cause) failure = failure.cause;
  const error = {
    message: `${activity.activityType?.name ?? "activity"}: ${failure?.message ?? ""}`.slice(0, 500),
    attempt: activity.attempt ?? 0,
    nextAttemptAt: millis(activity.nextAttemptScheduleTime ?? activity.scheduledTime),
  };
  return [{ caseId, cause: "activity-failing", since: millis(activity.scheduledTime) ?? now, error }];
}

function failingTask(raw: Raw, caseId: string, now: number): Finding[] {
  const task = raw.pendingWorkflowTask;
  if (!task || (task.attempt ?? 0) < FAILING_FROM) return [];
  const error = {
    message: "workflow task failed",
    attempt: task.attempt ?? 0,
    nextAttemptAt: millis(task.scheduledTime),
  };
  return [{ caseId, cause: "workflow-task-failing", since: millis(task.originalScheduledTime) ?? now, error }];
}

const missing = (caseId: string, now: number, message: string): Finding => ({
  caseId,
  cause: "workflow-missing",
  since: now,
  error: { message, attempt: 1, nextAttemptAt: null },
});

async function lookAt({ engine, clock }: Deps, caseId: string): Promise<Finding[]> {
  const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
  const now = clock();
  try {
    const { status, raw } = await engine.client.withDeadline(Date.now() + DESCRIBE_MS, () => handle.describe());
    if (status.name !== "RUNNING" && status.name !== "PAUSED") {
      return [missing(caseId, now, `workflow is ${status.name}`)];
    }
    return [...failingActivity(raw, caseId, now), ...failingTask(raw, caseId, now)];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return [missing(caseId, now, reasonOf(error))];
    throw error;
  }
}

/** Asks the engine about a page of the cases that the database holds open: one call per case answers all its causes. */
export async function scanEngine(deps: Deps, after: string | null): Promise<Scan & { last: string | null }> {
  const ids = await openCaseIds(deps.db, after, SCAN_PAGE);
  const findings: Finding[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => lookAt(deps, id)));
    findings.push(...some.flat());
  }
  const complete = ids.length < SCAN_PAGE;
  return { findings, checked: ids.length, complete, last: complete ? null : (ids.at(-1) ?? null) };
}
