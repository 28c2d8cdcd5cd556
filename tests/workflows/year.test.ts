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
import { act, steer, type Act, type Desk } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { workflowBundlePath } from "../support/temporal.ts";
import { until } from "../support/until.ts";

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

/** Somebody else than the author of Sở KH&CN's own report. */
const receiver: Actor = { ...person("SKHCN", "specialist"), personId: "specialist2.SKHCN" };
const receive = (slug: string) => act(desk, caseOf(slug), receiver, { verb: "approve" });

/** In time; late but in the dossier; accepted while the dossier is with UBND; sent when it is published; never. */
const special = ["syt", "stc", "sxd", "sct", "snv"];

async function everybodyElse(work: (slug: string, unit: string) => Promise<unknown>): Promise<number> {
  const campaignId = `annual-report-${year}`;
  const { items } = await listCases(db, { sight: { all: true }, now, campaignId, limit: 200 });
  const others = items.filter(
    ({ id, pipelineId }) => pipelineId === "annual-report" && !special.map(caseOf).includes(id),
  );
  const queue = [...others];
  const hand = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) await work(one.id.slice(caseOf("").length), one.unitCode);
  };
  await Promise.all(Array.from({ length: 6 }, hand));
  return others.length;
}

const standing = async (slug: string) => (await getCase(db, caseOf(slug)))?.state;

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

  it("takes the reports of all but four others in time", async () => {
    const sent = await everybodyElse(async (slug, unit) => {
      await send(slug, unit);
      await receive(slug);
    });
    expect(sent).toBe(39);
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
      everSent: 41,
      onTime: 40,
      late: 1,
      owing: 44,
      overdue: 3,
    });
  });

  const dossier = (): string => `consolidated-report-${year}`;

  async function freeze(): Promise<void> {
    const inCount = ["syt", "stc"];
    const members = await Promise.all(
      inCount.map(async (slug) => ({ caseId: caseOf(slug), contentHash: (await standing(slug))?.content?.hash })),
    );
    const missing = [{ unit: "SXD", reason: "Chưa có báo cáo" }];
    const body: Act = { verb: "freeze", drafters: [], included: inCount.length, owing: 44, missing };
    await act(desk, dossier(), receiver, body, { body: { members } });
  }

  async function upToUbnd(): Promise<void> {
    await freeze();
    await act(desk, dossier(), person("SKHCN", "division-head"), { verb: "approve" });
    await act(desk, dossier(), person("SKHCN", "head"), { verb: "approve" });
    await act(desk, dossier(), person("SKHCN", "records-clerk"), { verb: "issue" });
    await act(desk, dossier(), person("VP_UBND", "specialist"), { verb: "approve" });
  }

  it("closes no report while the dossier may still be taken back or returned", async () => {
    await freeze();
    await act(desk, dossier(), receiver, { verb: "withdraw", reason: "Sót một cơ quan" });
    await sleepUntil(now + 3_600_000);
    expect(await standing("syt")).toMatchObject({ step: "accepted", outcome: null });
    await upToUbnd();
    const unclear: Act = { verb: "return", code: "unclear", reason: "Làm rõ số liệu", sections: [] };
    await act(desk, dossier(), person("UBND_TINH", "vice-chair"), unclear);
    await act(desk, caseOf("stc"), receiver, { ...unclear, sections: ["IV"] });
    await send("stc", "STC");
    await receive("stc");
    expect(await standing("stc")).toMatchObject({ step: "accepted", round: 2, content: { number: 2 } });
  });

  it("tells the members when the dossier is published; who came after the figures were frozen is an addendum", async () => {
    await upToUbnd();
    await send("sxd", "SXD");
    await receive("sxd");
    await act(desk, dossier(), person("UBND_TINH", "vice-chair"), { verb: "approve" });
    await act(desk, dossier(), person("VP_UBND", "records-clerk"), { verb: "issue" });
    await sleepUntil(now + 3_600_000);
    expect(await getCase(db, dossier())).toMatchObject({ step: "published", outcome: "completed", round: 2 });
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "published" });
    for (const [slug, addendum] of [
      ["syt", undefined],
      ["stc", undefined],
      ["sxd", true],
    ] as const) {
      expect(await getCase(db, caseOf(slug))).toMatchObject({ step: "consolidated", outcome: "completed" });
      const { items } = await listEvents(db, caseOf(slug), { limit: 1 });
      expect(items[0]?.data.addendum).toBe(addendum);
    }
  });

  it("puts a member aside, takes it back, and puts it aside for good", async () => {
    const campaign = `annual-report-${year}`;
    const body = (verb: "exclude" | "include") => ({ verb, unit: "SCT", reason: "Đã hợp nhất" }) as const;
    const told = async (verb: "exclude" | "include") => {
      await steer(desk, campaign, person("SKHCN", "division-head"), body(verb));
      await sleepUntil(now + 60_000);
    };
    await told("exclude");
    expect(await standing("sct")).toMatchObject({ step: "draft", dueAt: null, aside: { reason: "Đã hợp nhất" } });
    expect(await campaignCounts(db, campaign, now)).toMatchObject({ owing: 43, excluded: 1, overdue: 1 });
    await told("include");
    expect(await standing("sct")).toMatchObject({ step: "draft", aside: null });
    expect(await campaignCounts(db, campaign, now)).toMatchObject({ owing: 44, excluded: 0, overdue: 2 });
    await told("exclude");
    expect((await typesOf(caseOf("sct"))).slice(-3)).toEqual(["excluded", "included", "excluded"]);
  });

  it("goes to the archive when the last report has come, however late, and leaves no case open", async () => {
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "published" });
    await send("snv", "SNV");
    await receive("snv");
    const ended = [campaignWorkflowId(`annual-report-${year}`), ...["sct", "snv"].map(caseOf).map(caseWorkflowId)];
    // Nothing is left to skip time for: it runs as everywhere, and the last words go round in a moment.
    await until(
      () => Promise.all(ended.map(async (id) => (await env.client.workflow.getHandle(id).describe()).status.name)),
      (names) => names.every((name) => name === "COMPLETED"),
    );
    expect(await getCase(db, caseOf("snv"))).toMatchObject({ step: "consolidated", late: true });
    expect(await getCampaign(db, `annual-report-${year}`)).toMatchObject({ status: "archived" });
    expect(await getCase(db, caseOf("sct"))).toMatchObject({ step: "draft", outcome: "lapsed" });
    const { items } = await listCases(db, { sight: { all: true }, now, status: "open", limit: 200 });
    expect(items.map(({ id }) => id)).toEqual([]);
  });

  it("leaves histories to replay", async () => {
    const cases = { syt: "report-returned", stc: "report-late", sxd: "report-addendum", sct: "report-excluded" };
    for (const [slug, name] of Object.entries(cases))
      await recordHistory(env.client, name, caseWorkflowId(caseOf(slug)));
    await recordHistory(env.client, "dossier-returned", caseWorkflowId(`consolidated-report-${year}`));
    await recordHistory(env.client, "campaign-archived", campaignWorkflowId(`annual-report-${year}`));
    await recordHistory(env.client, "opener", `${openerWorkflowId(`annual-report-${year}`)}-1`);
    const { historyLength } = await env.client.workflow.getHandle(caseWorkflowId(caseOf("syt"))).describe();
    expect(historyLength).toBeGreaterThan(0);
  });
});
