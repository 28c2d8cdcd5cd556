import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { seconds } from "../bootstrap/progress.mjs";
import { stopCommands } from "../bootstrap/run-command.mjs";
import { clearDeadRuns } from "../stack/run-folder.ts";
import { provedLines } from "./proved.ts";
import type { ProjectResult, RunResult } from "./reporter.ts";

/**
 * Runs vitest with the arguments given and says what came of it; the last line is for machines too.
 * @returns the exit code
 */
export async function runTests(root: string, args: readonly string[]): Promise<number> {
  const since = Date.now();
  const path = join(root, `.cache/test-result-${process.pid}.json`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  const code = await vitest(root, args, path);
  // Only what this very run left: servers whose owner is gone.
  await clearDeadRuns();
  const result = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as RunResult) : undefined;
  rmSync(path, { force: true });
  const { passed, failed } = totals(result, code);
  process.stdout.write(`\n${provedLines(result?.proved ?? {})}`);
  process.stdout.write(`\n${table(result?.projects ?? [])}  all in ${seconds(since)}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return code === 0 && failed === 0 && passed > 0 ? 0 : 1;
}

function vitest(root: string, args: readonly string[], resultPath: string): Promise<number> {
  const reporters = ["--reporter=default", "--reporter=./scripts/test/reporter.ts"];
  const command = [join(root, "node_modules/vitest/vitest.mjs"), "run", ...reporters, ...args];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, TEST_RESULT: resultPath },
    stdio: "inherit",
  });
  // From the terminal vitest hears Ctrl-C itself, and then ends its servers; we wait for it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.once("exit", stopCommands);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** A run that was broken off before it could count is one failure, never none. */
function totals(result: RunResult | undefined, code: number): { passed: number; failed: number } {
  const sum = (which: "passed" | "failed") =>
    (result?.projects ?? []).reduce((total, project) => total + project[which], 0);
  const failed = sum("failed") + (result?.outside ?? 0);
  return { passed: sum("passed"), failed: failed === 0 && code !== 0 ? 1 : failed };
}

function table(projects: readonly ProjectResult[]): string {
  const row = ({ name, passed, failed, ms }: ProjectResult) =>
    `  ${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${(ms / 1_000).toFixed(1).padStart(8)} s\n`;
  return projects.map(row).join("");
}
