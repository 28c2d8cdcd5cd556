import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { getCase } from "../../store/index.ts";
import { taskQueue, type workflowTypes } from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";
import { appears } from "./appears.ts";

interface Opener {
  type: (typeof workflowTypes)["openRequest" | "openCase"];
  workflowId: string;
  args: object;
}

/** Started once, however often it is asked for. */
export async function startOpener(deps: Deps, { type, workflowId, args }: Opener): Promise<void> {
  const { client } = deps.engine;
  try {
    await client.withDeadline(deps.clock() + deps.callDeadlineMs, () =>
      client.workflow.start(type, {
        taskQueue,
        workflowId,
        workflowIdReusePolicy: "REJECT_DUPLICATE",
        args: [args],
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    deps.log.warn({ err: error, workflowId }, "not opened");
    throw new ProblemError("engine-unavailable", {});
  }
}

/** Usually within a moment; without a worker it comes later, and its author finds it among their work. */
export const caseAppears = ({ db }: Deps, caseId: string): Promise<boolean> => appears(() => getCase(db, caseId));
