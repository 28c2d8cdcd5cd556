import { pino } from "pino";
import { readConfig } from "../../../api/config.ts";
import type { SettlerTimes } from "../../../api/settler/loop.ts";
import { startApi, type Api } from "../../../api/start.ts";
import { closeDb, createDb, type Db } from "../../../store/index.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { createNamespace, temporalAddress } from "../../support/temporal.ts";
import { runWorker, type RunningWorker } from "../../support/worker.ts";
import { signIn, type Person } from "./person.ts";
import { PUBLIC_URL } from "./public-url.ts";

export interface Stack {
  api: Api;
  db: Db;
  database: TestDatabase;
  namespace: string;
  startWorker: () => Promise<RunningWorker>;
  person: (email: string) => Promise<Person>;
  stop: () => Promise<void>;
}

export interface StackOptions {
  settler?: SettlerTimes | "off";
  /** Ways to the servers that a test may cut; the workers and the test itself go straight. */
  temporalAddress?: string;
  throughPort?: (databaseUrl: string) => Promise<string>;
  callDeadlineMs?: number;
  /** The API's own; the workers keep the machine's. */
  clock?: () => number;
  env?: Record<string, string>;
}

const log = pino({ level: process.env["TEST_LOG_LEVEL"] ?? "silent" });

function configFor(databaseUrl: string, namespace: string, { temporalAddress: address, settler, env }: StackOptions) {
  return readConfig({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address ?? temporalAddress(),
    TEMPORAL_NAMESPACE: namespace,
    PORT: "0",
    PUBLIC_URL,
    AUTH_SECRET: "for tests only, long enough to be accepted",
    DEMO: "1",
    SETTLER: settler === "off" ? "0" : "1",
    SIGN_IN_LIMIT: "1000",
    ...env,
  });
}

/** The whole system but for the browser: real PostgreSQL, real Temporal, the API in this process. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const database = await createTestDatabase();
  const namespace = await createNamespace();
  const { settler, callDeadlineMs, clock, throughPort } = options;
  const url = throughPort ? await throughPort(database.url) : database.url;
  const api = await startApi({
    config: configFor(url, namespace, options),
    log,
    ...(settler !== "off" && settler !== undefined && { settlerTimes: settler }),
    ...(callDeadlineMs !== undefined && { callDeadlineMs }),
    ...(clock && { clock }),
  });
  const db = createDb(database.url, { max: 4 });
  const workers: RunningWorker[] = [];
  return {
    api,
    db,
    database,
    namespace,
    startWorker: async () => {
      const worker = await runWorker(db, namespace);
      const once = { stop: async () => void (await worker.stop(), workers.splice(workers.indexOf(once), 1)) };
      workers.push(once);
      return once;
    },
    person: (email) => signIn(api.url, email),
    stop: async () => {
      for (const worker of [...workers]) await worker.stop();
      await api.stop();
      await closeDb(db);
      await database.drop();
    },
  };
}

/** For tests that start processes of their own. */
export { PUBLIC_URL } from "./public-url.ts";
