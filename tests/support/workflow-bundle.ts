import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";

/** Once for the run: each worker that bundles for itself takes one to three seconds. */
export async function bundleWorkflows(folder: string): Promise<string> {
  const workflowsPath = join(projectRoot, "workflows/index.ts");
  const path = join(folder, "workflow-bundle.js");
  if (!existsSync(workflowsPath)) return path;
  const quiet = () => {};
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error, log: quiet };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger });
  writeFileSync(path, code);
  return path;
}
