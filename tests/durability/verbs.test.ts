import { randomUUID } from "node:crypto";
import { WorkflowUpdateFailedError } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  nextTimer,
  stepAt,
  verbRules,
  verifyChain,
  type Actor,
  type CaseInput,
  type Pipeline,
  type SealedEvent,
  type Verb,
} from "../../domain/engine/index.ts";
import { refold } from "../../scripts/replay/refold.ts";
import type { History } from "../../scripts/replay/told.ts";
import { getCase } from "../../store/index.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { allKinds, parties } from "../domain/engine/all-kinds.ts";
import { act, type Act } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { until } from "../support/until.ts";
import { range } from "./support/at-once.ts";
import { administrator, person, startEngine, type TestEngine } from "./support/engine.ts";
import { timersIn } from "./support/timers.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker({ send: () => Promise.resolve() });
});
afterAll(() => engine.stop());

const reason = "Có lý do";
const lines = ["a", "b"].map((id) => ({ id, requested: 5_000_000, source: "IV.1", year: 2027 }));
const submit: Act = { verb: "submit", drafters: [], lines };
const freeze: Act = { verb: "freeze", drafters: [], lines, included: 4, owing: 4, missing: [] };
const clerk = person("SYT", "specialist");
const head = person("SYT", "head");
const collector = person("SKHCN", "specialist");
const coordinator = person("SKHCN", "specialist", "coordinator");
const checker = person("SKHCN", "division-head");
const second = person("SKHCN", "deputy-head");
const finance = person("STC", "head");
const viceChair = person("UBND_TINH", "vice-chair");
const chair = person("UBND_TINH", "chair");
const otherAdmin = person("SKHCN", "admin", "other admin");

/** The opinions share a term of the case's that is over in a moment: the only term a test can wait for. */
const withShortTerm = (): Partial<CaseInput> => {
  const pipeline = structuredClone<Pipeline>(allKinds);
  Object.assign(pipeline.steps.opinions!, { deadline: { by: "case", remind: [] } });
  const soon = Date.now() + 1_500;
  return { pipeline, parties, due: { legalDue: soon, effectiveDue: soon, internalTarget: soon } };
};

async function eventsOf(caseId: string): Promise<SealedEvent[]> {
  const { rows } = await engine.db.pool.query<{ body: SealedEvent }>(
    `SELECT "body" FROM "CaseEvent" WHERE "caseId" = $1 ORDER BY "seq"`,
    [caseId],
  );
  return rows.map(({ body }) => body);
}

const historyOf = async (caseId: string): Promise<History> =>
  await engine.client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory();

async function expectWhole(caseId: string): Promise<void> {
  const state = (await getCase(engine.db, caseId))?.state;
  const events = await until(
    () => eventsOf(caseId),
    ({ length }) => length === state?.seq,
  );
  expect(verifyChain(events)).toEqual({ ok: true });
  expect(events.at(-1)?.hash).toBe(state?.lastHash);
  expect(refold(await historyOf(caseId))).toBeNull();
}

