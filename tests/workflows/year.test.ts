import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atLocal, localDate, yearOf } from "../../domain/calendar/index.ts";
import { verifyChain, type Actor, type Role } from "../../domain/engine/index.ts";
import {
  campaignCounts,
  closeDb,
  createDb,
  getCampaign,
  getCase,
  listCases,
  listEvents,
  type Db,
} from "../../store/index.ts";
import { createActivities } from "../../workers/create-activities.ts";
import {
  campaignWorkflowId,
  caseWorkflowId,
  openerWorkflowId,
  taskQueue,
  workflowTypes,
} from "../../workflows/messages.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { act, type Act, type Desk } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { workflowBundlePath } from "../support/temporal.ts";

let env: TestWorkflowEnvironment;
let database: TestDatabase;
let db: Db;
let worker: Worker;
let working: Promise<void>;
let desk: Desk;
let now = 0;
let year = 0;

const person = (unit: string, role: Role): Actor => ({
  personId: `${role}.${unit}`,
  name: `${role} ${unit}`,
  post: { unit, role },
});

const caseOf = (slug: string): string => `annual-report-${year}-${slug}`;

/** Sleeps until an instant of the server's own time; what has happened by then is written to the database. */
async function sleepUntil(instant: number): Promise<void> {
  await env.sleep(Math.max(1, instant - (await env.currentTimeMs())));
  now = await env.currentTimeMs();
}

async function send(slug: string, unit: string): Promise<void> {
  const id = caseOf(slug);
  await act(desk, id, person(unit, "specialist"), { verb: "submit", drafters: [] }, { body: { report: slug } });
  if ((await getCase(db, id))?.step === "review")
    await act(desk, id, person(unit, "division-head"), { verb: "approve" });
  await act(desk, id, person(unit, "head"), { verb: "approve" });
  await act(desk, id, person(unit, "records-clerk"), { verb: "issue" });
}

const receive = (slug: string) => act(desk, caseOf(slug), person("SKHCN", "specialist"), { verb: "approve" });

async function typesOf(id: string): Promise<string[]> {
  const { items } = await listEvents(db, id, { limit: 100 });
  expect(verifyChain(items.toReversed())).toEqual({ ok: true });
  return items.toReversed().map((event) => event.data.timer ?? event.type);
}

beforeAll(async () => {
  [env, database] = await Promise.all([createTimeSkippingEnv(), createTestDatabase()]);
  db = createDb(database.url);
  desk = { db, client: env.client, now: () => now };
  worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? "default",
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: createActivities({ db, client: env.client, now: () => now }),
  });
  working = worker.run();
  now = await env.currentTimeMs();
  year = yearOf(localDate(now)) + 1;
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await closeDb(db);
  await Promise.all([env.teardown(), database.drop()]);
});

