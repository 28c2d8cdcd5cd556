import { isGrpcDeadlineError, WithStartWorkflowOperation } from "@temporalio/client";
import {
  calendarSaved,
  calendarWorkflowId,
  taskQueue,
  workflowTypes,
  type CalendarRequest,
  type CalendarSaved,
} from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";

type ChangeCalendar = (run: { request: CalendarRequest }) => Promise<CalendarSaved>;

/** A repeat finds the running workflow, or starts one that finds its edit saved: one edit, one serial. */
const starting = (request: CalendarRequest): WithStartWorkflowOperation<ChangeCalendar> =>
  new WithStartWorkflowOperation<ChangeCalendar>(workflowTypes.changeCalendar, {
    taskQueue,
    workflowId: calendarWorkflowId(request.id),
    workflowIdConflictPolicy: "USE_EXISTING",
    args: [{ request }],
  });

/** Saves and tells; null while no worker has answered: the edit is with the engine and will be saved or refused. */
export async function sendCalendarChange(deps: Deps, request: CalendarRequest): Promise<number | null> {
  const { client } = deps.engine;
  const startWorkflowOperation = starting(request);
  try {
    const saved = await client.withDeadline(Date.now() + deps.callDeadlineMs, () =>
      client.workflow.executeUpdateWithStart(calendarSaved, { startWorkflowOperation }),
    );
    if (saved.serial === null) throw new ProblemError("calendar-moved-on", {});
    return saved.serial;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (await isWithEngine(deps, request.id)) return null;
    deps.log.warn({ err: error, late: isGrpcDeadlineError(error) }, "calendar change not sent");
    throw new ProblemError("engine-unavailable", {});
  }
}

/** Started but not answered in time is not the same as never sent. */
async function isWithEngine({ engine }: Deps, requestId: string): Promise<boolean> {
  try {
    await engine.client.withDeadline(Date.now() + 2_000, () =>
      engine.client.workflow.getHandle(calendarWorkflowId(requestId)).describe(),
    );
    return true;
  } catch {
    // Unknown to the engine, or no engine: either way nothing can be promised.
    return false;
  }
}
