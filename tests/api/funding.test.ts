import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEATS } from "../../domain/rights/index.ts";
import { fundingList, fundingRequest } from "../../domain/pipelines/index.ts";
import type { CaseInput } from "../../domain/engine/index.ts";
import { startCase } from "../../workers/activities/case-starter.ts";
import { completeRequest, investmentRequest } from "../domain/funding/complete-request.ts";
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

/** By whoever keeps the list's desk. */
async function freeze(caseId: string) {
  const officer = await at("chuyenvien2", "skhcn");
  const { version } = (await officer.get(`/cases/${caseId}/draft`)).body;
  return command(officer, caseId, { verb: "freeze", draftVersion: version, missing: [] });
}

/** Signed, numbered and examined: before UBND. */
async function toDecision(caseId: string): Promise<void> {
  await act("thutruong", "skhcn", caseId, { verb: "approve", mark: "own" });
  await act("vanthu", "skhcn", caseId, { verb: "issue" });
  await act("chuyenvien", "vp-ubnd", caseId, { verb: "approve" });
}

/** The first request's line, in part. */
async function decide(caseId: string, amount: number, id?: string) {
  const part = { line: await lineId(), decision: "approve-in-part", amount, reason: "Khả năng ngân sách" };
  const body = { verb: "decide-lines", decisions: [part] };
  return command(await at("chutich", "ubnd-tinh"), caseId, body, id === undefined ? {} : { id });
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
    const frozen = await freeze(LIST);
    expect(frozen.body).toMatchObject({ outcome: "accepted", step: "opinions" });
    expect(frozen.body.next).toMatchObject([{ unit: "STC" }, { unit: "STC" }]);
    const { body } = await officer.get(`/cases/${LIST}`);
    expect(body.lines).toMatchObject([{ unitName: "Sở Y tế", task: "III.3.b.1", branch: "regular", status: "open" }]);
    expect(body.consulted).toMatchObject([{ unit: "STC", answered: false }]);
  });

  it("takes no appraisal above the request, nor a lower one without a reason, nor one that its position belies", async () => {
    const line = await lineId();
    const opine = (position: string, amount: number, reason?: string) =>
      act("thutruong", "stc", LIST, {
        verb: "opine",
        position: "agree",
        amounts: [{ line, position, amount, ...(reason && { reason }) }],
      });
    const refused = async (...opinion: Parameters<typeof opine>) =>
      (await opine(...opinion)).body.errors.map(({ code }) => code);
    expect(await refused("agree-with-changes", 1_205_000_001, "…")).toEqual(["appraised-exceeds-requested"]);
    expect(await refused("agree-with-changes", 700_000_000)).toEqual(["difference-needs-reason"]);
    expect(await refused("agree", 700_000_000)).toEqual(["position-differs"]);
    const given = await opine("agree-with-changes", 700_000_000, "Theo định mức");
    expect(given.body).toMatchObject({ outcome: "accepted", step: "explain" });
  });

  it("goes up only when its differences are explained, with the department's own figure", async () => {
    const line = await lineId();
    const explain = (proposals: object[]) => act("truongphong", "skhcn", LIST, { verb: "approve", proposals });
    expect(await explain([])).toMatchObject({ status: 422, body: { code: "line-unexplained" } });
    expect(await explain([{ line, amount: 750_000_000 }])).toMatchObject({
      status: 422,
      body: { errors: [{ code: "difference-needs-reason" }] },
    });
    expect((await explain([{ line, amount: 750_000_000, reason: "Giữ phần kít xét nghiệm" }])).body).toMatchObject({
      step: "director",
    });
    const { body } = await (await at("thutruong", "skhcn")).get(`/cases/${LIST}`);
    expect(body.lines).toMatchObject([
      {
        appraised: [{ unitName: "Sở Tài chính", position: "agree-with-changes", reason: "Theo định mức" }],
        proposed: "750000000",
        proposedReason: "Giữ phần kít xét nghiệm",
      },
    ]);
  });

  it("is asked about where it came from: the agency sees its own line, answers, and is out again", async () => {
    await toDecision(LIST);
    const line = await lineId();
    const chair = await at("chutich", "ubnd-tinh");
    const unclear = { line, decision: "clarify", reason: "Chưa rõ số mẫu xét nghiệm" };
    await command(chair, LIST, { verb: "decide-lines", decisions: [unclear] });
    const clerk = await at("chuyenvien", "syt");
    const { body: notices } = await clerk.get("/notices?limit=5");
    expect(notices.items[0]).toMatchObject({
      kind: "clarification-asked",
      title: textLike(/Chưa rõ số mẫu xét nghiệm/),
    });
    const asked = await clerk.get(`/cases/${LIST}`);
    expect(asked.body).toMatchObject({ questions: [{ text: unclear.reason, lines: [line] }], lines: [{ id: line }] });
    expect((await clerk.get(`/cases/${LIST}/contents/1`)).status).toBe(403);
    expect((await command(clerk, LIST, { verb: "answer", comment: "1.200 mẫu" })).body.outcome).toBe("accepted");
    expect((await clerk.get(`/cases/${LIST}`)).status).toBe(404);
  });

  it("is decided line by line under its ceilings: refused above one, and nothing is taken", async () => {
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
    const id = randomUUID();
    expect(await decide(LIST, 700_000_000, id)).toMatchObject({ status: 422, body: { code: "ceiling-exceeded" } });
    expect((await chair.get(`/commands/${id}`)).body).toMatchObject({ outcome: "refused" });
    expect((await decide(LIST, 600_000_000)).body).toMatchObject({ outcome: "accepted", step: "signing" });
  });

  it("that is recalled gives back what it took under a ceiling", async () => {
    const chair = await at("chutich", "ubnd-tinh");
    const taken = async () =>
      (
        await stack.db.pool.query<{ sum: string }>(
          `SELECT coalesce(sum("amount"), 0)::text AS "sum" FROM "CeilingReservation"
           WHERE "stage" = 'decided' AND "state" IN ('held', 'confirmed')`,
        )
      ).rows[0]?.sum;
    expect(await taken()).toBe("600000000");
    await command(chair, LIST, { verb: "withdraw", reason: "Nhầm số" });
    expect(await taken()).toBe("0");
    expect((await chair.get(`/money/lines?requestId=${requestId}`)).body.items).toMatchObject([
      { decided: null, proposed: "750000000" },
    ]);
  });

  it("refers a line to the council, waits without a term, and goes on by the resolution its office records", async () => {
    const line = await lineId();
    const chair = await at("chutich", "ubnd-tinh");
    const refer = { line, decision: "refer", reason: "Thẩm quyền HĐND" };
    await command(chair, LIST, { verb: "decide-lines", decisions: [refer] });
    expect((await chair.get(`/cases/${LIST}`)).body).toMatchObject({ dueAt: null, lines: [{ status: "referred" }] });
    const resolution = { number: "15/NQ-HĐND", date: "2026-12-08", issuer: "HĐND tỉnh", abstract: "Phân bổ 2027" };
    const incomplete = { verb: "resolve-lines", lines: [line], resolution: { ...resolution, abstract: " " } };
    expect((await act("chuyenvien", "vp-ubnd", LIST, incomplete)).status).toBe(400);
    const recorded = await act("chuyenvien", "vp-ubnd", LIST, { verb: "resolve-lines", lines: [line], resolution });
    expect(recorded.body.outcome).toBe("accepted");
    const { body } = await chair.get(`/cases/${LIST}`);
    expect(body.lines).toMatchObject([{ status: "open", resolution }]);
    expect(body.dueAt).not.toBeNull();
    expect((await decide(LIST, 600_000_000)).body).toMatchObject({ step: "signing" });
  });

  it("becomes a decision numbered in the series of UBND, and every line gets what was decided", async () => {
    await act("chutich", "ubnd-tinh", LIST, { verb: "approve", mark: "TM." });
    const issued = await act("vanthu", "vp-ubnd", LIST, { verb: "issue" });
    expect(issued.body.number).toEqual(textLike(/^\d+\/QĐ-UBND$/));
    const { body } = await (await at("chutich", "ubnd-tinh")).get("/money?by=unit");
    expect(body).toMatchObject({
      total: { requested: "1205000000", appraised: "750000000", decided: "600000000", assigned: "600000000" },
      groups: [{ code: "SYT", totals: { remaining: "600000000" } }],
    });
    const { lines } = (await (await at("chuyenvien", "syt")).get(`/cases/${requestId}`)).body;
    expect(lines).toMatchObject([
      {
        status: "approved-in-part",
        decided: "600000000",
        reason: "Khả năng ngân sách",
        resolution: { number: "15/NQ-HĐND" },
        document: issued.body.number,
        listCase: LIST,
      },
    ]);
  });

  it("cannot be frozen without a line, and says what to do", async () => {
    const department = { ...parties, owner: "SKHCN" };
    const empty = { pipeline: fundingList, campaignId: "funding-round-empty", parties: department };
    await open("funding-list-empty", empty);
    expect(await freeze("funding-list-empty")).toMatchObject({ status: 422, body: { code: "no-lines" } });
  });
});

