import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, localDate } from "../../domain/calendar/index.ts";
import { yearOf } from "../../domain/calendar/local-time.ts";
import { completeRequest, investmentRequest } from "../domain/funding/complete-request.ts";
import { command, textWith, until } from "./support/cycle.ts";
import type { Answer, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
const signedIn = new Map<string, Promise<Person>>();

/** A demo person by post, signed in once. */
function at(mail: string, unit: string): Promise<Person> {
  const email = `${mail}.${unit}@demo.trinhky.vn`;
  const person = signedIn.get(email) ?? stack.person(email);
  signedIn.set(email, person);
  return person;
}

const today = localDate(Date.now());
const closesOn = addDays(today, 10);
const budgetYear = yearOf(closesOn) + 1;
const opening = (name: string, over: object = {}) => ({
  kind: "funding-round",
  closesOn,
  round: { name, window: "next-year", budgetYear, ...over },
});

const open = async (body: object, mail = "chuyenvien2", unit = "skhcn"): Promise<Answer> =>
  (await at(mail, unit)).send("POST", "/campaigns", body);

interface Opened {
  campaignId: string;
  started: boolean;
}
const openedBy = ({ body }: Answer): Opened => body as unknown as Opened;

let round = "";

async function begin(unit: string, id = randomUUID()): Promise<string> {
  const clerk = await at("chuyenvien", unit);
  const begun = await clerk.send("POST", `/campaigns/${round}/requests`, { id });
  expect(begun).toMatchObject({ status: 200, body: { ready: true } });
  return (begun.body as unknown as { caseId: string }).caseId;
}

const asked = (unit: string) => completeRequest({ year: budgetYear, unitCode: unit.toUpperCase() });

async function fill(caseId: string, unit: string, body: object = asked(unit)): Promise<number> {
  const clerk = await at("chuyenvien", unit);
  const { version } = (await clerk.get(`/cases/${caseId}/draft`)).body;
  const saved = await clerk.send("PUT", `/cases/${caseId}/draft`, { version, body });
  expect(saved.status).toBe(200);
  return saved.body.version;
}

const act = async (mail: string, unit: string, caseId: string, body: object) =>
  command(await at(mail, unit), caseId, body);

/** From the clerk's desk to the department's. */
async function sendUp(caseId: string, unit: string, body?: object, again = false): Promise<void> {
  const steps: [string, object][] = [
    ["chuyenvien", { verb: "submit", draftVersion: await fill(caseId, unit, body) }],
    // What the accountant has checked stands for the same sheets.
    ...(again ? [] : [["ketoan", { verb: "approve" }] satisfies [string, object]]),
    ["thutruong", { verb: "approve", mark: "own" }],
    ["vanthu", { verb: "issue" }],
  ];
  for (const [mail, step] of steps) {
    const done = await act(mail, unit, caseId, step);
    expect([mail, done.status, done.body.detail]).toEqual([mail, 200, undefined]);
  }
}

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
});
afterAll(() => stack.stop());

