import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client, Connection } from "@temporalio/client";
import { ensureSchedules } from "../../workers/schedules.ts";
import { annualReportScheduleId, openerWorkflowId } from "../../workflows/messages.ts";
import { temporalAddress } from "../support/temporal.ts";
import type { Account } from "./support/accounts.ts";
import { CASE, command, fillDraft, openCycle, people, until, textLike, textWith } from "./support/cycle.ts";
import type { Item, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";
import type { RunningWorker } from "../support/worker.ts";

let stack: Stack;
let connection: Connection;
let client: Client;
let who: (account: Account) => Promise<Person>;
const running: Pick<RunningWorker, "stop">[] = [];

beforeAll(async () => {
  stack = await startStack();
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: stack.namespace });
  running.push(await stack.startWorker());
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
});
afterAll(async () => {
  await connection.close();
  await stack.stop();
});

const parts = async (): Promise<Record<string, { status: string; detail: string }>> => {
  const { body } = await (await who("admin")).get("/health/parts");
  return Object.fromEntries(body.parts.map((part) => [part.name, part]));
};
const stuck = async (cause: string): Promise<Item[]> =>
  (await (await who("admin")).get(`/stuck?cause=${cause}`)).body.items;

describe("health", () => {
  it("names a schedule that is missing, then one that is paused, then one that is well", async () => {
    expect((await parts())["schedule"]).toMatchObject({ status: "down" });
    await ensureSchedules(client);
    expect((await parts())["schedule"]).toMatchObject({ status: "up", detail: textWith("15/10/") });
    await client.schedule.getHandle(annualReportScheduleId).pause("đang rà soát lịch");
    expect((await parts())["schedule"]).toMatchObject({
      status: "degraded",
      detail: textWith("đang rà soát lịch"),
    });
  });

  it("shows the pollers of the task queue", async () => {
    expect(await parts()).toMatchObject({
      temporal: { status: "up" },
      "task-queue": { status: "up" },
      worker: { status: "up" },
      postgres: { status: "up" },
      settler: { status: "up" },
    });
  });
});

describe("what is stuck", () => {
  it("shows a step whose post nobody holds, with candidates, and a reassignment mends it", async () => {
    await stack.db.pool.query(`DELETE FROM "Post" WHERE "personId" = 'demo-syt-specialist'`);
    const [row] = await stuck("nobody-holds-post");
    expect(row).toMatchObject({
      case: { id: CASE },
      cause: "nobody-holds-post",
      waitsFor: [{ unit: "SYT", role: "specialist" }],
      remedies: [{ verb: "remind", enabled: true }, { verb: "reassign", enabled: true }, { verb: "wait" }],
    });
    expect(row?.candidates.map((one) => one.role)).toContain("head");
    const to = { unit: "SYT", role: "division-head" };
    const moved = await command(await who("admin"), CASE, {
      verb: "reassign",
      to,
      reason: "Chuyên viên chuyển công tác",
    });
    expect(moved).toMatchObject({ status: 200, body: { outcome: "accepted", next: [to] } });
    expect(await stuck("nobody-holds-post")).toEqual([]);
    const inbox = await (await who("reviewer")).get("/inbox");
    expect(inbox.body.items[0]).toMatchObject({ id: CASE, why: { reassigned: true } });
  });

  it("shows a reminder to whoever holds the case", async () => {
    const reminded = await command(await who("admin"), CASE, { verb: "remind", reason: "Sắp đến hạn" });
    expect(reminded).toMatchObject({ status: 200, body: { outcome: "accepted" } });
    const notices = await (await who("reviewer")).get("/notices");
    const [newest] = notices.body.items;
    expect(newest).toMatchObject({ kind: "reminder", read: false });
    expect(newest?.title).toContain("Báo cáo năm 2026 – Sở Y tế");
    const read = await (await who("reviewer")).send("POST", "/notices/read", { ids: [newest?.id] });
    expect(read.body).toEqual({ read: 1 });
  });

  it("shows a case that is past due", async () => {
    await stack.db.pool.query(`UPDATE "Case" SET "dueAt" = now() - interval '3 days' WHERE "id" = $1`, [CASE]);
    const rows = await stuck("overdue");
    expect(rows).toMatchObject([{ case: { id: CASE, timeliness: "overdue" } }]);
    const inbox = await (await who("admin")).get("/stuck?limit=1");
    expect(inbox.body.counts).toContainEqual({ cause: "overdue", count: 1 });
  });

  it("shows an open case whose workflow is gone", async () => {
    const id = "annual-report-2026-sct";
    await client.workflow.getHandle(`case:${id}`).terminate("made for the test");
    await until(async () => (await stuck("workflow-missing")).length === 1);
    const [row] = await stuck("workflow-missing");
    expect(row).toMatchObject({ case: { id }, error: { message: "workflow is TERMINATED" } });
    expect(row?.remedies).toContainEqual(expect.objectContaining({ verb: "wait", enabled: true }));
  });

  it("shows an activity that keeps failing, with its error and its attempts", async () => {
    const id = "annual-report-2026-stc";
    await acceptReport("stc", id);
    await stack.db.pool.query(`ALTER TABLE "CaseEvent" ADD CONSTRAINT "broken" CHECK ("caseId" <> '${id}') NOT VALID`);
    await client.workflow.getHandle(`case:${id}`).signal("caseMilestone", { milestone: "consolidated", from: "test" });
    await until(async () => (await stuck("activity-failing")).length === 1);
    const [row] = await stuck("activity-failing");
    expect(row).toMatchObject({ case: { id }, error: { message: textLike(/^recordCase: .*"broken"/) } });
    expect(row?.error.attempt).toBeGreaterThanOrEqual(3);
    await stack.db.pool.query(`ALTER TABLE "CaseEvent" DROP CONSTRAINT "broken"`);
    await until(async () => (await (await who("officer")).get(`/cases/${id}`)).body.outcome === "completed");
  });
});

