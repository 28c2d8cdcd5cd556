import { randomUUID } from "node:crypto";
import { WorkflowUpdateFailedError } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain, type CaseCommand, type SealedEvent } from "../../domain/engine/index.ts";
import { getCommand } from "../../store/index.ts";
import { actOnCase, ALREADY_RECORDED, caseWorkflowId, commandMemory } from "../../workflows/messages.ts";
import { act } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { shortRunNamespaces } from "../support/short-runs.ts";
import { until } from "../support/until.ts";
import { atOnce, range } from "./support/at-once.ts";
import { administrator, startEngine, type TestEngine } from "./support/engine.ts";
import { runsOf } from "./support/runs.ts";

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine(shortRunNamespaces[0]);
  await engine.worker();
});
afterAll(() => engine.stop());

const urge = (caseId: string, commandId: string) =>
  act(engine, caseId, administrator, { verb: "remind", reason: "Sắp đến hạn" }, { commandId });

async function eventsOf(caseId: string): Promise<SealedEvent[]> {
  const { rows } = await engine.db.pool.query<{ body: SealedEvent }>(
    `SELECT "body" FROM "CaseEvent" WHERE "caseId" = $1 ORDER BY "seq"`,
    [caseId],
  );
  return rows.map(({ body }) => body);
}

const command = (id: string): CaseCommand => ({
  id,
  actor: administrator,
  expected: { step: "draft", round: 1, contentHash: null },
  body: { verb: "remind", reason: "Sắp đến hạn" },
  knownSeq: 0,
});

const idOf = ({ commandId }: SealedEvent): string | null => commandId;

describe("commands on a case that keeps continuing as new", () => {
  const caseId = `renewed-${randomUUID()}`;
  const ids = range(250).map(() => randomUUID());
  let seqs: number[];

  it("are carried out once each, with eight under way at any moment", async () => {
    await engine.open(caseId);
    const answers = await atOnce(8, ids, (id) => urge(caseId, id));
    seqs = answers.map(({ event }) => event.seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(range(250).map((index) => index + 2));
    const events = await eventsOf(caseId);
    expect(verifyChain(events)).toEqual({ ok: true });
    expect(events.slice(1).map(({ commandId }) => commandId)).toHaveLength(250);
    const runs = await runsOf(engine.client, caseWorkflowId(caseId));
    expect(runs.length).toBeGreaterThan(3);
    expect(runs.reduce((sum, { updates }) => sum + updates, 0)).toBe(250);
  });

  it("get the same answer when the same id comes again in a later run", async () => {
    const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
    const [first = ""] = ids;
    const again = handle.executeUpdate(actOnCase, { updateId: first, args: [command(first)] });
    const failure = await again.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkflowUpdateFailedError);
    expect(failure).toMatchObject({ cause: { type: ALREADY_RECORDED, details: [{ seq: seqs[0] }] } });
    expect(await handle.query(commandMemory, first)).toEqual({ seq: seqs[0], transition: null });
    expect(await getCommand(engine.db, first)).toMatchObject({ outcome: "accepted", seq: seqs[0] });
    expect(await eventsOf(caseId)).toHaveLength(251);
    await recordHistory(engine.client, "case-renewed", caseWorkflowId(caseId));
  });
});

describe("commands whose senders died before they could settle", () => {
  it("are written down by the case itself, at the latest when it continues as new", async () => {
    const caseId = `unsettled-${randomUUID()}`;
    await engine.open(caseId);
    const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
    const ids = range(130).map(() => randomUUID());
    await atOnce(8, ids, (id) => handle.executeUpdate(actOnCase, { updateId: id, args: [command(id)] }));
    await until(
      () => eventsOf(caseId),
      (events) => events.length > 131 - 50,
    );
    // Asked first: what it still holds cannot be in SQL before it has been written.
    const memories = await Promise.all(ids.map((id) => handle.query(commandMemory, id)));
    const written = await eventsOf(caseId);
    expect(verifyChain(written)).toEqual({ ok: true });
    expect((await runsOf(engine.client, caseWorkflowId(caseId))).length).toBeGreaterThan(1);
    const known = new Set([...written, ...memories.flatMap((memory) => memory?.transition?.event ?? [])].map(idOf));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });
});
