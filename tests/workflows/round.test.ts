import { randomUUID } from "node:crypto";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, endOfDay, localDate, yearOf } from "../../domain/calendar/index.ts";
import { namesOf, type Opening } from "../../domain/campaign/index.ts";
import type { Actor, Line, LineAmount, Role } from "../../domain/engine/index.ts";
import { closeDb, createDb, getCampaign, getCase, listMembers, type Db } from "../../store/index.ts";
import { createActivities } from "../../workers/create-activities.ts";
import {
  campaignWorkflowId,
  caseWorkflowId,
  openerWorkflowId,
  requestOpenerId,
  taskQueue,
  workflowTypes,
} from "../../workflows/messages.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { act, type Desk } from "../support/desk.ts";
import { recordHistory } from "../support/histories.ts";
import { until } from "../support/until.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { workflowBundlePath } from "../support/temporal.ts";

let env: TestWorkflowEnvironment;
let database: TestDatabase;
let db: Db;
let worker: Worker;
let working: Promise<void>;
let desk: Desk;
let opening: Opening & { kind: "funding-round" };
let now = 0;

const person = (unit: string, role: Role): Actor => ({
  personId: `${role}.${unit}`,
  name: `${role} ${unit}`,
  post: { unit, role },
});
const newRequest = (): string => `funding-request-${randomUUID()}`;
/** Given in part, referred to the council, taken back while the list is under way, refused. */
const requests = { SYT: newRequest(), STNMT: newRequest(), SCT: newRequest(), SXD: newRequest() };
const late = `funding-request-${randomUUID()}`;

async function sleepUntil(instant: number): Promise<void> {
  await env.sleep(Math.max(1, instant - (await env.currentTimeMs())));
  now = await env.currentTimeMs();
}

const lineOf = (caseId: string, requested: number): Line => ({
  id: `${caseId}.1`,
  requested,
  source: "IV.1.TX",
  year: opening.round.budgetYear,
  branch: "regular",
});

const begin = (caseId: string, unit: string): Promise<unknown> =>
  env.client.workflow.execute(workflowTypes.openRequest, {
    taskQueue,
    workflowId: requestOpenerId(caseId),
    args: [{ campaignId: namesOf(opening).campaignId, caseId, unit }],
  });

/** From the clerk's desk to Sở KH&CN's list. */
async function sendUp(unit: keyof typeof requests, requested: number): Promise<void> {
  const id = requests[unit];
  const facts = { amount: requested, task: "III.4.3", title: "Thiết bị", large: false, capital: "regular" };
  const { window } = opening.round;
  const frozen = { drafters: [], facts: { ...facts, window }, lines: [lineOf(id, requested)] };
  await act(desk, id, person(unit, "specialist"), { verb: "submit", ...frozen }, { body: { request: id } });
  await act(desk, id, person(unit, "accountant"), { verb: "approve" });
  await act(desk, id, person(unit, "head"), { verb: "approve" });
  await act(desk, id, person(unit, "records-clerk"), { verb: "issue" });
  await act(desk, id, person("SKHCN", "specialist"), { verb: "approve" });
}

const lines = (): [Line, Line, Line, Line] => [
  lineOf(requests.SYT, 900_000_000),
  lineOf(requests.STNMT, 400_000_000),
  lineOf(requests.SCT, 300_000_000),
  lineOf(requests.SXD, 200_000_000),
];
const list = () => namesOf(opening).dossierId;

