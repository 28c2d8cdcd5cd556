import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, changeStanding, type CommandBody } from "../../domain/engine/index.ts";
import { consolidatedReport } from "../../domain/pipelines/index.ts";
import {
  BadCursor,
  casesNobodyCanTake,
  casesOfPastCycles,
  closeDb,
  createDb,
  draftsOf,
  listCases,
  listInbox,
  overdueCases,
  recordTransition,
  saveDraft,
  type Db,
  type Page,
} from "../../store/index.ts";
import { memberPosition } from "../../domain/campaign/position.ts";
import {
  approve,
  clerk,
  DAY,
  divisionHead,
  head,
  issue,
  OPENED,
  receiver,
  reportInput,
  sendBack,
  sentReport,
  specialist,
  Story,
  submit,
} from "../domain/engine/scenario.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { inputFor, opened, transitionsOf } from "../support/opened-case.ts";

let database: TestDatabase;
let db: Db;
const all = { sight: { all: true }, now: OPENED } as const;
const due = { legalDue: OPENED + DAY, effectiveDue: OPENED + DAY, internalTarget: OPENED };

async function open(slug: string, title: string, over: Parameters<typeof inputFor>[1] = {}): Promise<void> {
  const input = inputFor(`annual-report-2026-${slug}`, { title, due, ...over });
  await recordTransition(db.pool, { transition: opened(input, OPENED), now: OPENED, input });
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
  for (let index = 10; index < 35; index += 1) await open(`u${index}`, `Báo cáo ${index}`);
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

async function pages<T extends { id: string }>(next: (cursor?: string) => Promise<Page<T>>): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await next(cursor);
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) return seen;
    cursor = page.next;
  }
}

describe("paging", () => {
  it("shows every case once although all share year and due date", async () => {
    const ids = await pages((cursor) => listCases(db, { ...all, limit: 7, cursor }));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(25);
  });

  it("neither repeats nor skips when a case is opened between two pages", async () => {
    const first = await listCases(db, { ...all, limit: 10 });
    await open("a00", "Mở giữa hai trang");
    const rest = await pages((cursor) => listCases(db, { ...all, limit: 10, cursor: cursor ?? first.next ?? "" }));
    expect(first.items.filter(({ id }) => rest.includes(id))).toEqual([]);
    expect(rest).toHaveLength(15);
  });

  it("goes through an inbox the same way", async () => {
    const posts = [specialist.post];
    const ids = await pages((cursor) => listInbox(db, { posts, personId: "x", limit: 4, cursor }));
    expect(new Set(ids).size).toBe(26);
  });

  it("refuses a cursor that was not made here", async () => {
    const forged = [["x", "y"], [2026], [1e300, "y"], [2026, "\0"]].map((key) => JSON.stringify(key));
    for (const text of ["nope", "null", ...forged]) {
      const cursor = Buffer.from(text).toString("base64url");
      await expect(listCases(db, { ...all, cursor })).rejects.toThrow(BadCursor);
      await expect(listInbox(db, { posts: [specialist.post], personId: "x", cursor })).rejects.toThrow(BadCursor);
    }
  });
});

describe("search", () => {
  it("finds Vietnamese without accents, composed or decomposed, and takes % for a percent sign", async () => {
    await open("dd", "Báo cáo Sở Công Thương – Đồng Dương");
    const find = async (q: string) => (await listCases(db, { ...all, q })).items.map(({ id }) => id);
    const expected = ["annual-report-2026-dd"];
    expect(await find("dong duong")).toEqual(expected);
    expect(await find("Đồng Dương".normalize("NFD"))).toEqual(expected);
    expect(await find("%")).toEqual([]);
  });

  it("shows nobody more than their units' cases", async () => {
    const sight = { all: false, units: ["STC"] } as const;
    expect((await listCases(db, { now: OPENED, sight: { ...sight, units: [...sight.units] } })).items).toEqual([]);
  });
});

describe("drafts", () => {
  const draft = { caseId: "annual-report-2026-u10", body: { head: {} }, now: OPENED };

  it("are saved on the version that was seen, and on no other", async () => {
    expect(await saveDraft(db, { ...draft, version: 0, by: "a" })).toMatchObject({ ok: true, row: { version: 1 } });
    expect(await saveDraft(db, { ...draft, version: 0, by: "b" })).toMatchObject({ ok: false, row: { version: 1 } });
  });

  it("remember everyone who wrote on them", async () => {
    const saved = await saveDraft(db, { ...draft, version: 1, by: "b" });
    expect(saved.row?.drafters).toEqual(["a", "b"]);
  });
});

