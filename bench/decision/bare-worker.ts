import { fileURLToPath } from "node:url";
import { NativeConnection, Runtime, Worker } from "@temporalio/worker";

/** A process of its own, with the settings of workers/main.ts: what differs is the workflow. */
Runtime.install({ shutdownSignals: [] });
const { TEMPORAL_ADDRESS: address = "", TEMPORAL_NAMESPACE: namespace = "" } = process.env;
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue: "bare",
  workflowsPath: fileURLToPath(new URL("./bare-workflow.ts", import.meta.url)),
  maxCachedWorkflows: 1500,
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => worker.shutdown());
const running = worker.run();
process.send?.("ready");
await running;
process.exit(0);