interface Money {
  requested: string;
  proposed: string | null;
  decided: string | null;
  assigned: string;
  referred: boolean;
}
async function moneyOf(caseId: string): Promise<Money | undefined> {
  const { rows } = await db.pool.query<Money>(
    `SELECT "requested"::text, "proposed"::text, "decided"::text, "assigned"::text, "referred" FROM "FundingLine" WHERE "requestId" = $1`,
    [caseId],
  );
  return rows[0];
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
  const closesOn = addDays(localDate(now), 20);
  const budgetYear = yearOf(closesOn) + 1;
  opening = { kind: "funding-round", closesOn, round: { name: "Đợt 1", window: "next-year", budgetYear } };
  await env.client.workflow.execute(workflowTypes.openCampaign, {
    taskQueue,
    workflowId: openerWorkflowId(namesOf(opening).campaignId),
    args: [opening],
  });
  await sleepUntil(now + 3_600_000);
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await closeDb(db);
  await Promise.all([env.teardown(), database.drop()]);
});

describe("a funding round", () => {
  it("takes in a request for each time an agency begins one", async () => {
    await begin(requests.SYT, "SYT");
    for (const unit of ["STNMT", "SCT", "SXD"] as const) await begin(requests[unit], unit);
    await begin(late, "SYT");
    await sleepUntil(now + 3_600_000);
    const { items } = await listMembers(db, { campaignId: namesOf(opening).campaignId, limit: 50 });
    expect(items.map(({ unitCode }) => unitCode)).toEqual(["SYT", "STNMT", "SCT", "SXD", "SYT"]);
    expect(await getCase(db, requests.SYT)).toMatchObject({ step: "draft", unitCode: "SYT" });
  });

  it("carries requests to the list, which begins when the round is over", async () => {
    await sendUp("SYT", 900_000_000);
    await sendUp("STNMT", 400_000_000);
    await sendUp("SCT", 300_000_000);
    await sendUp("SXD", 200_000_000);
    expect(await getCase(db, requests.SYT)).toMatchObject({ step: "listed" });
    expect(await getCampaign(db, namesOf(opening).campaignId)).toMatchObject({ status: "open", dossierOpened: false });
    await sleepUntil(endOfDay(opening.closesOn) + 7 * 86_400_000);
    expect(await getCase(db, list())).toMatchObject({ pipelineId: "funding-list", step: "consolidate" });
  });

  it("hears the departments and decides line by line, one of them after the council's resolution", async () => {
    const members = Object.values(requests).map((caseId) => ({ caseId }));
    const frozen = { included: 4, owing: 4, missing: [], drafters: [], lines: lines() };
    const facts = { regular: true, investment: false };
    const freeze = { verb: "freeze", ...frozen, facts } as const;
    await act(desk, list(), person("SKHCN", "specialist"), { ...freeze, missing: [] }, { body: { members } });
    const [health, environment, trade, construction] = lines();
    const amounts = [
      { line: health.id, amount: 700_000_000, position: "agree-with-changes", reason: "Theo định mức" },
      { line: environment.id, amount: 400_000_000, position: "agree" },
      { line: trade.id, amount: 300_000_000, position: "agree" },
      { line: construction.id, amount: 200_000_000, position: "agree" },
    ] satisfies LineAmount[];
    const opinion = { verb: "opine", position: "agree-with-changes", comment: "Giảm theo định mức", amounts } as const;
    await act(desk, list(), person("STC", "head"), { ...opinion, amounts });
    await until(
      () => getCase(db, requests.SCT),
      (row) => row?.step === "deciding",
    );
    await act(desk, requests.SCT, person("SCT", "head"), { verb: "retract", reason: "Rà soát lại nhu cầu" });
    await until(
      () => getCase(db, list()),
      (row) => row?.state.lines.some(({ id, status }) => id === trade.id && status === "withdrawn") === true,
    );
    const proposals = [{ line: health.id, amount: 700_000_000, reason: "Theo định mức" }];
    await act(desk, list(), person("SKHCN", "division-head"), { verb: "approve", proposals });
    expect(await moneyOf(requests.SYT)).toMatchObject({ requested: "900000000", proposed: "700000000" });
    await act(desk, list(), person("SKHCN", "head"), { verb: "approve" });
    await act(desk, list(), person("SKHCN", "records-clerk"), { verb: "issue" });
    await act(desk, list(), person("VP_UBND", "specialist"), { verb: "approve" });
    const chair = person("UBND_TINH", "vice-chair");
    const part = { line: health.id, decision: "approve-in-part", amount: 650_000_000, reason: "Theo cân đối" } as const;
    const council = { line: environment.id, decision: "refer", reason: "Thẩm quyền HĐND" } as const;
    const no = { line: construction.id, decision: "reject", reason: "Trùng nguồn" } as const;
    await act(desk, list(), chair, { verb: "decide-lines", decisions: [part, council, no] });
    expect(await getCase(db, list())).toMatchObject({ step: "decision", dueAt: null });
    const resolution = { number: "15/NQ-HĐND", date: "2026-12-09", issuer: "HĐND tỉnh", abstract: "Phân bổ dự toán" };
    await act(desk, list(), person("VP_UBND", "specialist"), {
      verb: "resolve-lines",
      lines: [environment.id],
      resolution,
    });
    const yes = { line: environment.id, decision: "approve" } as const;
    await act(desk, list(), chair, { verb: "decide-lines", decisions: [yes] });
    await act(desk, list(), chair, { verb: "approve" });
    await act(desk, list(), person("VP_UBND", "records-clerk"), { verb: "issue" });
  });

  it("answers every request in the list, assigns what was decided, and ends without those it does not hold", async () => {
    // No timer is waited for, and the time-skipping server does not skip while it believes a signal under way.
    const { campaignId } = namesOf(opening);
    await until(
      () => getCampaign(db, campaignId),
      (campaign) => campaign?.status === "archived",
    );
    const stands = { SYT: "spending", STNMT: "spending", SCT: "lapsed", SXD: "refused" } as const;
    for (const unit of ["SYT", "STNMT", "SCT", "SXD"] as const) {
      await until(
        () => getCase(db, requests[unit]),
        (row) => row?.step === stands[unit],
      );
    }
    expect(await moneyOf(requests.SYT)).toMatchObject({ decided: "650000000", assigned: "650000000" });
    expect(await moneyOf(requests.STNMT)).toMatchObject({ decided: "400000000", assigned: "400000000" });
    expect(await moneyOf(requests.SCT)).toMatchObject({ decided: null, assigned: "0" });
    await until(
      () => getCase(db, late),
      (row) => row?.outcome === "lapsed",
    );
  });

  it("tells each agency line, amount, reason and the number of the decision", async () => {
    const answer = async (caseId: string) => {
      const { rows } = await db.pool.query<{ role: string; params: { document: string; lines: object[] } }>(
        `SELECT "role", "params" FROM "Notice" WHERE "caseId" = $1 AND "kind" = 'answered' ORDER BY "role"`,
        [caseId],
      );
      return rows;
    };
    const told = await answer(requests.SYT);
    expect(told.map(({ role }) => role)).toEqual(["accountant", "head", "specialist"]);
    expect(told[0]?.params).toMatchObject({
      document: expect.stringMatching(/QĐ/) as string,
      lines: [{ status: "approved-in-part", amount: 650_000_000, reason: "Theo cân đối" }],
    });
    expect((await answer(requests.SXD))[0]?.params.lines).toMatchObject([
      { status: "rejected", reason: "Trùng nguồn" },
    ]);
  });

  it("leaves histories to replay", async () => {
    await recordHistory(env.client, "request", caseWorkflowId(requests.SYT));
    await recordHistory(env.client, "request-list", caseWorkflowId(list()));
    await recordHistory(env.client, "request-opener", requestOpenerId(requests.SYT));
    await recordHistory(env.client, "request-refused", caseWorkflowId(requests.SXD));
    await recordHistory(env.client, "round", campaignWorkflowId(namesOf(opening).campaignId));
    const { historyLength } = await env.client.workflow.getHandle(caseWorkflowId(list())).describe();
    expect(historyLength).toBeGreaterThan(0);
  });
});
