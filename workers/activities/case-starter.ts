import { WorkflowExecutionAlreadyStartedError, type Client } from "@temporalio/client";
import type { CaseInput } from "../../domain/engine/case.ts";
import { caseWorkflowId, taskQueue, workflowTypes } from "../../workflows/messages.ts";
import { caseSearchAttributes } from "../../workflows/search-attributes.ts";

/** Starts a case under its business id; one that runs already, or has run, counts as started. */
export async function startCase(client: Client, input: CaseInput): Promise<void> {
  try {
    await client.workflow.start(workflowTypes.approvalCase, {
      taskQueue,
      workflowId: caseWorkflowId(input.caseId),
      workflowIdReusePolicy: "REJECT_DUPLICATE",
      typedSearchAttributes: caseSearchAttributes(input),
      args: [{ input }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
