import { randomUUID } from "node:crypto";
import { WorkflowNotFoundError } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskWork, Transition } from "../../domain/engine/index.ts";
import { getCase, getCommand } from "../../store/index.ts";
import { caseWorkflowId, commandMemory } from "../../workflows/messages.ts";
import { act, type Act } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { until } from "../support/until.ts";
import { allKinds } from "./support/all-kinds.ts";
import { person, startEngine, type TestEngine } from "./support/engine.ts";

let engine: TestEngine;
const orders: TaskWork[] = [];
/** How often the work of a case fails before it succeeds. */
const failures = new Map<string, number>();

function transfer(order: TaskWork): Promise<void> {
  orders.push(order);
  const left = failures.get(order.caseId) ?? 0;
  failures.set(order.caseId, left - 1);
  return left > 0 ? Promise.reject(new Error("kho bạc không trả lời")) : Promise.resolve();
}

beforeAll(async () => {
  engine = await startEngine();
  await engine.worker({ transfer });
});
afterAll(() => engine.stop());

const submit: Act = {
  verb: "submit",
  drafters: [],
  lines: [{ id: "a", requested: 5_000_000, source: "nsnn", year: 2026 }],
};

async function toTransfer(caseId: string): Promise<void> {
  await engine.open(caseId, { pipeline: allKinds, parties: { ...seats, owner: "SYT" } });
  await act(engine, caseId, person("SYT", "specialist"), submit, { body: { lines: 1 } });
  await act(engine, caseId, person("STC", "head"), { verb: "opine", position: "agree" });
  const last = await act(engine, caseId, person("SKHDT", "head"), { verb: "opine", position: "agree" });
  expect(last.state.step).toBe("transfer");
}

const seats = {
  department: "SKHCN",
  finance: "STC",
  planning: "SKHDT",
  office: "VP_UBND",
  committee: "UBND_TINH",
} as const;

const stepOf = async (caseId: string): Promise<string | undefined> => (await getCase(engine.db, caseId))?.step;

async function attemptsOf(caseId: string): Promise<{ attempt: number; error: string }> {
  const { raw } = await engine.client.workflow.getHandle(caseWorkflowId(caseId)).describe();
  const [pending] = raw.pendingActivities ?? [];
  return { attempt: pending?.attempt ?? 0, error: pending?.lastFailure?.message ?? "" };
}

describe("a case with every kind of step", () => {
  const caseId = `kinds-${randomUUID()}`;
  let last: Transition["event"];

  it("waits for the system's work, which is tried again until it succeeds, once for each stay", async () => {
    failures.set(caseId, 1);
    await toTransfer(caseId);
    await until(
      () => stepOf(caseId),
      (step) => step === "lines",
    );
    const mine = orders.filter((order) => order.caseId === caseId);
    expect(mine).toHaveLength(2);
    expect(new Set(mine.map(({ task, enteredSeq }) => `${task}:${enteredSeq}`)).size).toBe(1);
  });

  it("goes on through its lines and the signature to its end", async () => {
    const decisions = [{ line: "a", decision: "approve-in-part" as const, amount: 4_000_000, reason: "Theo khả năng" }];
    await act(engine, caseId, person("UBND_TINH", "chair"), { verb: "decide-lines", decisions });
    const signed = await act(engine, caseId, person("UBND_TINH", "vice-chair"), { verb: "approve", mark: "KT." });
    expect(signed.state).toMatchObject({ outcome: "completed", lines: [{ amount: 4_000_000 }] });
    expect(await engine.client.workflow.getHandle(caseWorkflowId(caseId)).result()).toBe("completed");
    await recordHistory(engine.client, "every-kind", caseWorkflowId(caseId));
    last = signed.event;
  });

  it("refuses whoever comes after its end, and still answers for what it did", async () => {
    const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
    const late = act(engine, caseId, person("UBND_TINH", "vice-chair"), { verb: "approve", mark: "KT." });
    await expect(late).rejects.toThrow(WorkflowNotFoundError);
    const id = last.commandId ?? "";
    expect(await handle.getUpdateHandle<Transition>(id).result()).toMatchObject({ event: { seq: last.seq } });
    expect(await handle.query(commandMemory, id)).toMatchObject({ seq: last.seq });
    expect(await getCommand(engine.db, id)).toMatchObject({ outcome: "accepted", seq: last.seq });
    expect((await getCase(engine.db, caseId))?.seq).toBe(last.seq);
  });
});

describe("work of the system that keeps failing", () => {
  it("shows its real error, leaves the case open for commands, and is given up when two administrators skip it", async () => {
    const caseId = `skipped-${randomUUID()}`;
    failures.set(caseId, Number.POSITIVE_INFINITY);
    await toTransfer(caseId);
    const seen = await until(
      () => attemptsOf(caseId),
      ({ attempt }) => attempt > 1,
    );
    expect(seen.error).toContain("kho bạc không trả lời");
    await act(engine, caseId, person("SKHCN", "admin", "first"), { verb: "skip", reason: "Kho bạc ngừng kết nối" });
    const confirmed = await act(engine, caseId, person("SKHCN", "admin", "second"), { verb: "confirm-skip" });
    expect(confirmed.state.step).toBe("lines");
    await until(
      () => attemptsOf(caseId),
      ({ attempt }) => attempt === 0,
    );
    expect(await stepOf(caseId)).toBe("lines");
    await recordHistory(engine.client, "task-skipped", caseWorkflowId(caseId));
  });
});
