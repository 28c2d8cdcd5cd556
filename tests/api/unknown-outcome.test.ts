import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { temporalAddress } from "../support/temporal.ts";
import type { Account } from "./support/accounts.ts";
import { CASE, command, fillDraft, openCycle, people, seen, until, textLike } from "./support/cycle.ts";
import { openGate, type Gate } from "./support/gate.ts";
import { ask, type Answer, type Person } from "./support/person.ts";
import type { RunningWorker } from "../support/worker.ts";
import { startStack, type Stack } from "./support/stack.ts";

const CALL_MS = 1_500;

let stack: Stack;
let toTemporal: Gate;
let toPostgres: Gate;
let worker: RunningWorker;
let who: (account: Account) => Promise<Person>;

beforeAll(async () => {
  const [host, port] = temporalAddress().split(":");
  toTemporal = await openGate(Number(port), host);
  stack = await startStack({
    temporalAddress: `127.0.0.1:${toTemporal.port}`,
    throughPort: async (databaseUrl) => {
      const url = new URL(databaseUrl);
      toPostgres = await openGate(Number(url.port), url.hostname);
      url.port = String(toPostgres.port);
      url.hostname = "127.0.0.1";
      return url.href;
    },
    settler: { idleMs: 500, pauseMs: 200, batch: 20 },
    callDeadlineMs: CALL_MS,
  });
  worker = await stack.startWorker();
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
});
afterAll(async () => {
  toTemporal.open();
  toPostgres.open();
  await stack.stop();
  await toTemporal.close();
  await toPostgres.close();
});

interface Traces {
  events: number;
  outcome: string | null;
}

/** All that the record says about one command. */
async function traces(id: string): Promise<Traces | undefined> {
  const { rows } = await stack.db.pool.query<Traces>(
    `SELECT (SELECT count(*)::int FROM "CaseEvent" WHERE "commandId" = $1) AS events, "outcome" FROM "Command" WHERE "id" = $1`,
    [id],
  );
  return rows[0];
}

async function settledAs(person: Person, id: string, outcome: string): Promise<Answer["body"]> {
  await until(async () => (await person.get(`/commands/${id}`)).body.outcome === outcome);
  return (await person.get(`/commands/${id}`)).body;
}

function isPending(answer: Answer, id: string): void {
  expect(answer).toMatchObject({ status: 202, body: { outcome: "pending", commandId: id } });
  expect(answer.headers.get("location")).toBe(`/api/v1/commands/${id}`);
}

