import { randomUUID } from "node:crypto";
import { WorkflowNotFoundError } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { until } from "../support/until.ts";
import { startBrokenWorld, type BrokenWorld } from "./support/broken-world.ts";

/*
 * Every order of failure of the write path (design.md §8): what became of the Update, times what became of the settle.
 * Whatever happens, a command is carried out once or not at all, and everybody is told the same in the end.
 */
type Delivered = "never reaches the engine" | "is carried out" | "is refused" | "waits for a worker";
type Settled = "fails" | "is answered late" | "never begins, for the API is killed";

const NEVER: Delivered = "never reaches the engine";
const DONE: Delivered = "is carried out";
const REFUSED: Delivered = "is refused";
const WAITS: Delivered = "waits for a worker";
const FAILS: Settled = "fails";
const LATE: Settled = "is answered late";
const KILLED: Settled = "never begins, for the API is killed";

/** A refusal leaves no trace in the engine: if the one who heard it cannot write it down, the command was not carried out. */
const orders: [Delivered, Settled, outcome: string][] = [
  [NEVER, FAILS, "not-carried-out"],
  [NEVER, LATE, "not-carried-out"],
  [NEVER, KILLED, "not-carried-out"],
  [DONE, FAILS, "accepted"],
  [DONE, LATE, "accepted"],
  [DONE, KILLED, "accepted"],
  [REFUSED, FAILS, "not-carried-out"],
  [REFUSED, LATE, "refused"],
  [REFUSED, KILLED, "not-carried-out"],
  [WAITS, FAILS, "accepted"],
  [WAITS, LATE, "accepted"],
  [WAITS, KILLED, "accepted"],
];

let world: BrokenWorld;
beforeAll(async () => {
  world = await startBrokenWorld();
});
afterAll(() => world?.stop());

const FRESH = { step: "draft", round: 1, contentHash: null };
const statusOf: Record<string, number> = { accepted: 200, refused: 422, "not-carried-out": 409 };

/** A server that has just answered is taken to be there: what is sent next is claimed, whatever then becomes of it. */
const reached = async (caseId: string): Promise<void> =>
  expect(await world.send(caseId, { id: randomUUID(), expected: FRESH })).toBe(200);

/** What the server itself knows of an update: nothing, that it waits, or how it ended. */
async function inEngine(caseId: string, id: string): Promise<"unknown" | "admitted" | "carried out"> {
  const handle = world.client.workflow.getHandle(caseWorkflowId(caseId)).getUpdateHandle(id);
  return world.client
    .withDeadline(Date.now() + 300, () => handle.result())
    .then(
      () => "carried out" as const,
      (error: unknown) => (error instanceof WorkflowNotFoundError ? ("unknown" as const) : ("admitted" as const)),
    );
}

/** Sends one command and holds the world still at the moment between the engine's doing and the API's hearing of it. */
async function bring(delivered: Delivered, caseId: string, id: string): Promise<{ told: Promise<number | "none"> }> {
  await reached(caseId);
  if (delivered === NEVER) world.toTemporal.shut();
  if (delivered === WAITS) await world.worker.stop();
  if (delivered === DONE || delivered === REFUSED) world.toTemporal.hold();
  const before = world.toTemporal.held();
  const told = world.send(caseId, { id, expected: FRESH, refused: delivered === REFUSED });
  await until(
    () => world.row(id),
    (row) => row !== null,
  );
  if (delivered === DONE || delivered === WAITS) {
    const reached = delivered === DONE ? "carried out" : "admitted";
    await until(
      () => inEngine(caseId, id),
      (state) => state === reached,
    );
  }
  // More than the frames by which HTTP/2 keeps house: the refusal itself.
  if (delivered === REFUSED) {
    await until(
      () => Promise.resolve(world.toTemporal.held() - before),
      (bytes) => bytes > 200,
    );
  }
  return { told };
}

/** Breaks the API's way to write the outcome down, then lets it hear of the outcome. */
async function breakSettle(settled: Settled, delivered: Delivered, id: string): Promise<void> {
  const heard = delivered === DONE || delivered === REFUSED;
  if (settled === FAILS) world.toPostgres.shut();
  if (settled === KILLED) await world.api.kill9();
  if (settled === LATE && heard) return answerSettleLate(id);
  if (settled === LATE) world.toPostgres.hold();
  if (delivered !== NEVER) world.toTemporal.open();
}

/** The settle is in the database, and the API has not been told: its statement waits for a row until answers are held. */
async function answerSettleLate(id: string): Promise<void> {
  const row = await world.lock({ row: id });
  world.toTemporal.open();
  await until(row.waitedFor, (waits) => waits);
  world.toPostgres.hold();
  await row.release();
  await until(
    () => world.row(id),
    (seen) => seen?.outcome !== null,
  );
}