describe("two departments that have become one", () => {
  const merged = "funding-list-merged";
  const both = "funding-request-both";

  it("are asked once, about every line of both branches; an objection must be explained", async () => {
    await open(both, { pipeline: fundingRequest, settings: { ...settings, window: "investment-term" } });
    await join(both);
    await sendUp(both, investmentRequest());
    await act("chuyenvien2", "skhcn", both, { verb: "approve" });
    await open(merged, { pipeline: fundingList, parties: { ...parties, owner: "SKHCN", planning: "STC" } });
    const frozen = await freeze(merged);
    expect(frozen.body.next).toMatchObject([{ unit: "STC" }, { unit: "STC" }]);
    const head = await at("thutruong", "stc");
    const { body } = await head.get(`/cases/${merged}`);
    const { lines } = body;
    expect(new Set(lines.map(({ branch }) => branch))).toEqual(new Set(["regular", "investment"]));
    const opine = body.actions.find(({ verb }) => verb === "opine");
    expect(opine).toMatchObject({ byLine: true, lines: lines.map(({ id }) => id) });
    const amounts = lines.map(({ id, requested }, index) => ({
      line: id,
      amount: Number(requested),
      position: index === 0 ? "object" : "agree",
      ...(index === 0 && { reason: "Chưa có trong kế hoạch trung hạn" }),
    }));
    const given = await act("thutruong", "stc", merged, { verb: "opine", position: "object", amounts });
    expect(given.body).toMatchObject({ outcome: "accepted", step: "explain" });
    const unexplained = await act("truongphong", "skhcn", merged, { verb: "approve" });
    expect(unexplained).toMatchObject({ status: 422, body: { code: "line-unexplained" } });
  });
});
