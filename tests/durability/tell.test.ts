import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCase } from "../../store/index.ts";
import {
  campaignWorkflowId,
  caseMilestone,
  caseWorkflowId,
  memberMilestone,
  workflowTypes,
} from "../../workflows/messages.ts";
import { act } from "../support/desk.ts";
import { FEW_SIGNALS, fewSignalsNamespace } from "../support/short-runs.ts";
import { until } from "../support/until.ts";
import { administrator, person, startEngine, type TestEngine } from "./support/engine.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine(fewSignalsNamespace);
  await engine.worker();
});
afterAll(() => engine.stop());

const campaignId = `full-${randomUUID()}`;
const caseId = `member-${randomUUID()}`;

/** A campaign whose run nobody works off. */
const startCampaign = () =>
  engine.client.workflow.start(workflowTypes.campaign, {
    taskQueue: "nobody-works-here",
    workflowId: campaignWorkflowId(campaignId),
    args: [],
  });

async function heardBy(runId: string): Promise<unknown[]> {
  const { events } = await engine.client.workflow.getHandle(campaignWorkflowId(campaignId), runId).fetchHistory();
  const signals = events?.flatMap((event) => event.workflowExecutionSignaledEventAttributes ?? []) ?? [];
  return signals.flatMap(({ input }) =>
    (input?.payloads ?? []).map(
      ({ data }) => (JSON.parse(Buffer.from(data ?? []).toString()) as { milestone: string }).milestone,
    ),
  );
}

describe("a campaign whose run takes no more signals", () => {
  it("holds up no member: it takes commands, records what it does by itself, and goes on", async () => {
    const full = await startCampaign();
    const stranger = { caseId: "x", unit: "x", milestone: "sent" as const, contentId: null };
    for (let sent = 0; sent < FEW_SIGNALS; sent += 1) await full.signal(memberMilestone, stranger);
    await expect(full.signal(memberMilestone, stranger)).rejects.toThrow();
    await engine.open(caseId, { campaignId, settings: { contentReview: false } });
    await act(engine, caseId, person("SYT", "specialist"), { verb: "submit", drafters: [] });
    await act(engine, caseId, person("SYT", "head"), { verb: "approve" });
    await act(engine, caseId, person("SYT", "records-clerk"), { verb: "issue" });
    await act(engine, caseId, administrator, { verb: "remind", reason: "Tiếp nhận sớm" });
    await act(engine, caseId, person("SKHCN", "specialist"), { verb: "approve" });
    await engine.client.workflow
      .getHandle(caseWorkflowId(caseId))
      .signal(caseMilestone, { milestone: "consolidated", from: campaignId });
    await until(
      () => getCase(engine.db, caseId),
      (row) => row?.outcome === "completed",
    );
  });

  it("is told all of it, in order, once it has room again; only then does the member end", async () => {
    const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
    expect((await handle.describe()).status.name).toBe("RUNNING");
    await engine.client.workflow.getHandle(campaignWorkflowId(campaignId)).terminate("made for the test");
    const { firstExecutionRunId } = await startCampaign();
    expect(await handle.result()).toBe("completed");
    expect(await heardBy(firstExecutionRunId)).toEqual(["sent", "accepted", "consolidated"]);
  });
});

describe("a milestone that comes while the case is on its way back to where it waits", () => {
  it("is taken up when the case waits again with the same content", async () => {
    const early = `early-${randomUUID()}`;
    await engine.open(early, { settings: { contentReview: false } });
    await act(engine, early, person("SYT", "specialist"), { verb: "submit", drafters: [] });
    await act(engine, early, person("SYT", "head"), { verb: "approve" });
    await act(engine, early, person("SYT", "records-clerk"), { verb: "issue" });
    const receiver = person("SKHCN", "specialist");
    await act(engine, early, receiver, { verb: "approve" });
    await act(engine, early, receiver, { verb: "withdraw", reason: "Xem lại biểu 03" });
    const handle = engine.client.workflow.getHandle(caseWorkflowId(early));
    await handle.signal(caseMilestone, { milestone: "consolidated", from: campaignId });
    await act(engine, early, receiver, { verb: "approve" });
    expect(await handle.result()).toBe("completed");
    expect(await getCase(engine.db, early)).toMatchObject({ outcome: "completed", step: "consolidated" });
  });
});