describe("opening a round", () => {
  it("shows what the budget calendar proposes and when a day would really be due", async () => {
    const officer = await at("chuyenvien2", "skhcn");
    const { status, body } = await officer.get(`/round-plan?closesOn=${closesOn}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ today, due: { open: true } });
    const { proposals } = body as unknown as { proposals: { window: string; closesOn: string | null }[] };
    expect(proposals.find(({ window }) => window === "next-year")?.closesOn).toMatch(/-07-10$/);
    expect((await officer.get(`/round-plan?closesOn=${addDays(today, -1)}`)).body).toMatchObject({
      due: { open: false },
    });
    expect((await (await at("chuyenvien", "syt")).get("/round-plan")).status).toBe(403);
  });

  it("refuses a day that has passed, a year that does not fit, and people who may not", async () => {
    const past = await open({ ...opening("Đợt đã qua"), closesOn: addDays(today, -1) });
    expect(past).toMatchObject({ status: 422, body: { code: "round-over", errors: [{ path: "body.closesOn" }] } });
    expect(await open(opening("Sai năm", { budgetYear: budgetYear + 1 }))).toMatchObject({
      status: 422,
      body: { code: "round-year" },
    });
    expect(await open(opening("Đợt 1"), "chuyenvien", "syt")).toMatchObject({ status: 403 });
    expect(await open(opening("Đột xuất", { adHoc: " " }))).toMatchObject({ status: 400 });
  });

  it("opens it once, and another of the same day beside it", async () => {
    const first = openedBy(await open(opening("Đợt chính")));
    expect(first.started).toBe(true);
    expect(openedBy(await open(opening("đợt chính")))).toEqual({ campaignId: first.campaignId, started: false });
    const adHoc = "Theo chỉ đạo tại Thông báo 15/TB-UBND";
    const other = openedBy(await open(opening("Đợt đột xuất", { adHoc }), "quantri", "skhcn"));
    expect(other.campaignId).not.toBe(first.campaignId);
    round = first.campaignId;
    const clerk = await at("chuyenvien", "syt");
    const { items } = (await clerk.get("/campaigns?kind=funding-round&status=open")).body;
    expect(items).toMatchObject([
      { kind: "funding-round", begins: [{ unit: "SYT" }] },
      { kind: "funding-round", begins: [{ unit: "SYT" }] },
    ]);
    expect(items.map((item) => (item as unknown as { round: object }).round)).toContainEqual(
      expect.objectContaining({ name: "Đợt đột xuất", adHoc }),
    );
    expect((await clerk.get("/campaigns?kind=annual-report")).body.items).toEqual([]);
  });
});

describe("requests of a round", () => {
  let [health, trade, late] = ["", "", ""];

  it("are begun by those who draft, once for one id, and stand on their first screen", async () => {
    const id = randomUUID();
    health = await begin("syt", id);
    expect(await begin("syt", id)).toBe(health);
    trade = await begin("sct");
    const head = await at("thutruong", "syt");
    const refused = await head.send("POST", `/campaigns/${round}/requests`, { id: randomUUID() });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-a-drafter" } });
    const { body } = await (await at("chuyenvien", "syt")).get("/me");
    expect(body).toMatchObject({ home: { drafts: [{ caseId: health }], campaignId: null } });
  });

  it("are seen with their amounts and desks by the department, and by an agency as far as they are its own", async () => {
    await sendUp(health, "syt");
    const officer = await at("chuyenvien2", "skhcn");
    const { items } = (await officer.get(`/campaigns/${round}/requests`)).body;
    expect(items).toMatchObject([
      { caseId: health, unit: "SYT", position: "sent", requested: "1205000000", decided: null },
      { caseId: trade, unit: "SCT", position: "drafting", requested: "0" },
    ]);
    const own = (await (await at("chuyenvien", "sct")).get(`/campaigns/${round}/requests`)).body.items;
    expect(own.map(({ unit }) => unit)).toEqual(["SCT"]);
    expect((await officer.get(`/campaigns/${round}/requests?position=sent`)).body.items).toHaveLength(1);
  });

  it("may be taken back by the head after they were sent, and sent again", async () => {
    const taken = await act("thutruong", "syt", health, { verb: "retract", reason: "Rà soát lại định mức" });
    expect(taken.body).toMatchObject({ outcome: "accepted", step: "draft" });
    const officer = await at("chuyenvien2", "skhcn");
    const [notice] = (await officer.get("/notices")).body.items;
    expect(notice).toMatchObject({ kind: "retracted", title: textWith("has taken the request back") });
    await sendUp(health, "syt", undefined, true);
    expect((await act("chuyenvien2", "skhcn", health, { verb: "approve" })).body).toMatchObject({ step: "listed" });
  });

  it("are put into the list from the desk, which asks why those that came are left out", async () => {
    const officer = await at("chuyenvien2", "skhcn");
    await officer.send("POST", `/campaigns/${round}/commands`, {
      id: randomUUID(),
      body: { verb: "start-consolidation", reason: "Kịp kỳ họp HĐND" },
    });
    late = await begin("stnmt").catch(() => "");
    expect(late).toBe("");
    await sendUp(trade, "sct");
    const desk = async () =>
      (await officer.get(`/campaigns/${round}/funding-desk`)).body as unknown as {
        dossier: { id: string } | null;
        list: { lines: object[]; total: string };
        left: object[];
      };
    await until(async () => (await desk()).dossier !== null);
    const { dossier, list, left } = await desk();
    expect(list).toMatchObject({ lines: [{ requestId: health, requested: "1205000000" }], total: "1205000000" });
    expect(left).toMatchObject([{ caseId: trade, position: "sent", mustBeExplained: true }]);
    const listId = dossier?.id ?? "";
    const { version } = (await officer.get(`/cases/${listId}/draft`)).body;
    const editorial = { order: [health], remarks: { [health]: "Ưu tiên 1" } };
    const saved = await officer.send("PUT", `/cases/${listId}/draft`, { version, body: { editorial } });
    const freeze = { verb: "freeze", draftVersion: saved.body.version };
    expect(await command(officer, listId, { ...freeze, missing: [] })).toMatchObject({
      status: 422,
      body: { code: "missing-unexplained" },
    });
    const missing = [{ unit: "SCT", case: trade, reason: "Chưa đủ căn cứ" }];
    expect((await command(officer, listId, { ...freeze, missing })).body).toMatchObject({ step: "opinions" });
    const content = await officer.get(`/cases/${listId}/contents/1`);
    expect(content.body).toMatchObject({ body: { members: [{ caseId: health, remark: "Ưu tiên 1" }] } });
  });

  it("leave the list when they are taken back while it is under way", async () => {
    const head = await at("thutruong", "syt");
    await until(async () => (await head.get(`/cases/${health}`)).body.step === "deciding");
    await act("thutruong", "syt", health, { verb: "retract", reason: "Không còn nhu cầu trong năm" });
    const officer = await at("chuyenvien2", "skhcn");
    const listId = round.replace("funding-round", "funding-list");
    await until(async () => {
      const { lines } = (await officer.get(`/cases/${listId}`)).body as unknown as { lines: { status: string }[] };
      return lines.every(({ status }) => status === "withdrawn");
    });
  });
});

describe("settings", () => {
  interface Setting {
    key: string;
    value: string;
    history: object[];
  }
  const listed = async (): Promise<Setting[]> =>
    (await (await at("quantri", "skhcn")).get("/settings")).body as unknown as Setting[];
  const change = async (mail: string, unit: string, key: string, body: object) =>
    (await at(mail, unit)).send("POST", `/settings/${key}`, { id: randomUUID(), from: today, ...body });

  it("are read by those who oversee, with every value they had", async () => {
    expect((await listed()).find(({ key }) => key === "large-request")).toMatchObject({
      value: "5000000000",
      history: [{ from: "2024-01-01", by: null }],
    });
    expect((await (await at("chuyenvien", "syt")).get("/settings")).status).toBe(403);
  });

  it("change from today on, by an administrator, with the paper they rest on", async () => {
    const body = { value: "1000000000", document: "10/2026/QĐ-UBND" };
    expect((await change("chuyenvien2", "skhcn", "large-request", body)).status).toBe(403);
    const early = await change("quantri", "skhcn", "large-request", { ...body, from: addDays(today, -1) });
    expect(early).toMatchObject({ status: 409, body: { code: "setting-in-force" } });
    const wrong = await change("quantri", "skhcn", "large-request", { ...body, value: "1 tỷ" });
    expect(wrong).toMatchObject({ status: 422, body: { code: "setting-value" } });
    expect((await change("quantri", "skhcn", "large-request", body)).status).toBe(200);
    expect((await listed()).find(({ key }) => key === "large-request")).toMatchObject({
      value: "1000000000",
      history: [{ from: today, document: "10/2026/QĐ-UBND" }, { from: "2024-01-01" }],
    });
  });

  it("decide the way of the next request: above the amount the head signs in person", async () => {
    const { campaignId } = openedBy(await open(opening("Đợt sau")));
    round = campaignId;
    const caseId = await begin("sct");
    const draftVersion = await fill(caseId, "sct");
    await act("chuyenvien", "sct", caseId, { verb: "submit", draftVersion });
    expect((await act("ketoan", "sct", caseId, { verb: "approve" })).body).toMatchObject({ step: "head-signs" });
  });
});

describe("agencies that have become one", () => {
  const inYear = yearOf(closesOn);
  const amounts = { [inYear]: "1205000000" };
  const regular = completeRequest(
    { window: "in-year", year: inYear },
    { sources: { rows: [{ sourceCode: "IV.1.TX.DP", amounts }] } },
  );
  const investment = investmentRequest({ sources: { rows: [{ sourceCode: "IV.1.DT.DP", amounts }] } });
  const bodies = {
    syt: regular,
    sct: { ...investment, head: { ...investment.head, unitCode: "SCT", window: "in-year", year: inYear } },
  };

  /** Whoever held a post in the agency of before holds it in its successor. */
  const moveTo = (from: string, to: string) =>
    stack.db.pool.query(
      `INSERT INTO "Post" ("id", "personId", "unitCode", "role", "from")
       SELECT gen_random_uuid(), p."personId", $2, p."role", p."from" FROM "Post" p WHERE p."unitCode" = $1`,
      [from, to],
    );

  it("sit in the seats of a case that opens after the merger", async () => {
    const merged = await (
      await at("quantri", "skhcn")
    ).send("POST", "/settings/organisation-until", {
      id: randomUUID(),
      from: today,
      value: "2025-03-01",
      document: "01/NQ-HĐND",
    });
    expect(merged.status).toBe(200);
    await moveTo("SKHCN", "SKHCN_2025");
    await moveTo("STC", "STC_2025");
    const supplement = opening("Đợt sau sắp xếp", { window: "in-year", budgetYear: inYear });
    round = openedBy(await open(supplement)).campaignId;
    for (const unit of ["syt", "sct"] as const) {
      const caseId = await begin(unit);
      await sendUp(caseId, unit, bodies[unit]);
      const received = await act("chuyenvien2", "skhcn", caseId, { verb: "approve" });
      expect(received.body).toMatchObject({ outcome: "accepted", step: "listed" });
    }
  });

  it("are asked once, for regular spending and for investment together", async () => {
    const officer = await at("chuyenvien2", "skhcn");
    const begun = await officer.send("POST", `/campaigns/${round}/commands`, {
      id: randomUUID(),
      body: { verb: "start-consolidation", reason: "Kịp kỳ họp HĐND" },
    });
    expect(begun.status).toBe(200);
    const listId = round.replace("funding-round", "funding-list");
    await until(async () => (await officer.get(`/cases/${listId}`)).status === 200);
    const { version } = (await officer.get(`/cases/${listId}/draft`)).body;
    const frozen = await command(officer, listId, { verb: "freeze", draftVersion: version, missing: [] });
    expect(frozen.body).toMatchObject({ outcome: "accepted", step: "opinions" });
    const { consulted, lines } = (await officer.get(`/cases/${listId}`)).body as unknown as {
      consulted: { unit: string }[];
      lines: { id: string; requested: string }[];
    };
    expect(consulted.map(({ unit }) => unit)).toEqual(["STC_2025"]);
    const given = lines.map(({ id, requested }) => ({ line: id, amount: Number(requested), position: "agree" }));
    const opinion = await act("thutruong", "stc", listId, { verb: "opine", position: "agree", amounts: given });
    expect(opinion.body).toMatchObject({ outcome: "accepted", step: "explain" });
  });
});
