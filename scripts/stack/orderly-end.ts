import { stopCommands } from "../bootstrap/run-command.mjs";
import type { Supervisor } from "./supervisor.ts";

/** The terminal sends Ctrl-C to everybody and npm passes it on once more: that is one request, not two. */
const sameRequestMs = 500;

/**
 * Ctrl-C ends everything in order, a second one at once.
 * @returns whether the end has begun
 */
export function orderlyEnd(supervisor: Supervisor, say: (line: string) => void): () => boolean {
  let begunAt: number | undefined;
  const onSignal = (): void => {
    if (begunAt === undefined) {
      begunAt = Date.now();
      say("Stopping in order; Ctrl-C again to force.");
      stopCommands();
      void supervisor.stop((name) => say(`· Stopping ${name}`)).then(() => process.exit(0));
    } else if (Date.now() - begunAt > sameRequestMs) {
      supervisor.kill();
      process.exit(130);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return () => begunAt !== undefined;
}