describe("a worker that died", () => {
  it("is down as soon as work waits for it, though its pollers are still in the queue's list", async () => {
    for (const worker of running.splice(0)) await worker.stop();
    // A command alone leaves no trace in the queue before a worker takes it; the start of a workflow waits there.
    const round = { name: "Đợt bổ sung cuối năm", window: "in-year", budgetYear: 2026 };
    const asked = { kind: "funding-round", closesOn: "2026-12-15", round };
    expect((await (await who("admin")).send("POST", "/campaigns", asked)).status).toBe(200);
    const status = async () => (await parts())["worker"]?.status;
    // The server first waits for the worker that had the case last.
    await expect.poll(status, { timeout: 60_000, interval: 500 }).toBe("down");
    running.push(await stack.startWorker());
    await expect.poll(status, { timeout: 20_000, interval: 500 }).toBe("up");
  }, 120_000);
});

describe("a cycle of a year whose working days nobody has entered", () => {
  const open = async (language: string) =>
    (await who("admin")).send(
      "POST",
      "/campaigns",
      { kind: "annual-report", year: 2031 },
      { "accept-language": language },
    );

  it("is refused with the table that is missing, and nothing is started", async () => {
    expect(await open("vi")).toMatchObject({
      status: 409,
      body: {
        code: "calendar-year-missing",
        title: "Chưa mở được kỳ báo cáo năm 2031",
        remedy: "Nhập lịch làm việc năm 2031 trước, rồi mở lại.",
      },
    });
    expect(await open("en")).toMatchObject({
      status: 409,
      body: { remedy: "Enter the working calendar of 2031 first, then open the cycle again." },
    });
    const { status } = await (await who("admin")).get("/campaigns/annual-report-2031");
    expect(status).toBe(404);
    await expect(client.workflow.getHandle(openerWorkflowId("annual-report-2031")).describe()).rejects.toThrow();
  });

  it("can be opened as soon as they are there", async () => {
    await stack.db.pool.query(`INSERT INTO "CalendarYear" ("year", "provisional") VALUES (2031, true)`);
    expect(await open("vi")).toMatchObject({ status: 200, body: { campaignId: "annual-report-2031" } });
  });
});

/** From the draft to the department's acceptance. */
async function acceptReport(unit: string, id: string): Promise<void> {
  const colleague = (name: string): Promise<Person> => stack.person(`${name}.${unit}@demo.trinhky.vn`);
  const clerk = await colleague("chuyenvien");
  const draftVersion = await fillDraft(clerk, id, unit.toUpperCase());
  const steps: [Person, object][] = [
    [clerk, { verb: "submit", draftVersion }],
    [await colleague("truongphong"), { verb: "approve" }],
    [await colleague("thutruong"), { verb: "approve" }],
    [await colleague("vanthu"), { verb: "issue" }],
    [await who("officer"), { verb: "approve" }],
  ];
  for (const [person, body] of steps) expect((await command(person, id, body)).status).toBe(200);
}
