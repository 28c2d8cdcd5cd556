import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Runtime, Worker, type WorkerOptions } from "@temporalio/worker";
import { pino } from "pino";
import { closeDb, createDb } from "../store/db.ts";
import { taskQueue } from "../workflows/messages.ts";
import { configFrom, type WorkerConfig } from "./config.ts";
import { createActivities } from "./create-activities.ts";
import { patience } from "./patience.ts";
import { ensureSchedules } from "./schedules.ts";

const log = pino({ name: "worker", level: process.env.LOG_LEVEL ?? "info" });

/** A prebuilt bundle where one is given (production, tests); else it is built at the start (about a second). */
function workflowSource(env: NodeJS.ProcessEnv): Pick<WorkerOptions, "workflowsPath" | "workflowBundle"> {
  const codePath = env.WORKFLOW_BUNDLE;
  if (codePath !== undefined && codePath !== "") return { workflowBundle: { codePath } };
  return { workflowsPath: fileURLToPath(new URL("../workflows/index.ts", import.meta.url)) };
}

async function run(config: WorkerConfig): Promise<void> {
  Runtime.install({ shutdownSignals: [] });
  const db = createDb(config.databaseUrl, { onConnectionLost: (error) => log.warn({ err: error }, "connection lost") });
  const native = await NativeConnection.connect({ address: config.temporalAddress });
  const connection = await Connection.connect({ address: config.temporalAddress });
  const client = new Client({ connection, namespace: config.namespace });
  const worker = await Worker.create({
    connection: native,
    namespace: config.namespace,
    taskQueue,
    ...workflowSource(process.env),
    activities: createActivities({ db, client, now: Date.now }),
    // A case that is woken cold costs four times a warm one (performance.md §5b); a state is a few kB.
    maxCachedWorkflows: 1500,
    ...patience,
    shutdownGraceTime: "20s",
    shutdownForceTime: "40s",
  });
  stopOn(worker);
  const running = worker.run();
  await ensureSchedules(client);
  log.info("ready");
  process.send?.("ready");
  await running;
  await Promise.all([connection.close(), native.close(), closeDb(db)]);
}

/** The launcher's death ends the worker like a signal does: nothing is left behind that polls. */
function stopOn(worker: Worker): void {
  const stop = (): void => {
    if (worker.getState() === "RUNNING") worker.shutdown();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
}

run(configFrom(process.env)).then(
  () => process.exit(0),
  (error: unknown) => {
    log.fatal({ err: error }, "worker stopped");
    process.exit(1);
  },
);
