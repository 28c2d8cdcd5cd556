import { Client, Connection } from "@temporalio/client";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts } from "../api/support/accounts.ts";
import { command, fillDraft, openCycle, seen } from "../api/support/cycle.ts";
import { signIn, type Person } from "../api/support/person.ts";
import { PUBLIC_URL } from "../api/support/stack.ts";
import { startServers, type Killable, type Servers } from "../support/servers.ts";
import { until } from "../support/until.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { emptyDraft } from "../../domain/report/empty-draft.ts";
import { completeReport } from "../domain/report/complete-report.ts";
import { compare, contradictions, Ledger, type Attempt } from "./ledger.ts";

let servers: Servers;
let connection: Connection;
let client: Client;
let ledger: Ledger;
const CASE = "annual-report-2026-syt";

const enter = (email: string): Promise<Person> => signIn(servers.url, email);

async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  try {
    return (await database.query<Row>(text, values)).rows;
  } finally {
    await database.end();
  }
}

const unsettled = async (): Promise<number> =>
  (await sql<{ n: number }>(`SELECT count(*)::int AS n FROM "Command" WHERE "settledAt" IS NULL`))[0]?.n ?? -1;

/** I15: settled within 60 s of both stores being up. */
const allSettled = (): Promise<number> => until(unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 250 });

const ready = (): Promise<number> =>
  until(
    async () => (await fetch(`${servers.url}/readyz`).catch(() => ({ status: 0 }))).status,
    (status) => status === 200,
    { withinMs: 60_000, everyMs: 200 },
  );

/** A case on the desk of the content check, where approve and return go round for as long as a test likes. */
async function toReview(): Promise<void> {
  const clerk = await enter(accounts.clerk);
  const { step } = await seen(clerk, CASE);
  if (step !== "draft") return;
  const answer = await command(clerk, CASE, { verb: "submit", draftVersion: await fillDraft(clerk, CASE) });
  expect(answer.status).toBe(200);
}

const back = { verb: "return", code: "unclear", reason: "Làm rõ số liệu", sections: [] };

beforeAll(async () => {
  servers = await startServers({ PUBLIC_URL });
  connection = await Connection.connect({ address: servers.temporalAddress });
  client = new Client({ connection, namespace: servers.namespace });
  ledger = new Ledger();
  await openCycle(await enter(accounts.admin), await enter(accounts.clerk));
  await toReview();
}, 180_000);

afterAll(async () => {
  await connection?.close();
  await servers?.stop();
}, 120_000);

/** Nothing was lost or doubled, and nothing is by whoever sends the same command again under its id. */
async function holdsTogether(): Promise<void> {
  await ready();
  await allSettled();
  const traces = await compare(servers.databaseUrl, client, ledger);
  expect(contradictions(traces)).toEqual([]);
  const answers = await ledger.repeat();
  expect(answers.filter(({ first, again }) => again === "unknown" || (first !== "unknown" && again !== first))).toEqual(
    [],
  );
  await allSettled();
  // What died before it was written down was nobody's: sent again, it is carried out or refused as if for the first time.
  const written = traces.filter(({ outcome }) => outcome !== null);
  const after = await compare(servers.databaseUrl, client, ledger);
  expect(after.filter(({ id }) => written.some((trace) => trace.id === id))).toEqual(written);
  expect(contradictions(after)).toEqual([]);
}

/** Kills as soon as the first of what was sent has been answered, with the others on their way. */
async function killAmidst(target: Killable, sending: Promise<Attempt>[]): Promise<void> {
  await Promise.race(sending);
  await target.kill9();
  const told = (await Promise.all(sending)).map((attempt) => attempt.told);
  await target.start();
  expect(told).toContain("accepted");
  await holdsTogether();
}

interface OnDesk {
  caseId: string;
  approver: Person;
  expected: object;
}

/** Reports of other agencies, put forward and waiting on the first desk that approves. */
async function reportsOnDesks(count: number): Promise<OnDesk[]> {
  const rows = await sql<{ id: string; unit: string }>(
    `SELECT "id", "unitCode" AS "unit" FROM "Case" WHERE "step" = 'draft' AND "round" = 1 AND "id" <> $1
     AND "pipelineId" = 'annual-report' ORDER BY "id" LIMIT $2`,
    [CASE, count],
  );
  const waiting: OnDesk[] = [];
  for (const { id, unit } of rows) {
    const of = (role: string) => enter(`${role}.${id.slice("annual-report-2026-".length)}@demo.trinhky.vn`);
    const clerk = await of("chuyenvien");
    const led = emptyDraft(unit, 2026).sections?.II?.rows ?? [];
    const body = completeReport(unit, 2026, led.length === 0 ? { II: { nothingToReport: true } } : {});
    const saved = await clerk.send("PUT", `/cases/${id}/draft`, { version: 0, body });
    const submitted = await command(clerk, id, { verb: "submit", draftVersion: saved.body.version });
    expect(submitted.status).toBe(200);
    const approver = await of(submitted.body.step === "review" ? "truongphong" : "thutruong");
    waiting.push({ caseId: id, approver, expected: await seen(approver, id) });
  }
  return waiting;
}