describe("every verb, sent to a real server by the write path", () => {
  const caseId = `verbs-${randomUUID()}`;
  const used = new Set<Verb>();
  const go = async (who: Actor, what: Act) => {
    used.add(what.verb);
    return (await act(engine, caseId, who, what)).state;
  };

  it("drafting: given to another, put together, taken back and sent again", async () => {
    await engine.open(caseId, withShortTerm());
    expect((await go(administrator, { verb: "reassign", to: head.post, reason })).assigned).toEqual(head.post);
    expect((await go(administrator, { verb: "remind", reason })).step).toBe("draft");
    expect((await go(head, submit)).step).toBe("gather");
    expect((await go(collector, freeze)).step).toBe("check");
    expect((await go(collector, { verb: "withdraw", reason })).step).toBe("gather");
    expect((await go(collector, freeze)).step).toBe("check");
  });

  it("checking: asked and answered, extended, voted, a vote taken back, sent back and voted again", async () => {
    const { dueAt } = (await getCase(engine.db, caseId))!.state;
    expect((await go(checker, { verb: "clarify", reason, to: "draft" })).dueAt).toBeNull();
    expect((await go(clerk, { verb: "answer", comment: "Theo biểu 03" })).dueAt).toBe(dueAt);
    const later = dueAt! + 3 * 86_400_000;
    expect((await go(administrator, { verb: "extend", dueAt: later, reason })).dueAt).toBeGreaterThan(dueAt!);
    await go(checker, { verb: "clarify", reason, to: "draft" });
    expect((await go(checker, { verb: "retract-question", reason })).dueAt).toBe(later);
    expect((await go(checker, { verb: "comment", comment: "Đang xem" })).step).toBe("check");
    expect((await go(checker, { verb: "approve" })).votes).toHaveLength(1);
    expect((await go(checker, { verb: "withdraw", reason })).votes).toEqual([]);
    expect((await go(second, { verb: "return", code: "unclear", reason, sections: [], to: "gather" })).round).toBe(2);
    expect((await go(collector, freeze)).step).toBe("check");
    await go(checker, { verb: "approve" });
    expect((await go(second, { verb: "approve" })).step).toBe("opinions");
  });

  it("opinions: a unit added and removed, one heard, and closed when their term is over", async () => {
    expect((await go(coordinator, { verb: "consult", unit: "SXD", roles: ["head"], reason })).consulted).toHaveLength(
      2,
    );
    await go(coordinator, { verb: "unconsult", unit: "STC", reason });
    const asked = await go(coordinator, { verb: "consult", unit: "STC", roles: ["head"], reason });
    expect(asked.consulted.map(({ unit }) => unit)).toEqual(["SXD", "STC"]);
    await go(finance, { verb: "opine", position: "agree" });
    await until(
      () => eventsOf(caseId),
      (events) => events.some(({ type, step }) => type === "overdue" && step === "opinions"),
    );
    expect((await go(coordinator, { verb: "proceed" })).step).toBe("lines");
  });

  it("lines: referred, resolved, decided; the signature refused and given; numbered; skipped by two", async () => {
    const [a, b] = ["a", "b"] as const;
    await go(viceChair, { verb: "decide-lines", decisions: [{ line: a, decision: "refer", reason }] });
    await go(viceChair, { verb: "resolve-lines", lines: [a], resolution: "NQ 12" });
    const both = [a, b].map((line) => ({ line, decision: "approve" as const }));
    expect((await go(viceChair, { verb: "decide-lines", decisions: both })).step).toBe("sign");
    expect((await go(chair, { verb: "approve", mark: "TM." })).step).toBe("issue");
    await go(person("VP_UBND", "records-clerk"), { verb: "issue" });
    await until(
      () => getCase(engine.db, caseId),
      (row) => row?.step === "wait",
    );
    await go(administrator, { verb: "skip", reason });
    expect((await go(otherAdmin, { verb: "confirm-skip" })).outcome).toBe("completed");
  });

  it("another is taken back by whoever sent it, and then ended by a rejection", async () => {
    const other = `rejected-${randomUUID()}`;
    const pipeline = structuredClone<Pipeline>(allKinds);
    Object.assign(pipeline.steps.check!, { retract: { by: { party: "owner", roles: ["head"] }, to: "draft" } });
    await engine.open(other, { pipeline, parties });
    const send = async () => {
      await act(engine, other, clerk, submit);
      await act(engine, other, collector, freeze);
    };
    await send();
    expect((await act(engine, other, head, { verb: "retract", reason })).state.step).toBe("draft");
    await send();
    const { state } = await act(engine, other, checker, { verb: "reject", code: "other", reason });
    for (const verb of ["retract", "reject"] as const) used.add(verb);
    expect(state.outcome).toBe("rejected");
    await expectWhole(other);
  });

  it("each is once in the record, sealed, and the rules of today come to the same from the server's history", async () => {
    const all = (Object.keys(verbRules) as Verb[]).filter((verb) => verb !== "migrate");
    expect([...used].sort()).toEqual(all.sort());
    await expectWhole(caseId);
    await recordHistory(engine.client, "every-verb", caseWorkflowId(caseId));
  });
});

