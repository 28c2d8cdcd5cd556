import { TestWorkflowEnvironment } from "@temporalio/testing";
import { inject } from "vitest";
import { searchAttributes } from "../../workflows/search-attributes.ts";
import { addSearchAttributes } from "../../scripts/stack/temporal-namespace.ts";
import type {} from "./provided.ts";

/**
 * Time is one for the whole server and jumps for everybody: one environment for a test file, its tests in sequence.
 * The server knows no schedules, no lists and no reset.
 */
export async function createTimeSkippingEnv(): Promise<TestWorkflowEnvironment> {
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: inject("testServer") },
  });
  await addSearchAttributes(environment.connection, environment.namespace ?? "default", searchAttributes);
  return environment;
}
