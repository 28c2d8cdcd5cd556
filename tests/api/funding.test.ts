import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEATS } from "../../domain/rights/index.ts";
import { fundingList, fundingRequest } from "../../domain/pipelines/index.ts";
import type { CaseInput } from "../../domain/engine/index.ts";
import { startCase } from "../../workers/activities/case-starter.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { inputFor } from "../support/opened-case.ts";
import { temporalAddress } from "../support/temporal.ts";
import { command, textLike, until } from "./support/cycle.ts";
import type { Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let connection: Connection;
let client: Client;
const signedIn = new Map<string, Promise<Person>>();

/** A demo person by post, signed in once. */
function at(mail: string, unit: string): Promise<Person> {
  const email = `${mail}.${unit}@demo.trinhky.vn`;
  const person = signedIn.get(email) ?? stack.person(email);
  signedIn.set(email, person);
  return person;
}

const ROUND = "funding-round-test";
const LIST = "funding-list-test";
const parties = { owner: "SYT", ...SEATS, finance: "STC", planning: "SKHDT" };
const settings = { window: "next-year", budgetYear: 2027, unitName: "Sở Y tế" };

async function open(caseId: string, over: Partial<CaseInput>): Promise<void> {
  await startCase(client, inputFor(caseId, { title: "Kinh phí 2027", campaignId: ROUND, parties, settings, ...over }));
  const officer = await at("chuyenvien2", "skhcn");
  await until(async () => (await officer.get(`/cases/${caseId}`)).status === 200);
}

const join = (caseId: string) =>
  stack.db.pool.query(
    `INSERT INTO "CampaignMember" ("campaignId", "unitCode", "caseId", "position")
     SELECT $1, 'SYT', $2, count(*) FROM "CampaignMember"
     ON CONFLICT ("caseId") DO NOTHING`,
    [ROUND, caseId],
  );

async function save(caseId: string, body: object): Promise<{ version: number; problems: object[] }> {
  const clerk = await at("chuyenvien", "syt");
  const { version } = (await clerk.get(`/cases/${caseId}/draft`)).body;
  const saved = await clerk.send("PUT", `/cases/${caseId}/draft`, { version, body });
  expect(saved.status).toBe(200);
  return saved.body;
}

const act = async (mail: string, unit: string, caseId: string, body: object) =>
  command(await at(mail, unit), caseId, body);

/** From the clerk's desk to the department's. */
async function sendUp(caseId: string, body: object = completeRequest()): Promise<void> {
  const { version } = await save(caseId, body);
  const steps: [string, object][] = [
    ["chuyenvien", { verb: "submit", draftVersion: version }],
    ["ketoan", { verb: "approve" }],
    ["thutruong", { verb: "approve", mark: "own" }],
    ["vanthu", { verb: "issue" }],
  ];
  for (const [mail, step] of steps) expect(await act(mail, "syt", caseId, step)).toMatchObject({ status: 200 });
}

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: stack.namespace });
  await stack.db.pool.query(`DELETE FROM "Ceiling"`);
});
afterAll(async () => {
  await connection.close();
  await stack.stop();
});

const requestId = "funding-request-first";
const lineId = async (): Promise<string> =>
  (await (await at("chuyenvien", "syt")).get(`/money/lines?requestId=${requestId}`)).body.items[0]?.id ?? "";

describe("a request over HTTP", () => {
  it("is drafted with its checks, warnings apart from what blocks", async () => {
    await open(requestId, { pipeline: fundingRequest });
    const clerk = await at("chuyenvien", "syt");
    const draft = await clerk.get(`/cases/${requestId}/draft`);
    expect(draft.body.body).toMatchObject({ head: { unitCode: "SYT", window: "next-year", year: 2027 } });
    const { version, problems } = await save(requestId, completeRequest({ taskCode: "III.3.đ.5" }));
    expect(problems).toMatchObject([{ section: "head", code: "task-secret", severity: "block" }]);
    const refused = await command(clerk, requestId, { verb: "submit", draftVersion: version });
    expect(refused).toMatchObject({ status: 422, body: { code: "content-incomplete" } });
  });

  it("goes through the accountant and the head to Sở KH&CN, where its money is in the ledger", async () => {
    await join(requestId);
    await sendUp(requestId);
    const clerk = await at("chuyenvien", "syt");
    const lines = await clerk.get(`/money/lines?requestId=${requestId}`);
    expect(lines.body.items).toMatchObject([
      { requested: "1205000000", task: "III.3.b.1", decided: null, unit: "SYT" },
    ]);
    const received = await act("chuyenvien2", "skhcn", requestId, { verb: "approve" });
    expect(received.body).toMatchObject({ outcome: "accepted", step: "listed" });
  });

  it("warns the next one that asks for the same", async () => {
    const second = "funding-request-second";
    await open(second, { pipeline: fundingRequest });
    const { problems } = await save(second, completeRequest());
    expect(problems).toMatchObject([{ section: "sources", code: "duplicate-request", severity: "warn" }]);
  });
});

