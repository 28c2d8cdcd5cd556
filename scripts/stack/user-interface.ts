import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../bootstrap/run-command.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { fingerprint } from "./fingerprint.ts";
import { forgetOldest } from "./forget-oldest.ts";

/**
 * One folder for each state of the sources: what is there is whole, and a running server keeps its pages while the next
 * are built.
 * @returns the folder with index.html
 */
export async function buildUserInterface(root: string): Promise<{ folder: string; built: boolean }> {
  const all = join(root, ".cache/ui");
  const folder = join(all, fingerprint(root, "admin-ui", "domain", "package-lock.json", "tsconfig.base.json"));
  if (existsSync(join(folder, "index.html"))) return { folder, built: false };
  mkdirSync(all, { recursive: true });
  const draft = `${folder}.${process.pid}`;
  await build(root, draft);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  forgetOldest(all);
  return { folder, built: true };
}

async function build(root: string, draft: string): Promise<void> {
  const vite = ["node_modules/vite/bin/vite.js", "build", "admin-ui", "--outDir", draft, "--emptyOutDir"];
  const log = join(root, ".cache/logs/user-interface.log");
  const { code, output } = await runCommand(process.execPath, [...vite, "--logLevel", "warn"], { cwd: root, log });
  if (code === 0) return;
  rmSync(draft, { recursive: true, force: true });
  throw new Stop("The user interface could not be built.", "The reason is below.", { detail: output });
}
