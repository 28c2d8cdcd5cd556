import { spawn } from "node:child_process";
import { join } from "node:path";
import { vi } from "vitest";

export type Launch = ReturnType<typeof launch>;

/** `npm start` without npm: the process that a person's Ctrl-C reaches. */
export function launch(folder: string, ...args: string[]) {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...env } = process.env;
  const child = spawn(process.execPath, [join(folder, "scripts/start.mjs"), ...args], { env });
  process.once("exit", () => child.kill("SIGINT")); // a test that is broken off ends what it started
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const exit = new Promise<number>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 137 : 1))),
  );
  return {
    exit,
    printed: () => printed,
    async ready(): Promise<void> {
      const up = vi.waitUntil(() => printed.includes("Trình Ký is ready:"), { timeout: 240_000, interval: 50 });
      const ended = exit.then((code) => {
        throw new Error(`ended with ${code} before it was ready:\n${printed}`);
      });
      await Promise.race([up, ended]);
    },
    async interrupt(): Promise<number> {
      child.kill("SIGINT");
      return exit;
    },
    async kill9(): Promise<void> {
      child.kill("SIGKILL");
      await exit;
    },
  };
}
