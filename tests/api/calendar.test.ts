import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOfDay, localDate, yearOf } from "../../domain/calendar/index.ts";
import { accounts, type Account } from "./support/accounts.ts";
import { CASE, openCycle, people, textWith, until } from "./support/cycle.ts";
import type { Answer, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

const nextYear = yearOf(localDate(Date.now())) + 1;
const iso = (at: number): string => new Date(at).toISOString();
const due = (date: string): string => iso(endOfDay(date));

let stack: Stack;
let who: (account: Account) => Promise<Person>;
let admin: Person;

const edit = (more: object = {}) => ({ days: [], years: [], hours: null, rules: [], ...more });
const holiday = edit({ days: [{ date: "2026-11-30", kind: "HOLIDAY", decisionRef: "Thông báo 12/TB-UBND" }] });

const serial = async (): Promise<number> =>
  ((await admin.get("/calendar")).body as unknown as { serial: number }).serial;
const save = (base: number, given: object, id = randomUUID(), person = admin): Promise<Answer> =>
  person.send("POST", "/calendar/changes", { id, base, edit: given, reason: "Nghỉ hoán đổi theo quyết định" });
const preview = (base: number, given: object, person = admin): Promise<Answer> =>
  person.send("POST", "/calendar/preview", { base, edit: given });

interface Progress {
  moved: number;
  unchanged: number;
  failed: number;
  finishedAt: string | null;
}
const progressOf = async (): Promise<Progress | undefined> =>
  ((await admin.get("/calendar/changes?limit=1")).body.items[0] as unknown as { progress: Progress } | undefined)
    ?.progress;

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  admin = await who("admin");
  await openCycle(admin, await who("clerk"));
});
afterAll(() => stack.stop());

describe("the working calendar", () => {
  it("is read by everyone, with the hours of the office and how 30/11 is read", async () => {
    const { status, body } = await (await who("clerk")).get("/calendar");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      serial: 0,
      missing: [],
      hours: { opensAt: "08:00", noon: "11:30", closesAt: "17:00" },
      rules: [
        {
          kind: "annual-report",
          rule: { month: 11, day: 30, inclusive: false, roll: "forward" },
          next: { legalDue: textWith("-11-29T17:00:00.000Z") },
        },
      ],
    });
  });

  it.each(Object.keys(accounts) as Account[])("is changed by the administrator alone: %s", async (account) => {
    const person = await who(account);
    const reads = account === "admin" || account === "auditor";
    expect((await person.get("/calendar/changes")).status).toBe(reads ? 200 : 403);
    expect((await person.get("/calendar/changes/1/items")).status).toBe(reads ? 200 : 403);
    expect((await preview(0, holiday, person)).status).toBe(account === "admin" ? 200 : 403);
    if (account !== "admin") expect((await save(0, holiday, randomUUID(), person)).status).toBe(403);
    expect(await serial()).toBe(0);
  });
});

describe("a preview", () => {
  it("names every open case and the cycle whose date would move, and saves nothing", async () => {
    const { status, body } = await preview(0, holiday);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(45);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        id: CASE,
        subject: "case",
        dueFrom: due("2026-11-30"),
        dueTo: due("2026-12-01"),
      }),
    );
    expect(await serial()).toBe(0);
  });

  it("of days that matter to nobody names nobody", async () => {
    const { body } = await preview(0, edit({ days: [{ date: "2026-12-31", kind: "OFF" }] }));
    expect(body).toMatchObject({ items: [], next: null, looked: 44 });
  });

  it.each([
    [{ days: [{ date: "2039-01-02", kind: "HOLIDAY" }] }, "02/01/2039 lies in a year"],
    [{ days: [{ date: "2026-12-07", kind: "SWAP_WORK" }] }, "07/12/2026 is a working day anyway"],
    [{ days: [{ date: "2026-12-06", kind: "SWAP_OFF" }] }, "06/12/2026 is a day off anyway"],
    [{ hours: { opensAt: "13:00", noon: "11:30", closesAt: "17:00" } }, "Opening must come before noon"],
    [{}, "nothing to save"],
  ])("of an edit that cannot be right says what is wrong: %j", async (given, words) => {
    const { status, body } = await preview(0, edit(given));
    expect([status, body.code]).toEqual([422, "calendar-invalid"]);
    expect(body.detail).toEqual(textWith(words));
  });

  it.each([
    [{ days: [{ date: "2026-02-30", kind: "OFF" }] }],
    [{ rules: [{ kind: "annual-report", rule: { month: 2, day: 30, inclusive: true, roll: "none" } }] }],
    [{ hours: { opensAt: "25:00", noon: "11:30", closesAt: "17:00" } }],
  ])("of something that is no date or hour is refused at the edge: %j", async (given) => {
    expect((await preview(0, edit(given))).status).toBe(400);
  });
});