describe.each(orders)("a command that %s, and whose settle %s", (delivered, settled, outcome) => {
  it(`ends as ${outcome}, and everyone is told so`, async () => {
    const caseId = await world.freshCase();
    const id = randomUUID();
    const { told } = await bring(delivered, caseId, id);
    await breakSettle(settled, delivered, id);
    const sees = (delivered === DONE || delivered === REFUSED) && settled === LATE;
    // Before anything mends: else the call that is still under way would get through after all.
    if (!sees && settled !== KILLED) await told;
    world.toPostgres.open();
    world.toTemporal.open();
    if (settled === KILLED) await world.api.start();
    if (delivered === WAITS) await world.worker.start();
    expect([202, "none", statusOf[outcome]]).toContain(await told);
    await until(world.unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 100 });
    const times = outcome === "accepted" ? 1 : 0;
    expect(await world.row(id)).toMatchObject({ outcome, events: times });
    expect(await world.carriedOut(caseId, id)).toBe(times);
    expect(await world.receipt(id)).toMatchObject({ outcome, commandId: id });
    const again = await world.send(caseId, { id, expected: FRESH, refused: delivered === REFUSED });
    expect(again).toBe(statusOf[outcome]);
    expect(await world.row(id)).toMatchObject({ outcome, events: times });
  });
});

describe("an engine that is known to be out of reach", () => {
  it.each([
    ["refuses to be reached", () => world.toTemporal.shut()],
    ["says nothing", () => world.toTemporal.freeze()],
  ])("and %s: the command is not taken at all, and its sender may send it again", async (_, breaks) => {
    const caseId = await world.freshCase();
    await reached(caseId);
    breaks();
    expect(await world.send(caseId, { id: randomUUID(), expected: FRESH })).toBe(202);
    const id = randomUUID();
    expect(await world.send(caseId, { id, expected: FRESH })).toBe(503);
    expect(await world.row(id)).toBeNull();
    world.toTemporal.open();
    await until(
      () => world.send(caseId, { id, expected: FRESH }),
      (status) => status === 200,
    );
    expect(await world.row(id)).toMatchObject({ outcome: "accepted", events: 1 });
    await until(world.unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 100 });
  });
});

describe("many commands that were never carried out", () => {
  const many = 400;

  it(`are settled as that, ${many} of them within half the minute that I15 gives`, async () => {
    const caseId = await world.freshCase();
    const { rowCount } = await world.db.pool.query(
      `INSERT INTO "Command" ("id", "subjectKind", "subjectId", "verb", "personId", "payloadHash", "envelope", "claimedAt",
         "lastAttemptAt")
       SELECT gen_random_uuid(), 'case', $1, 'remind', "personId", '', '{}', now() - interval '1 minute', now() - interval '1 minute'
       FROM (SELECT "personId" FROM "Command" LIMIT 1) p, generate_series(1, $2)`,
      [caseId, many],
    );
    expect(rowCount).toBe(many);
    const since = Date.now();
    await until(world.unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 100 });
    expect(Date.now() - since).toBeLessThan(30_000);
    const { rows } = await world.db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Command" WHERE "subjectId" = $1 AND "outcome" = 'not-carried-out'`,
      [caseId],
    );
    expect(rows).toEqual([{ n: many }]);
  });
});

describe("a command whose claim is in the database, and whose API has not been told", () => {
  it.each([
    ["repeats it", "accepted", 1],
    ["gives up", "not-carried-out", 0],
  ])("is not taken; when its sender %s, it ends as %s", async (then, outcome, times) => {
    const caseId = await world.freshCase();
    const id = randomUUID();
    const claims = await world.lock("claims");
    const told = world.send(caseId, { id, expected: FRESH });
    await until(claims.waitedFor, (waits) => waits);
    world.toPostgres.hold();
    await claims.release();
    await until(
      () => world.row(id),
      (row) => row !== null,
    );
    world.toPostgres.shut();
    expect(await told).toBe(503);
    world.toPostgres.open();
    if (then === "repeats it") expect(await world.send(caseId, { id, expected: FRESH })).toBe(200);
    await until(world.unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 100 });
    expect(await world.row(id)).toMatchObject({ outcome, events: times });
    expect(await world.carriedOut(caseId, id)).toBe(times);
  });
});

describe("an engine that freezes under a command and thaws after the sender has given up", () => {
  const thaws: [when: string, since: (row: { tries: number }) => boolean][] = [
    ["before the settler asks", () => true],
    ["after the settler has asked in vain", ({ tries }) => tries > 0],
  ];

  it.each(thaws)(
    "%s: the command is carried out once or never, and nobody is told otherwise later",
    async (_, since) => {
      const caseId = await world.freshCase();
      const id = randomUUID();
      await reached(caseId);
      world.toTemporal.freeze();
      expect(await world.send(caseId, { id, expected: FRESH })).toBe(202);
      await until(
        () => world.row(id),
        (row) => row !== null && since(row),
      );
      world.toTemporal.open();
      await until(world.unsettled, (open) => open === 0, { withinMs: 60_000, everyMs: 100 });
      const settled = await world.row(id);
      expect(["accepted", "not-carried-out"]).toContain(settled?.outcome);
      const times = settled?.outcome === "accepted" ? 1 : 0;
      expect(settled?.events).toBe(times);
      expect(await world.carriedOut(caseId, id)).toBe(times);
      // Whatever was still on its way to the engine has arrived before this one.
      const next = randomUUID();
      expect(await world.send(caseId, { id: next, expected: FRESH })).toBe(200);
      expect(await world.carriedOut(caseId, id)).toBe(times);
      expect(await world.row(id)).toMatchObject({ outcome: settled?.outcome, events: times });
    },
  );
});
