import { randomUUID } from "node:crypto";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { WithStartWorkflowOperation, type Client } from "@temporalio/client";
import { Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, atLocal, endOfDay, localDate, yearOf, type CalendarEdit } from "../../domain/calendar/index.ts";
import { verifyChain, type SealedEvent } from "../../domain/engine/index.ts";
import {
  closeDb,
  createDb,
  getCampaign,
  getCase,
  listCalendarChanges,
  listChangeItems,
  listEvents,
  type Db,
} from "../../store/index.ts";
import { createActivities } from "../../workers/create-activities.ts";
import {
  calendarSaved,
  calendarWorkflowId,
  openerWorkflowId,
  taskQueue,
  workflowTypes,
  type CalendarSaved,
} from "../../workflows/messages.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { recordHistory } from "../support/histories.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { workflowBundlePath } from "../support/temporal.ts";

let env: TestWorkflowEnvironment;
let database: TestDatabase;
let db: Db;
let worker: Worker;
let working: Promise<void>;
let now = 0;
/** 2027: 29/11 is a Monday, and the strict term ends with it. */
const year = 2027;
const CASE = `annual-report-${year}-stc`;

/** Workflows that do not answer, as the activity sees it. */
const silent = new Set<string>();
const reaching = (client: Client): Client => {
  const workflow = new Proxy(client.workflow, {
    get: (target, key) => {
      if (key !== "getHandle") return Reflect.get(target, key) as unknown;
      return (id: string) =>
        silent.has(id) ? { executeUpdate: () => Promise.reject(new Error("no answer")) } : target.getHandle(id);
    },
  });
  return new Proxy(client, {
    get: (target, key) => (key === "workflow" ? workflow : Reflect.get(target, key)) as unknown,
  });
};

async function sleepUntil(instant: number): Promise<void> {
  await env.sleep(Math.max(1, instant - (await env.currentTimeMs())));
  now = await env.currentTimeMs();
}

const edit = (more: Partial<CalendarEdit>): CalendarEdit => ({ days: [], years: [], hours: null, rules: [], ...more });

/** As the API does it: the answer comes as soon as the edit is saved. */
async function change(base: number, given: Partial<CalendarEdit>, id = randomUUID()) {
  const request = { id, base, edit: edit(given), reason: "Quyết định hoán đổi", personId: "p", personName: "Quản trị" };
  const operation = new WithStartWorkflowOperation<(args: { request: typeof request }) => Promise<CalendarSaved>>(
    workflowTypes.changeCalendar,
    { taskQueue, workflowId: calendarWorkflowId(id), args: [{ request }], workflowIdConflictPolicy: "USE_EXISTING" },
  );
  const saved = await env.client.workflow.executeUpdateWithStart(calendarSaved, { startWorkflowOperation: operation });
  return { saved, handle: env.client.workflow.getHandle(calendarWorkflowId(id)), id };
}

async function eventsOf(id: string): Promise<SealedEvent[]> {
  const { items } = await listEvents(db, id, { limit: 200 });
  expect(verifyChain(items.toReversed())).toEqual({ ok: true });
  return items.toReversed();
}

const told = async (key: string): Promise<number | undefined> =>
  (await eventsOf(CASE)).find((event) => event.data.timer === key)?.at;

/** Within the second that the server needs to wake a worker; never before. */
const expectAt = (at: number | undefined, instant: number): void => {
  expect(at).toBeGreaterThanOrEqual(instant);
  expect(at).toBeLessThan(instant + 1_000);
};

beforeAll(async () => {
  [env, database] = await Promise.all([createTimeSkippingEnv(), createTestDatabase()]);
  db = createDb(database.url);
  worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? "default",
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: createActivities({ db, client: reaching(env.client), now: () => now }),
  });
  working = worker.run();
  now = await env.currentTimeMs();
  expect(yearOf(localDate(now))).toBeLessThan(year);
  await sleepUntil(atLocal(`${year}-10-15`, "08:00"));
  await env.client.workflow.execute(workflowTypes.openCampaign, {
    taskQueue,
    workflowId: openerWorkflowId(`annual-report-${year}`),
    args: [{ kind: "annual-report", year }],
  });
  await sleepUntil(atLocal(`${year}-10-15`, "17:00"));
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await closeDb(db);
  await Promise.all([env.teardown(), database.drop()]);
});

