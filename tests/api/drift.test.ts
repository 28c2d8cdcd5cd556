import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claim } from "../../store/index.ts";
import {
  campaignWorkflowId,
  caseWorkflowId,
  memberMilestone,
  openerWorkflowId,
  taskQueue,
  workflowTypes,
} from "../../workflows/messages.ts";
import { inputFor } from "../support/opened-case.ts";
import { temporalAddress } from "../support/temporal.ts";
import { until } from "../support/until.ts";
import { CAMPAIGN, openCycle, people, textLike } from "./support/cycle.ts";
import type { Item, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let connection: Connection;
let client: Client;
let admin: Person;

beforeAll(async () => {
  // A minute ahead: what began with this test is past the time that a record may take.
  stack = await startStack({ settler: "off", clock: () => Date.now() + 60_000 });
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: stack.namespace });
  await stack.startWorker();
  const who = people(stack);
  admin = await who("admin");
  await openCycle(admin, await who("clerk"));
});
afterAll(async () => {
  await connection.close();
  await stack.stop();
});

const stuck = async (cause: string): Promise<Item[]> => (await admin.get(`/stuck?cause=${cause}`)).body.items;
/** The engine waits longer and longer before it tries again: the third attempt of a workflow task comes after some ten seconds. */
const rowOf = (cause: string, id: string): Promise<Item> =>
  until(
    async () => (await stuck(cause)).find(({ subject }) => subject.id === id) as Item,
    (row) => row !== undefined,
    { withinMs: 45_000, everyMs: 250 },
  );
const gone = (cause: string, id?: string): Promise<boolean> =>
  until(
    async () => (await stuck(cause)).every(({ subject }) => id !== undefined && subject.id !== id),
    (none) => none,
    { everyMs: 250 },
  );
const sql = (text: string) => stack.db.pool.query(text);
const start = (type: string, workflowId: string, args: unknown[]) =>
  client.workflow.start(type, { taskQueue, workflowId, args });

describe("records and engine, compared in both directions", () => {
  it("agree while all is well", async () => {
    const { body } = await admin.get("/stuck");
    expect(body).toMatchObject({ items: [], engine: { reachable: true } });
  });

  it("tell of a case that runs and is in no record, and why", async () => {
    const id = "unrecorded";
    await sql(`ALTER TABLE "Case" ADD CONSTRAINT "refused" CHECK ("id" <> '${id}')`);
    await start(workflowTypes.approvalCase, caseWorkflowId(id), [{ input: inputFor(id) }]);
    expect(await rowOf("not-recorded", id)).toMatchObject({
      subject: { kind: "case", id, title: `Case ${id}` },
      case: null,
      error: { message: "no record of it" },
      remedies: [{ verb: "wait", enabled: true }],
    });
    expect(await rowOf("activity-failing", id)).toMatchObject({ error: { message: textLike(/"refused"/) } });
    await sql(`ALTER TABLE "Case" DROP CONSTRAINT "refused"`);
    await gone("not-recorded");
  });

  it("tell of a case that is closed in the records and runs on", async () => {
    const id = `${CAMPAIGN}-stc`;
    await sql(`UPDATE "Case" SET "outcome" = 'completed' WHERE "id" = '${id}'`);
    expect(await rowOf("not-recorded", id)).toMatchObject({
      case: { id, outcome: "completed" },
      error: { message: "recorded as closed, but its workflow runs" },
    });
    await sql(`UPDATE "Case" SET "outcome" = NULL WHERE "id" = '${id}'`);
    await gone("not-recorded", id);
  });
});

describe("a campaign that does not go on", () => {
  it("shows the activity that keeps failing, with its error", async () => {
    await sql(`ALTER TABLE "CampaignEvent" ADD CONSTRAINT "broken" CHECK ("seq" < 3) NOT VALID`);
    const report = {
      caseId: "consolidated-report-2026",
      unit: "SKHCN",
      milestone: "with-ubnd",
      contentId: null,
    } as const;
    await client.workflow.getHandle(campaignWorkflowId(CAMPAIGN)).signal(memberMilestone, report);
    const row = await rowOf("activity-failing", CAMPAIGN);
    expect(row).toMatchObject({
      subject: { kind: "campaign", title: `Cycle of 2026 (${CAMPAIGN})` },
      error: { message: textLike(/^recordCampaign: .*"broken"/) },
    });
    expect(row.error.attempt).toBeGreaterThanOrEqual(3);
    await sql(`ALTER TABLE "CampaignEvent" DROP CONSTRAINT "broken"`);
    await gone("activity-failing", CAMPAIGN);
  });

  it("or a case shows the workflow task that keeps failing, with its error", async () => {
    const id = "annual-report-1999";
    await start(workflowTypes.campaign, campaignWorkflowId(id), [{}]);
    await start(workflowTypes.approvalCase, caseWorkflowId("broken"), [{}]);
    expect(await rowOf("workflow-task-failing", id)).toMatchObject({
      subject: { kind: "campaign", title: `Cycle ${id}` },
      error: { message: textLike(/^workflow task: .*undefined/) },
    });
    expect(await rowOf("workflow-task-failing", "broken")).toMatchObject({ subject: { kind: "case" } });
  });

  it("shows an opening that cannot plan its year", async () => {
    const id = openerWorkflowId("annual-report-2040");
    await start(workflowTypes.openCampaign, id, [{ kind: "annual-report", year: 2040 }]);
    expect(await rowOf("activity-failing", id)).toMatchObject({
      subject: { kind: "opener" },
      error: { message: textLike(/^planCampaign: .*2040/) },
    });
  });

  it("shows a command to it that has no outcome", async () => {
    await claim(stack.db, {
      id: randomUUID(),
      subjectKind: "campaign",
      subjectId: CAMPAIGN,
      verb: "exclude",
      personId: "demo-skhcn-head",
      payloadHash: "0".repeat(64),
      envelope: {},
      now: Date.now() - 60_000,
    });
    expect(await stuck("command-not-settled")).toMatchObject([{ subject: { kind: "campaign", id: CAMPAIGN } }]);
  });
});