describe("kill -9", () => {
  it("of the API between the Update and the settle loses nothing: the settler finishes it", async () => {
    const reviewer = await enter(accounts.reviewer);
    const lock = new pg.Client({ connectionString: servers.databaseUrl });
    await lock.connect();
    await lock.query("BEGIN");
    await lock.query(`SELECT 1 FROM "Case" WHERE "id" = $1 FOR UPDATE`, [CASE]);
    const sent = ledger.send(reviewer, CASE, await seen(reviewer, CASE), back);
    const id = await until(
      async () => ledger.attempts.at(-1)?.id ?? "",
      (known) => known !== "",
    );
    const handle = client.workflow.getHandle(caseWorkflowId(CASE)).getUpdateHandle(id);
    await until(
      () =>
        handle.result().then(
          () => "completed",
          (error: unknown) => String(error),
        ),
      (outcome) => outcome === "completed",
    );
    await servers.api.kill9();
    await lock.query("ROLLBACK");
    await lock.end();
    expect((await sent).told).toBe("unknown");
    await servers.api.start();
    await holdsTogether();
    expect((await compare(servers.databaseUrl, client, ledger)).at(-1)).toMatchObject({ outcome: "accepted" });
  });

  it("of the API before the Update could be sent leaves the command not carried out, and says so", async () => {
    await toReview();
    const reviewer = await enter(accounts.reviewer);
    const expected = await seen(reviewer, CASE);
    await servers.temporal.kill9();
    const sent = ledger.send(reviewer, CASE, expected, back);
    await until(unsettled, (open) => open === 1);
    await servers.api.kill9();
    expect((await sent).told).toBe("unknown");
    await servers.temporal.start();
    await servers.api.start();
    await holdsTogether();
    expect((await compare(servers.databaseUrl, client, ledger)).at(-1)).toMatchObject({
      outcome: "not-carried-out",
      inSql: 0,
      inTemporal: 0,
    });
  });

  it("of the worker holds a decision back until it is there again, and carries it out once", async () => {
    const reviewer = await enter(accounts.reviewer);
    const expected = await seen(reviewer, CASE);
    await servers.worker.kill9();
    const attempt = await ledger.send(reviewer, CASE, expected, back);
    expect(attempt.told).toBe("unknown");
    await servers.worker.start();
    await holdsTogether();
    expect((await compare(servers.databaseUrl, client, ledger)).at(-1)).toMatchObject({ outcome: "accepted" });
  });

  it("of PostgreSQL under Temporal and the application keeps every acknowledged decision", async () => {
    await toReview();
    const reviewer = await enter(accounts.reviewer);
    const expected = await seen(reviewer, CASE);
    const acknowledged = await ledger.send(reviewer, CASE, expected, back);
    expect(acknowledged.told).toBe("accepted");
    await servers.postgres.kill9();
    const during = await ledger.send(reviewer, CASE, expected, back);
    expect(during.told).toBe("unknown");
    await servers.postgres.start();
    await holdsTogether();
  });

  const victims: ["worker" | "api" | "temporal" | "postgres"][] = [["worker"], ["api"], ["temporal"], ["postgres"]];
  it.each(victims)("of the %s in the midst of many decisions doubles none and loses none", async (victim) => {
    await ready();
    const admin = await enter(accounts.admin);
    const expected = { step: "draft", round: 1, contentHash: null };
    const cases = (
      await sql<{ id: string }>(`SELECT "id" FROM "Case" WHERE "step" = 'draft' AND "round" = 1 ORDER BY "id" LIMIT 24`)
    ).map(({ id }) => id);
    const reminder = { verb: "remind", reason: "Sắp đến hạn" };
    await killAmidst(
      servers[victim],
      cases.map((id) => ledger.send(admin, id, expected, reminder)),
    );
  });

  it.each([["temporal"], ["postgres"]] as ["temporal" | "postgres"][])(
    "of the %s in the midst of many approvals doubles none and loses none",
    async (victim) => {
      await ready();
      const waiting = await reportsOnDesks(12);
      await killAmidst(
        servers[victim],
        waiting.map(({ caseId, approver, expected }) => ledger.send(approver, caseId, expected, { verb: "approve" })),
      );
    },
  );

  it("leaves the same answer to whoever asks again with the same id", async () => {
    const admin = await enter(accounts.admin);
    const answered = ledger.attempts.findLast(({ told }) => told === "accepted");
    if (!answered) throw new Error("no decision was acknowledged");
    const { id, caseId } = answered;
    const [first, second] = [await admin.get(`/commands/${id}`), await admin.get(`/commands/${id}`)];
    expect(first.body).toEqual(second.body);
    expect(first.body).toMatchObject({ commandId: id, caseId });
  });
});
