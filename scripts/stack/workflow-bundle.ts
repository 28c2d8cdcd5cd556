import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import { fingerprint } from "./fingerprint.ts";
import { forgetOldest } from "./forget-oldest.ts";

/** Once for each state of the sources: a worker that bundles for itself is one to three seconds later. */
export async function bundleWorkflows(root: string): Promise<string> {
  const all = join(root, ".cache/workflows");
  const path = join(all, `${fingerprint(root, "workflows", "domain", "package-lock.json")}.js`);
  if (existsSync(path)) return path;
  mkdirSync(all, { recursive: true });
  const workflowsPath = join(root, "workflows/index.ts");
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger("WARN") });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, path);
  forgetOldest(all);
  return path;
}
