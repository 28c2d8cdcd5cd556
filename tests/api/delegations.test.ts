import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, localDate } from "../../domain/calendar/index.ts";
import { verifyChain } from "../../domain/engine/index.ts";
import { delegationChain, listEvents } from "../../store/index.ts";
import type { Account } from "./support/accounts.ts";
import { CASE, command, openCycle, people, seen, submitReport, textLike } from "./support/cycle.ts";
import type { Answer, Body, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let who: (account: Account) => Promise<Person>;
const today = localDate(Date.now());

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  const clerk = await who("clerk");
  await openCycle(await who("admin"), clerk);
  await submitReport(clerk);
  await command(await who("reviewer"), CASE, { verb: "approve" });
});
afterAll(() => stack.stop());

const seat = (role: string, personId = `demo-syt-${role}`) => ({ personId, post: { unit: "SYT", role } });
const wish = (over: object = {}) => ({
  id: randomUUID(),
  from: seat("head"),
  to: seat("division-head"),
  start: today,
  end: addDays(today, 2),
  document: { number: "12/GUQ-SYT", date: today },
  ...over,
});

const make = async (account: Account, over: object = {}): Promise<Answer> =>
  (await who(account)).send("POST", "/delegations", wish(over));
const answer = async (account: Account, id: string, what: string, body: object): Promise<Answer> =>
  (await who(account)).send("POST", `/delegations/${id}/${what}`, body);
const idOf = ({ body }: Answer): string => (body as unknown as { id: string }).id;
const because = { reason: "Thủ trưởng đã về" };

const approval = async (person: Person): Promise<Body["actions"][number] | undefined> =>
  (await person.get(`/cases/${CASE}`)).body.actions.find(({ verb }) => verb === "approve");

describe("without a delegation", () => {
  it("nobody signs for the head, and the way names the head alone", async () => {
    const refused = await command(await who("reviewer"), CASE, { verb: "approve" });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-your-step" } });
    const { body } = await (await who("reviewer")).get("/inbox");
    expect(body.items.map(({ id }) => id)).not.toContain(CASE);
  });
});

describe("making one", () => {
  it("offers what the caller may give, and to whom", async () => {
    const { body } = await (await who("head")).get("/delegation-choices");
    expect(body).toMatchObject({
      givers: [{ personId: "demo-syt-head", delegates: [{ personId: "demo-syt-division-head" }] }],
    });
    expect((await (await who("clerk")).get("/delegation-choices")).body).toMatchObject({ givers: [] });
    expect((await (await who("records")).get("/delegation-choices")).body).toMatchObject({
      givers: [{ personId: "demo-syt-division-head" }, { personId: "demo-syt-head" }],
    });
  });

  it("is refused with the reason and what to do", async () => {
    const refusals: [Account, object, number, string][] = [
      ["reviewer", {}, 403, "delegation-not-yours"],
      ["head", { to: seat("specialist") }, 422, "delegation-role-unfit"],
      ["head", { to: seat("head", "demo-sct-head") }, 422, "delegation-post-not-held"],
      ["head", { start: addDays(today, -1) }, 422, "delegation-period"],
      [
        "head",
        { to: { personId: "demo-skhcn-head", post: { unit: "SKHCN", role: "head" } } },
        422,
        "delegation-other-body",
      ],
    ];
    for (const [account, over, status, code] of refusals) {
      const refused = await make(account, over);
      expect(refused).toMatchObject({ status, body: { code, detail: textLike(/./), remedy: textLike(/./) } });
    }
    expect(await make("head", { document: { number: " ", date: today } })).toMatchObject({ status: 400 });
  });

  it("is done once, however often it is sent, and tells the delegate", async () => {
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      const made = await make("head", { id, pipelines: ["annual-report"] });
      expect(made).toMatchObject({ status: 200, body: { id, status: "valid" } });
    }
    expect(await make("head", { id, end: addDays(today, 5) })).toMatchObject({ status: 409 });
    expect(await make("records")).toMatchObject({ status: 409, body: { code: "delegation-overlap" } });
    const { body } = await (await who("reviewer")).get("/notices");
    expect(body.items[0]).toMatchObject({ kind: "delegation-made", title: textLike(/Head|Thủ trưởng/) });
    expect(await answer("head", id, "end", because)).toMatchObject({ status: 200, body: { status: "ended" } });
  });
});