describe("a holiday declared while timers run", () => {
  it("is told to every open case and to the campaign, each with its own result", async () => {
    await sleepUntil(atLocal(`${year}-11-10`, "09:00"));
    expect((await getCase(db, CASE))?.dueAt).toBe(endOfDay(`${year}-11-29`));
    const { saved, handle } = await change(0, { days: [{ date: `${year}-11-29`, kind: "HOLIDAY" }] });
    expect(saved).toEqual({ serial: 1 });
    await handle.result();
    const { items } = await listChangeItems(db, { serial: 1, limit: 200 });
    expect(items).toHaveLength(45);
    expect(new Set(items.map((item) => item.outcome))).toEqual(new Set(["moved"]));
    expect((await listCalendarChanges(db, {})).items).toMatchObject([
      { serial: 1, moved: 45, failed: 0, outcome: "finished", reason: "Quyết định hoán đổi" },
    ]);
  });

  it("moves the rows that people read, and seals the old date and the new", async () => {
    const due = endOfDay(`${year}-11-30`);
    expect(await getCase(db, CASE)).toMatchObject({ dueAt: due, step: "draft", outcome: null });
    expect((await getCampaign(db, `annual-report-${year}`))?.effectiveDue).toBe(due);
    expect((await eventsOf(CASE)).at(-1)).toMatchObject({
      type: "calendar-changed",
      data: { due: { from: endOfDay(`${year}-11-29`), to: due } },
    });
    const { rows } = await db.pool.query<{ dueAt: Date }>(`SELECT "dueAt" FROM "InboxItem" WHERE "caseId" = $1`, [
      CASE,
    ]);
    expect(rows.map((row) => row.dueAt.getTime())).toEqual([due]);
  });

  it("refuses an edit made on the calendar as it was before, and answers a repeat as the first time", async () => {
    const { saved, handle } = await change(0, { days: [{ date: `${year}-11-26`, kind: "OFF" }] });
    expect(saved).toEqual({ serial: null, current: 1 });
    expect(await handle.result()).toEqual({ serial: null, current: 1 });
  });

  it("reminds, marks and escalates at the instants of the new calendar", async () => {
    await sleepUntil(endOfDay(`${year}-11-30`) + 10 * 86_400_000);
    const last = `${year}-11-30`;
    expectAt(await told("remind:7"), atLocal(addDays(last, -7), "08:00"));
    expectAt(await told("remind:1"), atLocal(addDays(last, -1), "08:00"));
    expectAt(await told("remind:0"), atLocal(last, "08:00"));
    expectAt(await told("overdue"), endOfDay(last));
    expectAt(await told("escalate:1"), atLocal(`${year}-12-01`, "08:00"));
    expectAt(await told("escalate:3"), atLocal(`${year}-12-03`, "08:00"));
  });

  it("decides nothing: whoever was silent is where it was, and is only told about", async () => {
    const row = await getCase(db, CASE);
    expect(row).toMatchObject({ step: "draft", round: 1, outcome: null });
    expect(row?.state).toMatchObject({ signatures: [], votes: [], content: null, sentAt: null });
    expect((await eventsOf(CASE)).every((event) => event.seq === 1 || event.to === undefined)).toBe(true);
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "consolidating" });
  });

  it("leaves histories to replay", async () => {
    await recordHistory(env.client, "report-calendar", `case:${CASE}`);
    await recordHistory(env.client, "campaign-calendar", `campaign:annual-report-${year}`);
    const { saved, handle, id } = await change(1, { days: [{ date: `${year}-12-24`, kind: "OFF" }] });
    expect(saved.serial).toBe(2);
    await handle.result();
    await recordHistory(env.client, "calendar-change", calendarWorkflowId(id));
  });
});

describe("a case that cannot be reached", () => {
  it("is tried again until it can be, and holds up no other", async () => {
    const id = `annual-report-${year}-sct`;
    silent.add(`case:${id}`);
    const { handle } = await change(2, { days: [{ date: `${year}-12-27`, kind: "OFF" }] });
    await sleepUntil((await env.currentTimeMs()) + 30_000);
    expect((await listChangeItems(db, { serial: 3, outcome: "failed" })).items).toMatchObject([
      { subjectId: id, error: "no answer", tries: 1 },
    ]);
    expect((await listCalendarChanges(db, { limit: 1 })).items).toMatchObject([{ unchanged: 45, finishedAt: null }]);
    silent.clear();
    await handle.result();
    expect((await listCalendarChanges(db, { limit: 1 })).items).toMatchObject([
      { unchanged: 46, failed: 0, outcome: "finished" },
    ]);
    expect((await getCase(db, id))?.state.calendar?.serial).toBe(3);
  });

  it("is left to the later change when one comes", async () => {
    silent.add(`case:annual-report-${year}-sct`);
    const first = await change(3, { days: [{ date: `${year}-12-28`, kind: "OFF" }] });
    const second = await change(4, { days: [{ date: `${year}-12-29`, kind: "OFF" }] });
    silent.clear();
    await second.handle.result();
    await first.handle.result();
    const { items } = await listCalendarChanges(db, { limit: 2 });
    expect(items.map(({ serial, outcome }) => [serial, outcome])).toEqual([
      [5, "finished"],
      [4, "superseded"],
    ]);
    const row = await getCase(db, CASE);
    expect(row?.state.calendar?.off).toEqual(expect.arrayContaining([`${year}-12-28`, `${year}-12-29`]));
  });
});
