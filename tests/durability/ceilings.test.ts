import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Line } from "../../domain/engine/index.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { command, seen } from "../api/support/cycle.ts";
import type { Answer, Person } from "../api/support/person.ts";
import { startStack, type Stack } from "../api/support/stack.ts";
import { askedLines, booksOf, listOnTheTable, onlyCeiling, REQUESTED } from "../support/listed-lines.ts";
import { temporalAddress } from "../support/temporal.ts";
import { until } from "../support/until.ts";

const DECISIONS = 64;
const FIT = 20;
/** Freeze, opinion, three signatures and the examination. */
const STEPS_TO_THE_TABLE = 6;

let stack: Stack;
let connection: Connection;
let client: Client;
let chair: Person;
beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: stack.namespace });
  chair = await stack.person("chutich.ubnd-tinh@demo.trinhky.vn");
});
afterAll(async () => {
  await connection.close();
  await stack.stop();
});

/** Updates that the engine carried out, in the case's own history. */
async function carriedOut(caseId: string): Promise<number> {
  const { events } = await client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory();
  const done = (events ?? []).map((event) => event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success);
  return done.filter((success) => success !== null && success !== undefined).length;
}

/** A slow machine may promise the answer for later: it is asked for until it is there. */
async function outcomeOf({ status, body }: Answer): Promise<string> {
  if (status !== 202) return status === 200 ? "accepted" : String(body.code);
  const receipt = await until(
    async () => (await chair.get(`/commands/${body.commandId}`)).body,
    ({ outcome }) => outcome !== "pending",
    { withinMs: 60_000 },
  );
  return receipt.outcome === "accepted" ? "accepted" : (receipt.problem as { code: string }).code;
}

describe("64 decisions sent at once through the API", () => {
  it("fill a Stop ceiling exactly: what does not fit is refused, and every book says the same", async () => {
    const lines = await askedLines(stack.db, DECISIONS);
    const lists: { caseId: string; own: Line[] }[] = [];
    for (const own of [lines.slice(0, DECISIONS / 2), lines.slice(DECISIONS / 2)]) {
      lists.push({ caseId: await listOnTheTable({ client, db: stack.db }, own), own });
    }
    await onlyCeiling(stack.db, FIT * REQUESTED + 1);
    const sent: ReturnType<typeof command>[] = [];
    for (const { caseId, own } of lists) {
      const expected = await seen(chair, caseId);
      for (const { id: line } of own) {
        const body = { verb: "decide-lines", decisions: [{ line, decision: "approve" }] };
        sent.push(command(chair, caseId, body, { expected }));
      }
    }
    const answers = await Promise.all(sent);
    const outcomes = await Promise.all(answers.map(outcomeOf));
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(FIT);
    expect(outcomes.filter((outcome) => outcome === "ceiling-exceeded")).toHaveLength(DECISIONS - FIT);
    const taken = FIT * REQUESTED;
    expect(await booksOf(stack.db)).toEqual({ held: 0, reserved: taken, decided: taken, inEvents: taken });
    const decided = await Promise.all(lists.map(async ({ caseId }) => (await carriedOut(caseId)) - STEPS_TO_THE_TABLE));
    expect(decided.reduce((sum, count) => sum + count, 0)).toBe(FIT);
  });
});