describe("a change", () => {
  const id = randomUUID();

  it("is saved at once, and told to everything open", async () => {
    expect((await save(0, holiday, id)).body).toEqual({ serial: 1 });
    await until(async () => (await progressOf())?.moved === 45);
    await until(async () => (await admin.get(`/cases/${CASE}`)).body.dueAt === due("2026-12-01"));
    const items = await admin.get("/calendar/changes/1/items?limit=10&outcome=moved");
    expect(items.body.items).toHaveLength(10);
    const rest = await admin.get(`/calendar/changes/1/items?cursor=${items.body.next ?? ""}`);
    expect(rest.body.items.map((item) => item.id)).not.toContain(items.body.items.at(-1)?.id);
    expect(rest.body.items).toHaveLength(35);
  });

  it("shows on the case and on the cycle, as legal, effective and internal date", async () => {
    const { body } = await admin.get(`/cases/${CASE}`);
    expect(body.due).toEqual({
      legalDue: due("2026-11-29"),
      effectiveDue: due("2026-12-01"),
      internalTarget: due("2026-11-27"),
    });
    const cycle = await admin.get("/campaigns/annual-report-2026");
    expect(cycle.body).toMatchObject({ effectiveDue: due("2026-12-01") });
    const events = await admin.get(`/cases/${CASE}/events`);
    expect(events.body.items.map((event) => event.type)).toContain("calendar-changed");
  });

  it("sent again is answered as the first time, and saved once", async () => {
    expect((await save(0, holiday, id)).body).toEqual({ serial: 1 });
    expect(await serial()).toBe(1);
  });

  it("made on the calendar as it was before is refused, and says so", async () => {
    const { status, body } = await save(0, edit({ days: [{ date: "2026-12-24", kind: "OFF" }] }));
    expect([status, body.code]).toEqual([409, "calendar-moved-on"]);
    expect((await preview(0, holiday)).status).toBe(409);
    expect(await serial()).toBe(1);
  });

  it("of office hours and of how the date is read is one of the same kind", async () => {
    const rule = { month: 11, day: 30, inclusive: true, roll: "none" };
    const hours = { opensAt: "07:30", noon: "11:30", closesAt: "16:30" };
    expect((await save(1, edit({ hours, rules: [{ kind: "annual-report", rule }] }))).body).toEqual({ serial: 2 });
    const { body } = await admin.get("/calendar");
    expect(body).toMatchObject({ hours, rules: [{ rule, next: { effectiveDue: textWith("-11-30T17:00:00.000Z") } }] });
    // A cycle that is open keeps the rule it was opened with.
    expect((await admin.get(`/cases/${CASE}`)).body.dueAt).toBe(due("2026-12-01"));
  });
});

describe("a year that is missing", () => {
  it("is a loud warning on the health page until it is entered", async () => {
    const part = async () => (await admin.get("/health/parts")).body.parts.find(({ name }) => name === "calendar");
    expect(await part()).toMatchObject({ status: "up", detail: textWith(`${nextYear} is provisional`) });
    await stack.db.pool.query(`DELETE FROM "CalendarYear" WHERE "year" = $1`, [nextYear]);
    expect(await part()).toMatchObject({ status: "degraded", detail: textWith(`${nextYear} has not been entered`) });
    expect((await admin.get("/calendar")).body).toMatchObject({ missing: [nextYear] });
    const entered = edit({
      years: [{ year: nextYear, provisional: false }],
      days: [{ date: `${nextYear}-01-01`, kind: "HOLIDAY" }],
    });
    expect((await save(2, entered)).status).toBe(200);
    expect(await part()).toMatchObject({ status: "up" });
  });
});
