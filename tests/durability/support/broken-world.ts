import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { freePorts } from "../../../scripts/stack/ports.ts";
import { newRunFolder, recordProcesses } from "../../../scripts/stack/run-folder.ts";
import { Service } from "../../../scripts/stack/service.ts";
import { closeDb, createDb, type Db } from "../../../store/index.ts";
import { caseWorkflowId } from "../../../workflows/messages.ts";
import { accounts } from "../../api/support/accounts.ts";
import { openCycle } from "../../api/support/cycle.ts";
import { openGate, type Gate } from "../../api/support/gate.ts";
import { signIn, type Body, type Person } from "../../api/support/person.ts";
import { PUBLIC_URL } from "../../api/support/public-url.ts";
import { createTestDatabase } from "../../support/database.ts";
import { node } from "../../support/servers.ts";
import { createNamespace, temporalAddress } from "../../support/temporal.ts";
import { runWorker } from "../../support/worker.ts";

interface Sent {
  id: string;
  expected: object;
  /** Something that only the engine refuses; else it takes it. */
  refused?: boolean;
}

/** Real servers; the API in a process of its own behind gates, so that each of its ways can break by itself. */
export interface BrokenWorld {
  client: Client;
  db: Db;
  toTemporal: Gate;
  toPostgres: Gate;
  api: Service;
  worker: { stop: () => Promise<void>; start: () => Promise<void> };
  /** A case that nothing has been sent to. */
  freshCase: () => Promise<string>;
  /** The status of the answer; "none" when the API died under the request. */
  send: (caseId: string, command: Sent) => Promise<number | "none">;
  row: (id: string) => Promise<{ outcome: string | null; events: number; tries: number } | null>;
  /** Keeps a command's row, or every new command, waiting until released; tells whether anybody waits. */
  lock: (
    what: "claims" | { row: string },
  ) => Promise<{ waitedFor: () => Promise<boolean>; release: () => Promise<void> }>;
  unsettled: () => Promise<number>;
  /** How often the engine's history says that it carried the command out. */
  carriedOut: (caseId: string, id: string) => Promise<number>;
  receipt: (id: string) => Promise<Body>;
  stop: () => Promise<void>;
}

async function gates(databaseUrl: string) {
  const [host, port] = temporalAddress().split(":");
  const url = new URL(databaseUrl);
  const toTemporal = await openGate(Number(port), host);
  const toPostgres = await openGate(Number(url.port), url.hostname);
  url.port = String(toPostgres.port);
  url.hostname = "127.0.0.1";
  return { toTemporal, toPostgres, databaseUrl: url.href };
}

interface Place {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
}

async function apiProcess({ databaseUrl, temporalAddress: address, namespace }: Place) {
  const folder = newRunFolder();
  const [port = 0] = await freePorts(1);
  const env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    PORT: String(port),
    PUBLIC_URL,
    AUTH_SECRET: "for tests only, long enough to be accepted",
    DEMO: "1",
    SIGN_IN_LIMIT: "1000",
  };
  const spec = node("api", "tests/durability/support/impatient-api.ts", join(folder, "api.log"), env);
  const api = new Service(spec, { spawned: (identity) => recordProcesses(folder, [identity]) });
  await api.start();
  return { api, url: `http://127.0.0.1:${port}` };
}

const rowStatement = `SELECT "outcome", "settleTries" AS "tries", (SELECT count(*)::int FROM "CaseEvent" e WHERE e."commandId" = c."id") AS "events"
  FROM "Command" c WHERE "id" = $1`;
const freshStatement = `SELECT "id" FROM "Case" c WHERE "step" = 'draft' AND "seq" = 1
  AND NOT EXISTS (SELECT FROM "Command" k WHERE k."subjectId" = c."id") ORDER BY "id" LIMIT 1`;

async function carriedOut(client: Client, caseId: string, id: string): Promise<number> {
  const { events } = await client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory();
  const completed = events?.flatMap((event) => event.workflowExecutionUpdateCompletedEventAttributes ?? []) ?? [];
  return completed.filter(({ meta, outcome }) => meta?.updateId === id && outcome?.success).length;
}

async function lock(db: Db, what: "claims" | { row: string }) {
  const connection = await db.pool.connect();
  await connection.query("BEGIN");
  if (what === "claims") await connection.query(`LOCK TABLE "Command" IN SHARE MODE`);
  else await connection.query(`SELECT 1 FROM "Command" WHERE "id" = $1 FOR UPDATE`, [what.row]);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'
    AND "query" LIKE $1`;
  // A settler that looks for work waits for the table as well.
  const whose = what === "claims" ? '%INSERT INTO "Command"%' : "%";
  return {
    waitedFor: async () => (await db.pool.query(waiting, [whose])).rowCount !== 0,
    release: async () => {
      await connection.query("ROLLBACK");
      connection.release();
    },
  };
}

const say = async (person: Person, caseId: string, { refused, ...command }: Sent): Promise<number | "none"> => {
  const reason = "Sắp đến hạn";
  const body = refused ? { verb: "extend", dueAt: "2020-01-01T00:00:00.000Z", reason } : { verb: "remind", reason };
  const answer = await person.send("POST", `/cases/${caseId}/commands`, { ...command, body }).catch(() => null);
  return answer?.status ?? "none";
};

export async function startBrokenWorld(): Promise<BrokenWorld> {
  const [database, namespace] = await Promise.all([createTestDatabase(), createNamespace()]);
  const { toTemporal, toPostgres, databaseUrl } = await gates(database.url);
  const place = { databaseUrl, temporalAddress: `127.0.0.1:${toTemporal.port}`, namespace };
  const db = createDb(database.url, { max: 4 });
  let running = await runWorker(db, namespace);
  const { api, url } = await apiProcess(place);
  const connection = await Connection.connect({ address: temporalAddress() });
  const client = new Client({ connection, namespace });
  const admin = await signIn(url, accounts.admin);
  await openCycle(admin, await signIn(url, accounts.clerk));
  const one = async <T>(sql: string, values: unknown[] = []): Promise<T | null> =>
    (await db.pool.query(sql, values)).rows[0] as T | null;
  return {
    client,
    db,
    toTemporal,
    toPostgres,
    api,
    worker: { stop: () => running.stop(), start: async () => void (running = await runWorker(db, namespace)) },
    freshCase: async () => (await one<{ id: string }>(freshStatement))?.id ?? "",
    send: (caseId, command) => say(admin, caseId, command),
    row: async (id) => (await one(rowStatement, [id])) ?? null,
    lock: (what) => lock(db, what),
    unsettled: async () =>
      (await one<{ n: number }>(`SELECT count(*)::int AS n FROM "Command" WHERE "settledAt" IS NULL`))?.n ?? -1,
    carriedOut: (caseId, id) => carriedOut(client, caseId, id),
    receipt: async (id) => (await admin.get(`/commands/${id}`)).body,
    stop: async () => {
      for (const gate of [toTemporal, toPostgres]) gate.open();
      await api.stop();
      await running.stop();
      for (const gate of [toTemporal, toPostgres]) await gate.close();
      await connection.close();
      await closeDb(db);
      await database.drop();
    },
  };
}
