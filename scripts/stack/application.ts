import type { Layout } from "./layout.ts";
import type { ServiceSpec } from "./service.ts";

/** Both say "ready" on the channel to their parent and end in order when that channel closes: see api/main.ts. */
export function applicationService(
  name: "worker" | "API",
  { root, layout, env }: { root: string; layout: Layout; env: Record<string, string> },
): ServiceSpec {
  const script = { worker: "workers/main.ts", API: "api/main.ts" }[name];
  const url = env.PUBLIC_URL;
  return {
    name,
    command: process.execPath,
    args: ["--import", "tsx", script],
    cwd: root,
    env: { ...process.env, ...env },
    log: layout.log(name.toLowerCase()),
    ipc: true,
    stopSignal: "SIGTERM",
    graceMs: 45_000, // an activity under way may finish; nobody waits in vain: a second Ctrl-C forces
    readyWithinMs: 60_000,
    ready: () => (name === "worker" ? true : isReady(`http://127.0.0.1:${env.PORT}/readyz`, url)),
  };
}

async function isReady(address: string, publicUrl: string | undefined): Promise<boolean> {
  try {
    const headers = { host: new URL(publicUrl ?? address).host };
    return (await fetch(address, { headers, signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet; the caller sets the limit
  }
}
