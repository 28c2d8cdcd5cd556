import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, type Account } from "./support/accounts.ts";
import { CAMPAIGN, CASE, command, fillDraft, openCycle, people, submitReport, textLike } from "./support/cycle.ts";
import type { Answer, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let who: (account: Account) => Promise<Person>;
let sent: string;

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  const clerk = await who("clerk");
  await openCycle(await who("admin"), clerk);
  sent = (await submitReport(clerk)).body.commandId;
  await sentOnce();
});
afterAll(() => stack.stop());

const SENT = `${CAMPAIGN}-stc`;

/** A report that was sent, came back, and was put forward again inside its agency. */
async function sentOnce(): Promise<void> {
  const clerk = await who("finance");
  const of = (role: string) => stack.person(`${role}.stc@demo.trinhky.vn`);
  const submit = async () =>
    command(clerk, SENT, { verb: "submit", draftVersion: await fillDraft(clerk, SENT, "STC") });
  await submit();
  await command(await of("truongphong"), SENT, { verb: "approve" });
  await command(await of("thutruong"), SENT, { verb: "approve" });
  await command(await of("vanthu"), SENT, { verb: "issue" });
  const back = { verb: "return", code: "incomplete", reason: "Bổ sung biểu 03", sections: ["IV"] };
  expect((await command(await who("officer"), SENT, back)).status).toBe(200);
  expect((await submit()).status).toBe(200);
}

const all = Object.keys(accounts) as Account[];
const province: Account[] = [
  "officer",
  "division",
  "director",
  "departmentRecords",
  "office",
  "officeRecords",
  "viceChair",
];
const agency: Account[] = ["clerk", "reviewer", "head", "records"];
const department: Account[] = ["officer", "division", "director", "departmentRecords"];

interface Row {
  what: string;
  ask: (person: Person) => Promise<Answer>;
  /** Who gets an answer; everyone else is refused. */
  allowed: readonly Account[];
  /** How the others are refused; 404 for whom the record does not exist. */
  refusal: (account: Account) => number;
}

/** Agencies that have no seat in a report of another one; the finance department sits in funding alone. */
const outsiders: Account[] = ["stranger", "finance"];
const hidden = (account: Account): number => (outsiders.includes(account) ? 404 : 403);
const get = (path: string) => (person: Person) => person.get(path);
const expected = { step: "review", round: 1, contentHash: null };
const post = (path: string, body: object) => (person: Person) => person.send("POST", path, body);

const rows: Row[] = [
  { what: "see their own first screen", ask: get("/me"), allowed: all, refusal: () => 0 },
  { what: "read the plan", ask: get("/units?limit=1"), allowed: all, refusal: () => 0 },
  {
    what: "see an agency's case",
    ask: get(`/cases/${CASE}`),
    allowed: all.filter((one) => !outsiders.includes(one)),
    refusal: hidden,
  },
  {
    what: "read its log",
    ask: get(`/cases/${CASE}/events`),
    allowed: all.filter((one) => !outsiders.includes(one)),
    refusal: hidden,
  },
  {
    what: "read what was submitted inside its agency and not sent yet",
    ask: get(`/cases/${CASE}/contents/1`),
    allowed: [...agency, "auditor"],
    refusal: hidden,
  },
  {
    what: "read what was sent",
    ask: get(`/cases/${SENT}/contents/1`),
    allowed: ["finance", ...province, "auditor"],
    refusal: (account) => ([...agency, "stranger"].includes(account) ? 404 : 403),
  },
  {
    what: "read what goes round inside its agency after a return",
    ask: get(`/cases/${SENT}/contents/2`),
    allowed: ["finance", "auditor"],
    refusal: (account) => ([...agency, "stranger"].includes(account) ? 404 : 403),
  },
  { what: "read the working draft", ask: get(`/cases/${CASE}/draft`), allowed: agency, refusal: hidden },
  {
    what: "write the draft of a case that was submitted",
    ask: (person) => person.send("PUT", `/cases/${CASE}/draft`, { version: 1, body: {} }),
    allowed: [],
    refusal: hidden,
  },
  {
    what: "see the consolidation desk",
    ask: get(`/campaigns/${CAMPAIGN}/desk`),
    allowed: department,
    refusal: () => 403,
  },
  {
    what: "open a cycle",
    ask: post("/campaigns", { kind: "annual-report", year: 2026 }),
    allowed: [...department, "admin"],
    refusal: () => 403,
  },
  { what: "see the health of the parts", ask: get("/health/parts"), allowed: ["admin", "auditor"], refusal: () => 403 },
  { what: "see who can sign in", ask: get("/people"), allowed: ["admin", "auditor"], refusal: () => 403 },
  {
    what: "give somebody an account",
    ask: post("/people/demo-syt-head/account", { reason: "Nhận nhiệm vụ" }),
    allowed: [],
    // The administrator is told that there is one; nobody else is told anything.
    refusal: (account) => (account === "admin" ? 409 : 403),
  },
  {
    what: "end an account",
    ask: post("/people/nobody/account/end", { reason: "Thôi việc" }),
    allowed: [],
    refusal: (account) => (account === "admin" ? 404 : 403),
  },
  { what: "see what is stuck", ask: get("/stuck"), allowed: ["admin", "auditor"], refusal: () => 403 },
  {
    what: "give a number at a step that has none",
    ask: (person) =>
      person.send("POST", `/cases/${CASE}/commands`, { id: randomUUID(), expected, body: { verb: "issue" } }),
    allowed: [],
    refusal: (account) => (outsiders.includes(account) ? 404 : 409),
  },
  {
    what: "exclude a member from the cycle with an empty reason",
    ask: (person) =>
      person.send("POST", `/campaigns/${CAMPAIGN}/commands`, {
        id: randomUUID(),
        body: { verb: "exclude", unit: "SYT", reason: " " },
      }),
    allowed: [],
    refusal: () => 400,
  },
  {
    what: "steer the cycle",
    ask: (person) =>
      person.send("POST", `/campaigns/${CAMPAIGN}/commands`, {
        id: randomUUID(),
        body: { verb: "exclude", unit: "NOBODY", reason: "Không thuộc kỳ" },
      }),
    allowed: [],
    // Those who may steer are told that the unit is no member; the others that they may not.
    refusal: (account) => (["officer", "division", "director"].includes(account) ? 422 : 403),
  },
];

