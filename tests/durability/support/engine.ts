import { Client, Connection } from "@temporalio/client";
import type { Actor, CaseInput, Role } from "../../../domain/engine/index.ts";
import { longHistories } from "../../../scripts/replay/long-histories.ts";
import { closeDb, createDb, getCase, type Db } from "../../../store/index.ts";
import { startCase } from "../../../workers/activities/case-starter.ts";
import type { Tasks } from "../../../workers/activities/tasks.ts";
import { createTestDatabase } from "../../support/database.ts";
import type { Desk } from "../../support/desk.ts";
import { inputFor } from "../../support/opened-case.ts";
import { createNamespace, temporalAddress } from "../../support/temporal.ts";
import { until } from "../../support/until.ts";
import { runWorker, type RunningWorker } from "../../support/worker.ts";

/** A real server, a database of its own, and the product's worker; commands go straight to the write path. */
export interface TestEngine extends Desk {
  db: Db;
  client: Client;
  namespace: string;
  worker: (tasks?: Tasks) => Promise<RunningWorker>;
  /** Starts a case and waits until SQL has it. */
  open: (caseId: string, over?: Partial<CaseInput>) => Promise<CaseInput>;
  stop: () => Promise<void>;
}

export const person = (unit: string, role: Role, name = `${role}.${unit}`): Actor => ({
  personId: name,
  name,
  post: { unit, role },
});
export const administrator = person("SKHCN", "admin");

export async function startEngine(namespaceName?: string): Promise<TestEngine> {
  const [database, namespace] = await Promise.all([createTestDatabase(), createNamespace(namespaceName)]);
  const db = createDb(database.url, { max: 6 });
  const connection = await Connection.connect({ address: temporalAddress(), channelArgs: longHistories });
  const client = new Client({ connection, namespace });
  const workers: RunningWorker[] = [];
  return {
    db,
    client,
    namespace,
    now: Date.now,
    worker: async (tasks) => {
      const worker = await runWorker(db, namespace, tasks);
      const once = { stop: async () => void (await worker.stop(), workers.splice(workers.indexOf(once), 1)) };
      workers.push(once);
      return once;
    },
    open: async (caseId, over) => {
      const input = inputFor(caseId, over);
      await startCase(client, input);
      await until(
        () => getCase(db, caseId),
        (row) => row !== null,
      );
      return input;
    },
    stop: async () => {
      for (const worker of [...workers]) await worker.stop();
      await connection.close();
      await closeDb(db);
      await database.drop();
    },
  };
}
