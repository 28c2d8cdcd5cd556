import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate } from "../../domain/calendar/index.ts";
import type { DelegationTerms, Seated } from "../../domain/delegation/index.ts";
import type { Role } from "../../domain/engine/index.ts";
import {
  actingForOf,
  answerDelegation,
  closeDb,
  createDb,
  delegatesIn,
  listInbox,
  listNotices,
  makeDelegation,
  markRead,
  recordTransition,
  type Db,
} from "../../store/index.ts";
import { approve, DAY, OPENED, Story, divisionHead, specialist, submit } from "../domain/engine/scenario.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { inputFor, transitionsOf } from "../support/opened-case.ts";

let database: TestDatabase;
let db: Db;

const seat = (role: Role, unit = "SYT"): Seated => ({
  personId: `demo-${unit.toLowerCase()}-${role}`,
  name: role,
  post: { unit, role },
});
const head = seat("head");
const delegate = seat("division-head");
const today = localDate(OPENED);
const NEXT_DAY = OPENED + DAY;

const terms = (over: Partial<DelegationTerms> = {}): DelegationTerms => ({
  id: randomUUID(),
  from: head,
  to: delegate,
  start: today,
  end: today,
  pipelines: [],
  ceiling: null,
  document: { number: "1/GUQ-SYT", date: today },
  needsAcceptance: false,
  ...over,
});
const make = (over: Partial<DelegationTerms> = {}) =>
  makeDelegation(db, { terms: terms(over), by: head, posts: [head.post], now: OPENED });
const end = (id: string) =>
  answerDelegation(db, { id, answer: "ended", reason: "Đã về", by: head, posts: [head.post], now: OPENED });

/** A report that waits for the head of Sở Y tế. */
async function atHead(caseId: string): Promise<void> {
  const input = inputFor(caseId);
  const story = new Story(input).when(specialist, submit()).when(divisionHead, approve);
  for (const transition of transitionsOf(input, story.events)) {
    const { event, state } = transition;
    const plain = { event: { ...event, commandId: null, content: null }, state: { ...state, content: null } };
    await recordTransition(db.pool, { transition: plain, now: OPENED, input });
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
  await atHead("annual-report-2026-syt");
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

describe("who acts in a post", () => {
  it("is its holder, and on the days of the delegation the delegate, until it is ended", async () => {
    const made = await make();
    const acting = await actingForOf(db, delegate.personId, OPENED);
    expect(acting).toMatchObject([{ holder: { personId: head.personId, post: head.post }, post: delegate.post }]);
    expect(acting[0]!.until - acting[0]!.from).toBe(DAY);
    expect(await actingForOf(db, delegate.personId, OPENED - DAY)).toEqual([]);
    expect(await actingForOf(db, delegate.personId, NEXT_DAY)).toEqual([]);
    expect(await delegatesIn(db, [head.post], OPENED)).toMatchObject([{ personId: delegate.personId }]);
    if (made.kind === "done") await end(made.row.id);
    expect(await actingForOf(db, delegate.personId, OPENED)).toEqual([]);
  });

  it("stops when either of the two leaves their post", async () => {
    const made = await make({ end: localDate(OPENED + 9 * DAY) });
    const leave = (person: Seated, to: string | null) =>
      db.pool.query(`UPDATE "Post" SET "to" = $2 WHERE "personId" = $1`, [person.personId, to]);
    for (const person of [head, delegate]) {
      await leave(person, localDate(NEXT_DAY));
      const [acting] = await actingForOf(db, delegate.personId, OPENED);
      expect(acting?.until).toBe(Date.parse(`${localDate(NEXT_DAY)}T00:00:00+07:00`));
      expect(await actingForOf(db, delegate.personId, NEXT_DAY)).toEqual([]);
      await leave(person, null);
    }
    if (made.kind === "done") await end(made.row.id);
  });
});

describe("two at once", () => {
  it("of the same right: one is made, the other is told", async () => {
    const results = await Promise.all([make(), make()]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    for (const one of results) if (one.kind === "done") await end(one.row.id);
  });
});

describe("a delegate's lists", () => {
  const reader = async () => ({
    personId: delegate.personId,
    posts: [delegate.post],
    actingFor: await actingForOf(db, delegate.personId, OPENED),
  });

  it("hold the head's work in the pipelines that were delegated, once, and say whose it is", async () => {
    const other = await make({ pipelines: ["funding-request"] });
    expect((await listInbox(db, await reader())).items).toEqual([]);
    if (other.kind === "done") await end(other.row.id);
    await make({ pipelines: ["annual-report"] });
    const { items } = await listInbox(db, await reader());
    expect(items).toMatchObject([{ id: "annual-report-2026-syt", onBehalfOf: "Thủ trưởng Sở Y tế" }]);
  });

  it("hold what the head is told meanwhile, and not what was told to the head alone", async () => {
    const { items } = await listNotices(db, await reader());
    const kinds = items.map(({ kind, caseId }) => [kind, caseId]);
    expect(kinds).toContainEqual(["your-turn", "annual-report-2026-syt"]);
    const own = await listNotices(db, { personId: head.personId, posts: [head.post] });
    const mine = own.items.filter(({ kind }) => kind.startsWith("delegation-")).map(({ id }) => id);
    expect(items.filter(({ id }) => mine.includes(id))).toEqual([]);
    const ids = items.map(({ id }) => id);
    expect(await markRead(db, { ...(await reader()), ids, now: OPENED })).toBe(ids.length);
    expect((await listNotices(db, await reader())).items.every(({ read }) => read)).toBe(true);
  });
});