describe("acting under one", () => {
  let delegation: string;

  it("starts when the delegate agrees, where that was asked for", async () => {
    const made = await make("records", { needsAcceptance: true });
    delegation = idOf(made);
    expect(made.body).toMatchObject({ status: "awaiting", madeBy: "Văn thư Sở Y tế" });
    expect((await approval(await who("reviewer")))?.enabled).toBe(false);
    expect(await answer("head", delegation, "accept", {})).toMatchObject({ status: 403 });
    expect(await answer("reviewer", delegation, "accept", {})).toMatchObject({
      status: 200,
      body: { status: "valid" },
    });
  });

  it("moves the work to the delegate's desk and says whose it is", async () => {
    const reviewer = await who("reviewer");
    const inbox = (await reviewer.get("/inbox")).body.items.find(({ id }) => id === CASE);
    expect(inbox).toMatchObject({ why: { post: { role: "head" }, onBehalfOf: "Thủ trưởng Sở Y tế" } });
    expect((await reviewer.get("/me")).body).toMatchObject({ home: { waiting: 1 } });
    const { body } = await reviewer.get(`/cases/${CASE}`, { "accept-language": "vi" });
    const way = (body as unknown as { waypoints: { step: string; holders: { people: string[] }[] }[] }).waypoints;
    expect(way.find(({ step }) => step === "sign-off")?.holders[0]?.people).toEqual([
      "Thủ trưởng Sở Y tế",
      "Trưởng phòng Sở Y tế (thay mặt Thủ trưởng Sở Y tế)",
    ]);
    expect(await approval(reviewer)).toMatchObject({
      enabled: true,
      as: { role: "division-head", onBehalfOf: { delegationId: delegation, name: "Thủ trưởng Sở Y tế" } },
    });
  });

  it("is refused from the moment on which the head ends it", async () => {
    const reviewer = await who("reviewer");
    const before = { id: randomUUID(), expected: await seen(reviewer, CASE), body: { verb: "approve" } };
    expect(await answer("clerk", delegation, "end", because)).toMatchObject({ status: 404 });
    expect(await answer("head", delegation, "end", because)).toMatchObject({ status: 200, body: { status: "ended" } });
    const as = { unit: "SYT", role: "division-head", delegationId: delegation };
    const late = await reviewer.send("POST", `/cases/${CASE}/commands`, { ...before, as });
    expect(late).toMatchObject({ status: 403, body: { code: "delegation-not-current" } });
    expect((await approval(reviewer))?.enabled).toBe(false);
  });

  it("leaves both names in the log, the signature and the delegation's own list", async () => {
    delegation = idOf(await make("head"));
    const reviewer = await who("reviewer");
    expect(await command(reviewer, CASE, { verb: "approve" })).toMatchObject({ status: 200 });
    const { items } = await listEvents(stack.db, CASE, { limit: 1 });
    expect(items[0]?.actor).toMatchObject({
      personId: "demo-syt-division-head",
      onBehalfOf: { personId: "demo-syt-head", delegationId: delegation },
    });
    const { body } = await reviewer.get(`/cases/${CASE}`);
    expect(body.signatures.at(-1)).toMatchObject({ name: "Trưởng phòng Sở Y tế", onBehalfOf: "Thủ trưởng Sở Y tế" });
    const acts = await (await who("head")).get(`/delegations/${delegation}/acts`);
    expect(acts.body.items).toMatchObject([{ caseId: CASE, type: "approved", by: "Trưởng phòng Sở Y tế" }]);
  });

  it("is seen by both, the unit's clerk, administrators and auditors, and nobody else", async () => {
    for (const account of ["head", "reviewer", "records", "admin", "auditor"] as const) {
      expect((await (await who(account)).get(`/delegations/${delegation}`)).status).toBe(200);
    }
    for (const account of ["clerk", "stranger", "director"] as const) {
      expect((await (await who(account)).get(`/delegations/${delegation}`)).status).toBe(404);
      expect((await (await who(account)).get("/delegations")).body.items).toEqual([]);
    }
    const open = await (await who("head")).get("/delegations?open=1");
    expect(open.body.items.map(({ id }) => id)).toEqual([delegation]);
    expect((await (await who("head")).get("/delegations")).body.items).toHaveLength(3);
  });

  it("is sealed, and its record cannot be changed", async () => {
    expect(await answer("reviewer", delegation, "decline", because)).toMatchObject({ body: { status: "declined" } });
    const chain = await delegationChain(stack.db, delegation);
    expect(chain).toMatchObject([{ type: "made" }, { type: "declined", reason: because.reason }]);
    expect(verifyChain(chain)).toEqual({ ok: true });
    const shown = await (await who("auditor")).get(`/delegations/${delegation}/events`);
    expect(shown.body).toMatchObject([{ type: "made", by: "Thủ trưởng Sở Y tế" }, { hash: chain[1]?.hash }]);
    const changing = stack.db.pool.query(`DELETE FROM "DelegationEvent" WHERE "delegationId" = $1`, [delegation]);
    await expect(changing).rejects.toThrow("append-only");
  });
});
