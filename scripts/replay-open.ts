import { Client, Connection } from "@temporalio/client";
import { makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import { defaultNamespace } from "../workflows/messages.ts";
import { projectRoot } from "./bootstrap/project-root.mjs";
import { replayOpen, type Report } from "./replay/replay-open.ts";
import { bundleWorkflows } from "./stack/workflow-bundle.ts";

const address = process.env.TEMPORAL_ADDRESS;
const namespace = process.env.TEMPORAL_NAMESPACE ?? defaultNamespace;
const STEP_MS = 1_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A line a second on a log, one line that counts on a terminal. */
function counter(): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    const now = Date.now();
    if (done < of && now - told < STEP_MS) return;
    told = now;
    process.stdout.write(
      `${process.stdout.isTTY ? "\r" : ""}  ${done} of ${of} replayed${process.stdout.isTTY ? "" : "\n"}`,
    );
  };
}

function tell({ replayed, broken }: Report): void {
  if (process.stdout.isTTY) say("");
  for (const { workflowId, eventId, type, message } of broken) {
    say(`✗ ${workflowId} breaks at event ${eventId} (${type})`);
    say(`  ${message}`);
  }
  if (broken.length === 0) {
    say(`✓ The working tree takes the same way through all ${replayed} open histories.`);
    return;
  }
  say(`✗ ${broken.length} of ${replayed} open histories break.`);
  say("  → Put the change behind patched(...), or undo it: docs/decisions/0012-patched-and-replay.md.");
}

async function main(): Promise<number> {
  if (!address) {
    say("✗ TEMPORAL_ADDRESS is not set.");
    say("  → Give the address of the running system, e.g. TEMPORAL_ADDRESS=127.0.0.1:7233 npm run replay:open");
    return 2;
  }
  const filter = makeTelemetryFilterString({ core: "ERROR", other: "ERROR" });
  const quiet = { log: () => undefined, trace: () => undefined, debug: () => undefined, info: () => undefined };
  Runtime.install({
    logger: { ...quiet, warn: () => undefined, error: () => undefined },
    telemetryOptions: { logging: { filter, forward: {} } },
  });
  const codePath = process.env.WORKFLOW_BUNDLE ?? (await bundleWorkflows(projectRoot));
  const connection = await Connection.connect({ address });
  try {
    say(`Replaying the open histories of namespace ${namespace} at ${address} against the working tree.`);
    const report = await replayOpen({ client: new Client({ connection, namespace }), codePath, progress: counter() });
    tell(report);
    return report.broken.length === 0 ? 0 : 1;
  } finally {
    await connection.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(`✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  },
);