describe("the list", () => {
  it("is frozen with every line, and finance alone is asked about regular spending", async () => {
    await open(LIST, { pipeline: fundingList, parties: { ...parties, owner: "SKHCN" } });
    const officer = await at("chuyenvien2", "skhcn");
    const { version } = (await officer.get(`/cases/${LIST}/draft`)).body;
    const frozen = await command(officer, LIST, { verb: "freeze", draftVersion: version, missing: [] });
    expect(frozen.body).toMatchObject({ outcome: "accepted", step: "opinions" });
    expect(frozen.body.next).toMatchObject([{ unit: "STC" }, { unit: "STC" }]);
  });

  it("takes no appraisal above the request, nor a lower one without a reason", async () => {
    const line = await lineId();
    const opine = (amount: number, reason?: string) =>
      act("thutruong", "stc", LIST, {
        verb: "opine",
        position: "agree",
        amounts: [{ line, amount, ...(reason && { reason }) }],
      });
    expect(await opine(1_205_000_001, "…")).toMatchObject({
      status: 422,
      body: { errors: [{ code: "appraised-exceeds-requested" }] },
    });
    expect(await opine(700_000_000)).toMatchObject({
      status: 422,
      body: { errors: [{ code: "difference-needs-reason" }] },
    });
    expect((await opine(700_000_000, "Theo định mức")).body).toMatchObject({ outcome: "accepted", step: "explain" });
  });

  it("is decided line by line under its ceilings: refused above one, and nothing is taken", async () => {
    await act("truongphong", "skhcn", LIST, { verb: "approve", comment: "Thống nhất số của Sở Tài chính" });
    await act("thutruong", "skhcn", LIST, { verb: "approve", mark: "own" });
    await act("vanthu", "skhcn", LIST, { verb: "issue" });
    await act("chuyenvien", "vp-ubnd", LIST, { verb: "approve" });
    await stack.db.pool.query(
      `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
       VALUES (gen_random_uuid(), 'IV.1.TX', 2027, 650000000, '{"decided":"stop","assigned":"stop"}', '01/NQ-HĐND')`,
    );
    const line = await lineId();
    const chair = await at("chutich", "ubnd-tinh");
    const preview = await chair.send("POST", "/ceilings/weigh", {
      stage: "decided",
      changes: [{ line, amount: "700000000" }],
    });
    expect(preview.body.items).toMatchObject([{ verdict: "stop", remaining: "650000000", over: "50000000" }]);
    const decide = (amount: number, id?: string) =>
      command(
        chair,
        LIST,
        {
          verb: "decide-lines",
          decisions: [{ line, decision: "approve-in-part", amount, reason: "Khả năng ngân sách" }],
        },
        id === undefined ? {} : { id },
      );
    const id = randomUUID();
    expect(await decide(700_000_000, id)).toMatchObject({ status: 422, body: { code: "ceiling-exceeded" } });
    expect((await chair.get(`/commands/${id}`)).body).toMatchObject({ outcome: "refused" });
    expect((await decide(600_000_000)).body).toMatchObject({ outcome: "accepted", step: "signing" });
  });

  it("becomes a numbered decision, and every line gets what was decided", async () => {
    await act("chutich", "ubnd-tinh", LIST, { verb: "approve", mark: "TM." });
    const issued = await act("vanthu", "vp-ubnd", LIST, { verb: "issue" });
    expect(issued.body.number).toEqual(textLike(/\/QĐ-/));
    const { body } = await (await at("chutich", "ubnd-tinh")).get("/money?by=unit");
    expect(body).toMatchObject({
      total: { requested: "1205000000", appraised: "700000000", decided: "600000000", assigned: "600000000" },
      groups: [{ code: "SYT", totals: { remaining: "600000000" } }],
    });
  });
});