describe("what is stuck", () => {
  it("is overdue from the first instant that is too late", async () => {
    const ids = async (now: number) => (await overdueCases(db, { now, limit: 100 })).length;
    expect(await ids(OPENED + DAY - 1)).toBe(0);
    expect(await ids(OPENED + DAY)).toBeGreaterThan(20);
  });

  it("names the case whose post nobody holds", async () => {
    const input = inputFor("annual-report-2026-h514", {
      parties: { owner: "H514", department: "SKHCN" },
      settings: {},
    });
    const story = new Story(input);
    const actor = (role: "specialist" | "head") => ({ ...specialist, personId: role, post: { unit: "H514", role } });
    story.when(actor("specialist"), submitAs("00000000-0000-4000-8000-000000000001")).when(actor("head"), approve);
    for (const transition of transitionsOf(input, story.events)) {
      await recordTransition(db.pool, { transition: withoutCommand(transition), now: OPENED, input });
    }
    const stuck = await casesNobodyCanTake(db, { now: OPENED, limit: 100 });
    expect(stuck.map(({ id, cause }) => [id, cause])).toEqual([["annual-report-2026-h514", "nobody-holds-post"]]);
  });

  it("names the case at whose step nobody can sit at all, and none that its campaign has put aside", async () => {
    const input = inputFor("annual-report-2026-nobody", { parties: { department: "SKHCN" } });
    await recordTransition(db.pool, { transition: opened(input, OPENED), now: OPENED, input });
    const unseated = async () => (await casesNobodyCanTake(db, { now: OPENED, limit: 100 })).map(({ id }) => id);
    expect(await unseated()).toContain("annual-report-2026-nobody");
    const story = new Story(input);
    const event = changeStanding(input, story.state, { standing: "excluded", by: null, reason: "Hợp nhất" }, OPENED);
    if (!event) throw new Error("it was put aside before");
    await recordTransition(db.pool, { transition: apply(input, story.state, event), now: OPENED, input });
    expect(await unseated()).not.toContain("annual-report-2026-nobody");
  });
});

describe("a case whose cycle is over", () => {
  it("is named when it still waits to be told, and not while the cycle can still tell it", async () => {
    const input = inputFor("annual-report-2026-late", { campaignId: "annual-report-2026" });
    const story = new Story(input).when(specialist, submitAs("00000000-0000-4000-8000-000000000002"));
    story.when(divisionHead, approve).when(head, approve).when(clerk, issue).when(receiver, approve);
    for (const transition of transitionsOf(input, story.events)) {
      await recordTransition(db.pool, { transition: withoutCommand(transition), now: OPENED, input });
    }
    const waiting = async () =>
      (await casesOfPastCycles(db, { olderThan: OPENED + DAY, limit: 10 })).map(({ id }) => id);
    const standing = (status: string) =>
      db.pool.query(
        `INSERT INTO "Campaign" ("id", "kind", "year", "status", "seq", "openedAt", "legalDue", "effectiveDue",
           "internalTarget", "dossierId", "state", "input")
         VALUES ('annual-report-2026', 'annual-report', 2026, $1, 1, now(), now(), now(), now(), 'd', '{}', '{}')
         ON CONFLICT ("id") DO UPDATE SET "status" = $1`,
        [status],
      );
    await standing("with-ubnd");
    expect(await waiting()).toEqual([]);
    await standing("archived");
    expect(await waiting()).toEqual(["annual-report-2026-late"]);
  });
});

describe("papers to be drafted", () => {
  it("are found behind any amount of more urgent work", async () => {
    const parties = { owner: "SYT", department: "SYT" };
    for (let index = 0; index < 7; index += 1) {
      await open(`urgent-${index}`, "Việc gấp", { pipeline: consolidatedReport, parties, due: null });
    }
    const posts = [specialist.post];
    const found = await draftsOf(db, { posts, personId: "x", limit: 5 });
    expect(found).toHaveLength(5);
    expect(found.filter(({ id }) => id.startsWith("urgent-"))).toEqual([]);
  });
});

describe("where a member stands", () => {
  const at = (story: Story) => memberPosition(story.input, story.state);
  const again = () => sentReport().when(receiver, sendBack()).when(specialist, submit("v2"));

  it("is with its agency as returned until it has been sent again, on whichever desk it lies", () => {
    expect(at(sentReport())).toBe("sent");
    expect(at(sentReport().when(receiver, sendBack()))).toBe("returned");
    expect(at(again())).toBe("returned");
    expect(at(sentReport(undefined, sentReport().when(receiver, sendBack())))).toBe("sent");
  });

  it("is inside its agency before it was sent at all, and accepted after", () => {
    expect(at(new Story(reportInput))).toBe("drafting");
    expect(at(new Story(reportInput).when(specialist, submit()))).toBe("in-agency");
    expect(at(sentReport().when(receiver, approve))).toBe("accepted");
  });
});

const submitAs = (id: string): CommandBody => ({
  verb: "submit",
  content: { id, hash: "c".repeat(64) },
  drafters: [],
});
const withoutCommand = <T extends { event: { commandId: string | null } }>(transition: T): T => ({
  ...transition,
  event: { ...transition.event, commandId: null },
});
