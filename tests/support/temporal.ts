import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { ensureNamespace } from "../../scripts/stack/temporal-namespace.ts";
import { searchAttributes } from "../../workflows/search-attributes.ts";
import type {} from "./provided.ts";

export function temporalAddress(): string {
  return inject("temporal");
}

export function workflowBundlePath(): string {
  return inject("workflowBundle");
}

/** A namespace of its own keeps a test file's workflows, schedules and lists apart from all others. */
export async function createNamespace(name = `test-${randomUUID()}`): Promise<string> {
  await ensureNamespace(temporalAddress(), { name, retentionDays: 1, searchAttributes });
  return name;
}