describe("the timer of a case on the server", () => {
  const open = async (): Promise<string> => {
    const caseId = `timers-${randomUUID()}`;
    await engine.open(caseId, { pipeline: allKinds, parties });
    await act(engine, caseId, clerk, submit);
    await act(engine, caseId, collector, freeze);
    return caseId;
  };
  const timers = async (caseId: string) => timersIn(await historyOf(caseId));
  const armed = (caseId: string, at: number) =>
    until(
      () => timers(caseId),
      ({ pending }) => pending.some((due) => Math.abs(due - at) < 2_000),
    );
  const nextOf = async (caseId: string): Promise<number> => {
    const { input, state } = (await getCase(engine.db, caseId))!;
    expect(stepAt(input, state.step).kind).toBe("decide");
    return nextTimer(input, state)!.at;
  };

  it("is armed anew when the date is extended, and only one is pending", async () => {
    const caseId = await open();
    const before = await nextOf(caseId);
    await armed(caseId, before);
    const { dueAt } = (await getCase(engine.db, caseId))!.state;
    await act(engine, caseId, administrator, { verb: "extend", dueAt: dueAt! + 7 * 86_400_000, reason });
    const after = await nextOf(caseId);
    expect(after).toBeGreaterThan(before);
    expect((await armed(caseId, after)).pending).toHaveLength(1);
  });

  it("gives way to that of a question while its answer is waited for, and is armed again with the answer", async () => {
    const caseId = await open();
    await armed(caseId, await nextOf(caseId));
    await act(engine, caseId, checker, { verb: "clarify", reason, to: "draft" });
    const { input, state } = (await getCase(engine.db, caseId))!;
    const { key, at } = nextTimer(input, state)!;
    expect(key).toBe(`asked:${state.seq}:2`);
    expect((await armed(caseId, at)).pending).toHaveLength(1);
    await act(engine, caseId, clerk, { verb: "answer", comment: "Theo biểu 03" });
    expect((await armed(caseId, await nextOf(caseId))).pending).toHaveLength(1);
  });

  it("is that of the desk a withdrawal leads back to, as it was", async () => {
    const caseId = await open();
    const before = await nextOf(caseId);
    await act(engine, caseId, checker, { verb: "approve" });
    await act(engine, caseId, second, { verb: "approve" });
    await act(engine, caseId, second, { verb: "withdraw", reason });
    expect(await nextOf(caseId)).toBe(before);
    expect((await armed(caseId, before)).pending).toHaveLength(1);
  });
});

describe("ten different commands under way at once", () => {
  it("are each carried out once or refused with the reason, in one chain", async () => {
    const caseId = `mixed-${randomUUID()}`;
    await engine.open(caseId, { pipeline: allKinds, parties });
    await act(engine, caseId, clerk, submit);
    await act(engine, caseId, collector, freeze);
    const { seq, dueAt } = (await getCase(engine.db, caseId))!.state;
    const crowd: [Actor, Act][] = [
      [checker, { verb: "approve" }],
      [second, { verb: "approve" }],
      [checker, { verb: "clarify", reason, to: "draft" }],
      [second, { verb: "return", code: "unclear", reason, sections: [] }],
      [collector, { verb: "withdraw", reason }],
      [administrator, { verb: "extend", dueAt: dueAt! + 7 * 86_400_000, reason }],
      [administrator, { verb: "reassign", to: second.post, reason }],
      [administrator, { verb: "skip", reason }],
      [checker, { verb: "comment", comment: "Đã nhận" }],
      [administrator, { verb: "remind", reason }],
    ];
    const sent = await Promise.allSettled(crowd.map(([who, what]) => act(engine, caseId, who, what)));
    const done = sent.flatMap((one) => (one.status === "fulfilled" ? [one.value.event.seq] : []));
    const refused = sent.flatMap((one) => (one.status === "rejected" ? [one.reason as Error] : []));
    expect(done.toSorted((a, b) => a - b)).toEqual(range(done.length).map((index) => seq + 1 + index));
    expect(done.length).toBeGreaterThan(0);
    for (const failure of refused) {
      expect(failure).toBeInstanceOf(WorkflowUpdateFailedError);
      expect(failure.cause).toMatchObject({
        details: [expect.objectContaining({ code: expect.any(String) as string })],
      });
    }
    await expectWhole(caseId);
  });
});
