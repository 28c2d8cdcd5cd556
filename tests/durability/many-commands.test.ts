import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain, type SealedEvent } from "../../domain/engine/index.ts";
import { getCase, getCommand } from "../../store/index.ts";
import { actOnCase, caseWorkflowId, commandMemory } from "../../workflows/messages.ts";
import { startCase } from "../../workers/activities/case-starter.ts";
import { act, type Act } from "../support/desk.ts";
import { inputFor } from "../support/opened-case.ts";
import { atOnce, range } from "./support/at-once.ts";
import { administrator, person, startEngine, type TestEngine } from "./support/engine.ts";
import { runsOf } from "./support/runs.ts";

/** What the server takes in one run (history.maxTotalUpdates), and under way at once (history.maxInFlightUpdates). */
const UPDATES_PER_RUN = 2_000;
const UPDATES_AT_ONCE = 10;
const EVENTS = 3_000;

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await engine.worker();
});
afterAll(() => engine.stop());

const urge = (caseId: string, commandId: string = randomUUID()) =>
  act(engine, caseId, administrator, { verb: "remind", reason: "Sắp đến hạn" }, { commandId });

async function eventsOf(caseId: string): Promise<SealedEvent[]> {
  const { rows } = await engine.db.pool.query<{ body: SealedEvent }>(
    `SELECT "body" FROM "CaseEvent" WHERE "caseId" = $1 ORDER BY "seq"`,
    [caseId],
  );
  return rows.map(({ body }) => body);
}

describe("commands on one case at the same moment", () => {
  it("are all carried out, also more than the server takes at once", async () => {
    const caseId = `crowded-${randomUUID()}`;
    await engine.open(caseId);
    const crowd = range(3 * UPDATES_AT_ONCE);
    const answers = await Promise.all(crowd.map(() => urge(caseId)));
    const seqs = answers.map(({ event }) => event.seq).toSorted((a, b) => a - b);
    expect(seqs).toEqual(crowd.map((index) => index + 2));
    expect(verifyChain(await eventsOf(caseId))).toEqual({ ok: true });
  });

  it("that exclude each other: one wins, the others are told who was first", async () => {
    const caseId = `contested-${randomUUID()}`;
    await engine.open(caseId);
    const submit: Act = { verb: "submit", drafters: [] };
    const clerks = range(UPDATES_AT_ONCE).map((index) => person("SYT", "specialist", `clerk-${index}`));
    const sent = clerks.map((clerk, index) => act(engine, caseId, clerk, submit, { body: { by: index } }));
    const outcomes = await Promise.allSettled(sent);
    const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as Error] : []));
    expect(won).toHaveLength(1);
    const last = { seq: 2, by: won[0]?.event.actor?.name };
    for (const { cause } of lost) expect(cause).toMatchObject({ type: "stale", details: [{ last }] });
    expect(await eventsOf(caseId)).toHaveLength(2);
  });
});

describe(`a case of ${EVENTS} events`, () => {
  const caseId = `long-${randomUUID()}`;
  const ids = range(EVENTS - 1).map(() => randomUUID());

  it("takes more commands than one run may, each once, in an unbroken chain", async () => {
    await engine.open(caseId);
    await atOnce(UPDATES_AT_ONCE, ids, (id) => urge(caseId, id));
    const events = await eventsOf(caseId);
    expect(events).toHaveLength(EVENTS);
    expect(verifyChain(events)).toEqual({ ok: true });
    expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(EVENTS);
  });

  it("stays within the server's limits in every run", async () => {
    const runs = await runsOf(engine.client, caseWorkflowId(caseId));
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.reduce((sum, { updates }) => sum + updates, 0)).toBe(EVENTS - 1);
    for (const { events, updates } of runs) {
      expect(events).toBeLessThan(10_240);
      expect(updates).toBeLessThan(UPDATES_PER_RUN);
    }
  });

  it("carries little along: neither its state nor its memory grows with its history", async () => {
    const runs = await runsOf(engine.client, caseWorkflowId(caseId));
    for (const { inputBytes } of runs.slice(1)) expect(inputBytes).toBeLessThan(64 * 1024);
    expect(JSON.stringify((await getCase(engine.db, caseId))?.state).length).toBeLessThan(4 * 1024);
  });

  it("answers for the latest commands itself, and leaves the old ones to their receipts", async () => {
    const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
    const latest = (await urge(caseId)).event;
    expect(await handle.query(commandMemory, latest.commandId ?? "")).toMatchObject({ seq: latest.seq });
    const [first = ""] = ids;
    expect(await handle.query(commandMemory, first)).toBeNull();
    expect(await getCommand(engine.db, first)).toMatchObject({ outcome: "accepted", verb: "remind" });
  });
});

describe("a command that comes early", () => {
  it("to a case whose first task nobody has done yet is carried out with it", async () => {
    const quiet = await startEngine();
    try {
      const caseId = `early-${randomUUID()}`;
      await startCase(quiet.client, inputFor(caseId));
      const id = randomUUID();
      const expected = { step: "draft", round: 1, contentHash: null };
      const body = { verb: "remind", reason: "Sắp đến hạn" } as const;
      const sent = quiet.client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(actOnCase, {
        updateId: id,
        args: [{ id, actor: administrator, expected, body, knownSeq: 0 }],
      });
      await quiet.worker();
      expect((await sent).event).toMatchObject({ seq: 2, commandId: id });
    } finally {
      await quiet.stop();
    }
  });
});