describe("a command whose outcome is not known", () => {
  it("for want of a worker is settled once a worker is back", async () => {
    const clerk = await who("clerk");
    const draftVersion = await fillDraft(clerk);
    const expected = await seen(clerk, CASE);
    await worker.stop();
    const id = randomUUID();
    const answer = await command(clerk, CASE, { verb: "submit", draftVersion }, { id, expected });
    isPending(answer, id);
    expect((await clerk.get(`/commands/${id}`)).body.outcome).toBe("pending");
    worker = await stack.startWorker();
    const receipt = await settledAs(clerk, id, "accepted");
    expect(receipt).toMatchObject({ step: "review", seq: 2, verb: "submit" });
    expect(await traces(id)).toEqual({ events: 1, outcome: "accepted" });
  });

  it("because the engine is down is declared not carried out, and a new command then works", async () => {
    const reviewer = await who("reviewer");
    const expected = await seen(reviewer, CASE);
    // It goes away between the look at it and the sending.
    const { reach } = stack.api.deps.engine;
    const looked = vi.spyOn(reach, "check").mockResolvedValueOnce(true);
    toTemporal.shut();
    const id = randomUUID();
    const approve = { verb: "approve" };
    isPending(await command(reviewer, CASE, approve, { id, expected }), id);
    looked.mockRestore();
    const unasked = randomUUID();
    const refused = await command(reviewer, CASE, approve, { id: unasked, expected });
    expect(refused).toMatchObject({ status: 503, body: { code: "engine-unavailable" } });
    expect(await traces(unasked)).toBeUndefined();
    const ready = await ask(stack.api.url, "/readyz");
    expect(ready).toMatchObject({ status: 503, body: { status: "down" } });
    expect(ready.body.detail).toContain("temporal");
    const parts = await (await who("admin")).get("/health/parts");
    const down = parts.body.parts.filter((part) => part.status === "down");
    expect(down.map((part) => part.name)).toEqual(["temporal", "task-queue", "worker", "schedule"]);
    const stuck = await (await who("admin")).get("/stuck");
    expect(stuck.body.engine).toMatchObject({ reachable: false, error: textLike(/\S/) });
    toTemporal.open();
    const receipt = await settledAs(reviewer, id, "not-carried-out");
    expect(receipt.problem).toMatchObject({ code: "not-carried-out", status: 409 });
    expect(await traces(id)).toEqual({ events: 0, outcome: "not-carried-out" });
    const again = await command(reviewer, CASE, approve, { id, expected });
    expect(again).toMatchObject({ status: 409, body: { code: "not-carried-out" } });
  });

  it("because the answer was lost is found in the engine, once, also when the sender repeats it meanwhile", async () => {
    const reviewer = await who("reviewer");
    const expected = await seen(reviewer, CASE);
    const id = randomUUID();
    const { workflow } = stack.api.deps.engine.client;
    const real = workflow.getHandle.bind(workflow);
    const lost = vi.spyOn(workflow, "getHandle").mockImplementationOnce((...args) => {
      const handle = real(...args);
      return {
        ...handle,
        executeUpdate: async (...update: Parameters<typeof handle.executeUpdate>) => {
          await handle.executeUpdate(...update);
          throw new Error("the connection broke after the update");
        },
      } as typeof handle;
    });
    const send = () => command(reviewer, CASE, { verb: "approve" }, { id, expected });
    isPending(await send(), id);
    lost.mockRestore();
    const repeated = await send();
    expect(repeated).toMatchObject({ status: 200, body: { outcome: "accepted", step: "sign-off" } });
    expect(await traces(id)).toEqual({ events: 1, outcome: "accepted" });
  });

  it("because the database went away before the settle is settled when it is back", async () => {
    const head = await who("head");
    const expected = await seen(head, CASE);
    const id = randomUUID();
    const { workflow } = stack.api.deps.engine.client;
    const real = workflow.getHandle.bind(workflow);
    const spy = vi.spyOn(workflow, "getHandle").mockImplementationOnce((...args) => {
      const handle = real(...args);
      return {
        ...handle,
        executeUpdate: async (...update: Parameters<typeof handle.executeUpdate>) => {
          const transition = await handle.executeUpdate(...update);
          toPostgres.shut();
          return transition;
        },
      } as typeof handle;
    });
    isPending(await command(head, CASE, { verb: "approve" }, { id, expected }), id);
    spy.mockRestore();
    expect(await ask(stack.api.url, "/readyz")).toMatchObject({ status: 503 });
    toPostgres.open();
    expect(await settledAs(head, id, "accepted")).toMatchObject({ step: "dispatch" });
    expect(await traces(id)).toEqual({ events: 1, outcome: "accepted" });
  });

  it("is not taken at all while the database is away", async () => {
    const records = await who("records");
    const expected = await seen(records, CASE);
    const id = randomUUID();
    toPostgres.shut();
    const answer = await command(records, CASE, { verb: "issue" }, { id, expected });
    toPostgres.open();
    expect(answer).toMatchObject({ status: 503, body: { code: "store-unavailable" } });
    expect(await traces(id)).toBeUndefined();
    await until(async () => (await records.get(`/cases/${CASE}`)).status === 200);
    const retried = await command(records, CASE, { verb: "issue" }, { id, expected });
    expect(retried).toMatchObject({ status: 200, body: { outcome: "accepted" } });
  });
});
