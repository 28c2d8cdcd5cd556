import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Runtime, Worker } from "@temporalio/worker";
import type { Db } from "../../store/index.ts";
import { shippedTasks, type Tasks } from "../../workers/activities/tasks.ts";
import { createActivities } from "../../workers/create-activities.ts";
import { taskQueue } from "../../workflows/messages.ts";
import { temporalAddress, workflowBundlePath } from "./temporal.ts";

export interface RunningWorker {
  stop: () => Promise<void>;
}

let installed = false;
function quietRuntime(): void {
  if (!installed) Runtime.install({ shutdownSignals: [], logger: { ...quiet } });
  installed = true;
}
const nothing = (): void => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The product's worker in this process. */
export async function runWorker(db: Db, namespace: string, tasks: Tasks = shippedTasks): Promise<RunningWorker> {
  quietRuntime();
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  const clientConnection = await Connection.connect({ address: temporalAddress() });
  const client = new Client({ connection: clientConnection, namespace });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: createActivities({ db, client, now: Date.now }, tasks),
  });
  const running = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
      await clientConnection.close();
    },
  };
}
