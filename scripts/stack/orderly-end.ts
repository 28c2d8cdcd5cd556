import type { Lock } from "../bootstrap/file-lock.mjs";
import { stopCommands } from "../bootstrap/run-command.mjs";
import type { Supervisor } from "./supervisor.ts";

/** The terminal sends Ctrl-C to everybody and npm passes it on once more: that is one request, not two. */
const sameRequestMs = 500;

type Ending = { readonly begun: boolean; now(code: number): Promise<never> };

/** Ctrl-C ends everything in order, a second one at once. */
export function orderlyEnd(supervisor: Supervisor, lock: Lock, say: (line: string) => void): Ending {
  let begunAt: number | undefined;
  const now = async (code: number): Promise<never> => {
    begunAt ??= Date.now();
    stopCommands();
    await supervisor.stop((name) => say(`· Stopping ${name}`));
    lock.release();
    process.exit(code);
  };
  const onSignal = (): void => {
    if (begunAt === undefined) {
      say("Stopping in order; Ctrl-C again to force.");
      void now(0);
    } else if (Date.now() - begunAt > sameRequestMs) {
      supervisor.kill();
      lock.release();
      process.exit(130);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return {
    get begun() {
      return begunAt !== undefined;
    },
    now,
  };
}
