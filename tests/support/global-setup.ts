import type { TestProject } from "vitest/node";
import type { ProvidedContext } from "vitest";
import type {} from "./provided.ts";
import { clearDeadRuns } from "../../scripts/stack/run-folder.ts";
import { runOf } from "./run.ts";

type Need = keyof ProvidedContext;

const needs: Record<string, readonly Need[]> = {
  workflows: ["postgres", "testServer", "workflowBundle"],
  store: ["postgres"],
  api: ["postgres", "temporal", "workflowBundle"],
  durability: ["postgres", "temporal", "workflowBundle"],
  ui: ["chromium"],
  e2e: ["postgres", "temporal", "workflowBundle", "chromium", "userInterface"],
  chaos: ["postgres", "workflowBundle"],
};

/** Called for each project that has tests to run; the projects of one run share what they need. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearDeadRuns();
  const run = runOf();
  for (const need of needs[project.name] ?? []) await provide(project, need);
  return () => run.stop();
}

async function provide<N extends Need>(project: TestProject, need: N): Promise<void> {
  project.provide(need, await runOf().obtain(need));
}
