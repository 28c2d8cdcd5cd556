import { Client, Connection } from "@temporalio/client";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seen } from "../api/support/cycle.ts";
import { signIn } from "../api/support/person.ts";
import { PUBLIC_URL } from "../api/support/stack.ts";
import { closeDb, createDb, type Db } from "../../store/index.ts";
import { askedLines, booksOf, listOnTheTable, onlyCeiling, REQUESTED } from "../support/listed-lines.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { until } from "../support/until.ts";
import { compare, contradictions, Ledger } from "./ledger.ts";

/** Each victim gets this many decisions at once; all of them together do not fit. */
const LINES = 12;
const FIT = 30;

let servers: Servers;
let connection: Connection;
let client: Client;
let db: Db;
let ledger: Ledger;

beforeAll(async () => {
  servers = await startServers({ PUBLIC_URL });
  connection = await Connection.connect({ address: servers.temporalAddress });
  client = new Client({ connection, namespace: servers.namespace });
  db = createDb(servers.databaseUrl, { max: 4 });
  ledger = new Ledger();
  await onlyCeiling(db, FIT * REQUESTED);
}, 180_000);

afterAll(async () => {
  await connection?.close();
  await closeDb(db);
  await servers?.stop();
}, 120_000);

async function unsettled(): Promise<number> {
  const sql = new pg.Client({ connectionString: servers.databaseUrl });
  await sql.connect();
  try {
    const { rows } = await sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Command" WHERE "settledAt" IS NULL`,
    );
    return rows[0]?.n ?? -1;
  } finally {
    await sql.end();
  }
}

async function settled(): Promise<void> {
  const ready = async () => (await fetch(`${servers.url}/readyz`).catch(() => ({ status: 0 }))).status;
  await until(ready, (status) => status === 200, { withinMs: 60_000, everyMs: 200 });
  await until(unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 250 });
}

describe("kill -9 in the midst of decisions on money", () => {
  it.each<["api" | "worker" | "temporal" | "postgres"]>([["api"], ["worker"], ["temporal"], ["postgres"]])(
    "of the %s leaves reservations, ledger, events and the ceiling saying the same",
    async (victim) => {
      const lines = await askedLines(db, LINES);
      const caseId = await listOnTheTable({ client, db }, lines);
      const chair = await signIn(servers.url, "chutich.ubnd-tinh@demo.trinhky.vn");
      const expected = await seen(chair, caseId);
      const sending = lines.map(({ id: line }) =>
        ledger.send(chair, caseId, expected, {
          verb: "decide-lines",
          decisions: [{ line, decision: "approve" }],
        }),
      );
      await Promise.race(sending);
      await servers[victim].kill9();
      await Promise.all(sending);
      await servers[victim].start();
      await settled();
      expect(contradictions(await compare(servers.databaseUrl, client, ledger))).toEqual([]);
      const books = await booksOf(db);
      expect(books.held).toBe(0);
      expect(books.decided).toBeGreaterThan(0);
      expect(books).toMatchObject({ reserved: books.decided, inEvents: books.decided });
      expect(books.decided).toBeLessThanOrEqual(FIT * REQUESTED);
    },
  );

  it("leaves room for exactly what nobody has taken", async () => {
    const before = (await booksOf(db)).decided / REQUESTED;
    const lines = await askedLines(db, FIT - before + 1);
    const caseId = await listOnTheTable({ client, db }, lines);
    const chair = await signIn(servers.url, "chutich.ubnd-tinh@demo.trinhky.vn");
    const expected = await seen(chair, caseId);
    const sent = lines.map(({ id: line }) =>
      ledger.send(chair, caseId, expected, { verb: "decide-lines", decisions: [{ line, decision: "approve" }] }),
    );
    const told = (await Promise.all(sent)).map((attempt) => attempt.told);
    expect(told.filter((each) => each === "accepted")).toHaveLength(FIT - before);
    expect((await booksOf(db)).decided).toBe(FIT * REQUESTED);
  });
});