describe("a whole reporting year", () => {
  it("opens one case for each of the 44 agencies, once, however often it is opened", async () => {
    await sleepUntil(atLocal(`${year}-10-15`, "08:00"));
    const open = (attempt: number) =>
      env.client.workflow.execute(workflowTypes.openCampaign, {
        taskQueue,
        workflowId: `${openerWorkflowId(`annual-report-${year}`)}-${attempt}`,
        args: [{ kind: "annual-report", year }],
      });
    await open(1);
    await open(2);
    await sleepUntil(atLocal(`${year}-10-15`, "17:00"));
    const { items } = await listCases(db, {
      sight: { all: true },
      now,
      campaignId: `annual-report-${year}`,
      limit: 200,
    });
    expect(items).toHaveLength(44);
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "open", state: { started: 44 } });
  });

  it("takes a report through its agency, back from Sở KH&CN, and in again", async () => {
    await send("syt", "SYT");
    const back: Act = { verb: "return", code: "incomplete", reason: "Thiếu biểu 03", sections: ["IV"] };
    await act(desk, caseOf("syt"), person("SKHCN", "specialist"), back);
    await send("syt", "SYT");
    await receive("syt");
    expect(await getCase(db, caseOf("syt"))).toMatchObject({ step: "accepted", round: 2, late: false });
  });

  it("reminds the silent 30, 7 and 1 days before the last day and on it, marks them overdue, then tells the head", async () => {
    const campaign = await getCampaign(db, `annual-report-${year}`);
    await sleepUntil((campaign?.effectiveDue ?? 0) + 60_000);
    expect(await typesOf(caseOf("stc"))).toEqual([
      "opened",
      "remind:30",
      "remind:7",
      "remind:1",
      "remind:0",
      "overdue",
    ]);
    await sleepUntil((campaign?.effectiveDue ?? 0) + 10 * 86_400_000);
    expect(await typesOf(caseOf("stc"))).toEqual(expect.arrayContaining(["escalate:1", "escalate:3"]));
    expect(await getCase(db, caseOf("stc"))).toMatchObject({ step: "draft", outcome: null });
  });

  it("does not remind those who have sent", async () => {
    expect((await typesOf(caseOf("syt"))).filter((type) => type.startsWith("remind"))).toEqual([]);
  });

  it("closes with the term, opens the dossier, and still takes late reports as late", async () => {
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({
      status: "consolidating",
      dossierOpened: true,
    });
    await send("stc", "STC");
    await receive("stc");
    expect(await getCase(db, caseOf("stc"))).toMatchObject({ step: "accepted", late: true });
    expect(await campaignCounts(db, `annual-report-${year}`, now)).toMatchObject({
      everSent: 2,
      onTime: 1,
      late: 1,
      owing: 44,
    });
  });

  it("carries the dossier up to UBND, back once, and to publication; members learn that they are in it", async () => {
    const dossier = `consolidated-report-${year}`;
    const freeze = () =>
      act(
        desk,
        dossier,
        person("SKHCN", "specialist"),
        {
          verb: "freeze",
          drafters: [],
          included: 2,
          owing: 44,
          missing: [{ unit: "H514", reason: "Chưa có báo cáo" }],
        },
        { body: { members: [{ caseId: caseOf("syt") }, { caseId: caseOf("stc") }] } },
      );
    const up = async (): Promise<void> => {
      await freeze();
      await act(desk, dossier, person("SKHCN", "division-head"), { verb: "approve" });
      await act(desk, dossier, person("SKHCN", "head"), { verb: "approve" });
      await act(desk, dossier, person("SKHCN", "records-clerk"), { verb: "issue" });
      await act(desk, dossier, person("VP_UBND", "specialist"), { verb: "approve" });
    };
    await up();
    const unclear: Act = { verb: "return", code: "unclear", reason: "Làm rõ số liệu", sections: [] };
    await act(desk, dossier, person("UBND_TINH", "vice-chair"), unclear);
    await up();
    await act(desk, dossier, person("UBND_TINH", "vice-chair"), { verb: "approve" });
    await act(desk, dossier, person("VP_UBND", "records-clerk"), { verb: "issue" });
    await sleepUntil(now + 3_600_000);
    expect(await getCase(db, dossier)).toMatchObject({ step: "published", outcome: "completed", round: 2 });
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "published" });
    expect(await getCase(db, caseOf("syt"))).toMatchObject({ step: "consolidated", outcome: "completed" });
    expect(await getCase(db, caseOf("stc"))).toMatchObject({ step: "consolidated", outcome: "completed" });
  });

  it("leaves histories to replay", async () => {
    const cases = { syt: "report-returned", stc: "report-late", sct: "report-silent" };
    for (const [slug, name] of Object.entries(cases))
      await recordHistory(env.client, name, caseWorkflowId(caseOf(slug)));
    await recordHistory(env.client, "dossier-returned", caseWorkflowId(`consolidated-report-${year}`));
    await recordHistory(env.client, "campaign", campaignWorkflowId(`annual-report-${year}`));
    await recordHistory(env.client, "opener", `${openerWorkflowId(`annual-report-${year}`)}-1`);
    const { historyLength } = await env.client.workflow.getHandle(caseWorkflowId(caseOf("syt"))).describe();
    expect(historyLength).toBeGreaterThan(0);
  });
});