describe.each(rows)("to $what", ({ ask, allowed, refusal }) => {
  it.each(all)("%s", async (account) => {
    const answer = await ask(await who(account));
    expect(answer.status).toBe(allowed.includes(account) ? 200 : refusal(account));
    if (answer.status !== 200)
      expect(answer.body).toMatchObject({ status: answer.status, code: textLike(/^[a-z-]+$/) });
  });
});

describe("lists", () => {
  it("show an agency its own case only, and the overseers all", async () => {
    const own = await (await who("stranger")).get("/cases?limit=200");
    expect(own.body.items.map((item) => item.unit)).toEqual(["SCT"]);
    const seen = await (await who("viceChair")).get("/cases?limit=200");
    expect(seen.body.items.length).toBeGreaterThan(30);
    const board = await (await who("stranger")).get(`/campaigns/${CAMPAIGN}/members`);
    expect(board.body.items.map((item) => item.unit)).toEqual(["SCT"]);
  });

  it("offer to read only what may be read", async () => {
    const numbers = async (account: Account) => (await (await who(account)).get(`/cases/${SENT}`)).body.contents;
    expect((await numbers("officer")).map(({ number }) => number)).toEqual([1]);
    expect((await numbers("finance")).map(({ number }) => number)).toEqual([2, 1]);
    expect(await numbers("admin")).toEqual([]);
  });

  it("find a case by words without accents", async () => {
    const found = await (await who("officer")).get("/cases?q=so%20y%20te");
    expect(found.body.items.map((item) => item.id)).toContain(CASE);
  });
});

describe("a receipt", () => {
  it.each(all)("for %s", async (account) => {
    const answer = await (await who(account)).get(`/commands/${sent}`);
    expect(answer.status).toBe(["clerk", "admin", "auditor"].includes(account) ? 200 : 404);
  });
});

describe("what the page offers", () => {
  it("is what the server then allows, and what it does not offer is refused with the same words", async () => {
    for (const account of [...agency, "officer", "admin"] as Account[]) {
      const person = await who(account);
      const { actions } = (await person.get(`/cases/${CASE}`)).body;
      for (const action of actions.filter((one) => !one.enabled)) {
        const body = { return: { code: "other", reason: "x", sections: [] }, reject: { code: "other", reason: "x" } };
        const more = body[action.verb as keyof typeof body] ?? {};
        const answer = await command(person, CASE, { verb: action.verb, ...more });
        expect(answer.body.detail ?? answer.body).toBe(action.reason);
      }
    }
  });
});
