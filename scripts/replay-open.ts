import { Client, Connection } from "@temporalio/client";
import { makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import { defaultNamespace } from "../workflows/messages.ts";
import { projectRoot } from "./bootstrap/project-root.mjs";
import { longHistories } from "./replay/long-histories.ts";
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

/** Nothing to replay is no proof: a mistyped namespace has no open histories either. */
function tellNothing(): number {
  say(`✗ Namespace ${namespace} has no open history.`);
  say("  → Check TEMPORAL_NAMESPACE; a system without a single open case or campaign needs no replay.");
  return 2;
}

function tell({ replayed, broken, departed }: Report): number {
  if (process.stdout.isTTY) say("");
  if (replayed === 0) return tellNothing();
  for (const { workflowId, eventId, type, message } of broken) {
    say(`✗ ${workflowId} breaks at event ${eventId} (${type})`);
    say(`  ${message}`);
  }
  for (const { workflowId, seq, what } of departed) say(`✗ ${workflowId}: event ${seq} of its record ${what}`);
  if (broken.length + departed.length === 0) {
    say(`✓ The working tree takes the same way through all ${replayed} open histories, and comes to the same states.`);
    return 0;
  }
  say(`✗ ${broken.length} of ${replayed} open histories break, ${departed.length} come to something else.`);
  say(
    "  → Put the change behind patched(...) or a rule switch, or undo it: docs/decisions/0012-patched-and-replay.md.",
  );
  return 1;
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
  const connection = await Connection.connect({ address, channelArgs: longHistories });
  try {
    say(`Replaying the open histories of namespace ${namespace} at ${address} against the working tree.`);
    const report = await replayOpen({ client: new Client({ connection, namespace }), codePath, progress: counter() });
    return tell(report);
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
