import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, createDb, MoneyRefused, recordMoneyEvents, recordTransition, type Db } from "../../store/index.ts";
import type { CommandBody } from "../../domain/engine/index.ts";
import type { MoneyEvent } from "../../domain/funding/money-event.ts";
import type { FundingRequest } from "../../domain/funding/request-schema.ts";
import { person, type Story } from "../domain/engine/scenario.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { transitionsOf } from "../support/opened-case.ts";
import {
  act,
  assignedLine,
  freshId,
  linesIn,
  listInDecision,
  recordStory,
  sentRequest,
  submitRequest,
} from "./funding-story.ts";

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

function sendAgain(story: Story, request: FundingRequest): void {
  submitRequest(story, request);
  act(story, person("SYT", "accountant"), { verb: "approve" });
  act(story, person("SYT", "head"), { verb: "approve", mark: "own" });
  act(story, person("SYT", "records-clerk"), { verb: "issue" });
}

const chair = person("UBND_TINH", "chair");
const lineOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await db.pool.query<Record<string, unknown>>(`SELECT * FROM "FundingLine" WHERE "id" = $1`, [id])).rows[0];
const typesOf = async (id: string): Promise<string[]> =>
  (
    await db.pool.query<{ type: string }>(`SELECT "type" FROM "MoneyEvent" WHERE "lineId" = $1 ORDER BY "seq"`, [id])
  ).rows.map(({ type }) => type);

const decidedLine = (amount: number) => assignedLine(db, amount);

describe("the money of a request", () => {
  it("follows its cases through all stages, to the number of the assigning decision", async () => {
    const { lineId } = await decidedLine(600_000_000);
    expect(await lineOf(lineId)).toMatchObject({
      taskCode: "III.3.b.1",
      sourceCode: "IV.1.TX.DP",
      window: "next-year",
      requested: "1205000000",
      appraised: { STC: "700000000" },
      proposed: "700000000",
      decided: "600000000",
      assigned: "600000000",
    });
    expect(await typesOf(lineId)).toEqual(["requested", "appraised", "proposed", "decided", "assigned"]);
    const { rows } = await db.pool.query<{ document: string }>(
      `SELECT "document" FROM "Allocation" WHERE "lineId" = $1`,
      [lineId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.document).toMatch(/^\d{2,}\/QĐ-/);
  });

  it("is written once, however often and in whatever order its events are recorded", async () => {
    const { lineId, stories } = await decidedLine(500_000_000);
    const before = await lineOf(lineId);
    await recordStory(db, stories.list);
    await Promise.all([recordStory(db, stories.list), recordStory(db, stories.list)]);
    expect(await lineOf(lineId)).toEqual(before);
  });

  it("is free again when a decision is recalled, and stays so though its events come once more, or late", async () => {
    const requestId = freshId("funding-request");
    await recordStory(db, sentRequest(requestId, completeRequest()));
    const [line] = linesIn(requestId, completeRequest());
    const list = listInDecision(freshId("funding-list"), [line!], [700_000_000]);
    const part = { line: line!.id, decision: "approve-in-part", amount: 600_000_000, reason: "Khả năng" } as const;
    act(list, chair, { verb: "decide-lines", decisions: [part] });
    const decidedAt = list.state.seq;
    act(list, chair, { verb: "withdraw", reason: "Nhầm số" });
    const inOrder = transitionsOf(list.input, list.events);
    const late = inOrder.filter(({ event }) => event.seq === decidedAt);
    for (const transition of [...inOrder.filter(({ event }) => event.seq !== decidedAt), ...late])
      await recordTransition(db.pool, { transition, now: transition.event.at, input: list.input });
    expect(await lineOf(line!.id)).toMatchObject({ decided: null, proposed: "700000000" });
    act(list, chair, { verb: "decide-lines", decisions: [part] });
    await recordStory(db, list);
    await recordStory(db, list);
    expect(await lineOf(line!.id)).toMatchObject({ decided: "600000000" });
  });

  it("is what the newest version asks for: a line that is left out is taken back", async () => {
    const requestId = freshId("funding-request");
    const rows = [
      { id: "a", sourceCode: "IV.1.TX.DP", amounts: { "2027": "1000000000" } },
      { id: "b", sourceCode: "IV.1.TX.TW", amounts: { "2027": "205000000" } },
    ];
    const story = sentRequest(requestId, completeRequest({}, { sources: { rows } }));
    const back: CommandBody = {
      verb: "return",
      code: "wrong-figures",
      reason: "Bỏ nguồn trung ương",
      sections: ["sources"],
    };
    act(story, person("SKHCN", "specialist"), back);
    sendAgain(story, completeRequest({}, { sources: { rows: rows.slice(0, 1) } }));
    await recordStory(db, story);
    expect(await lineOf(`${requestId}.a.2027`)).toMatchObject({ requested: "1000000000", withdrawn: false });
    expect(await lineOf(`${requestId}.b.2027`)).toMatchObject({ withdrawn: true });
  });

  it("is booked under the source that the newest version names, not under the one it named first", async () => {
    const requestId = freshId("funding-request");
    const asks = (sourceCode: string) =>
      completeRequest({}, { sources: { rows: [{ id: "a", sourceCode, amounts: { "2027": "900" } }] } });
    const story = sentRequest(requestId, asks("IV.1.TX.DP"));
    await recordStory(db, story);
    const sent = story.events.length;
    const back: CommandBody = { verb: "return", code: "wrong-figures", reason: "Sai nguồn", sections: ["sources"] };
    act(story, person("SKHCN", "specialist"), back);
    await recordStory(db, story, sent + 1);
    const lineId = `${requestId}.a.2027`;
    expect(await lineOf(lineId)).toMatchObject({ sourceCode: "IV.1.TX.DP", returned: true });
    sendAgain(story, asks("IV.1.TX.TW"));
    await recordStory(db, story, sent + 2);
    expect(await lineOf(lineId)).toMatchObject({ sourceCode: "IV.1.TX.TW", returned: false, requested: "900" });
    expect(await typesOf(lineId)).toEqual(["requested", "returned", "requested"]);
  });

  it("is the same in whatever order its events are recorded", async () => {
    const { lineId, list, request } = await assignedLine(null, 500_000_000);
    const events = [...request, ...list].sort((a, b) => (a.transition.event.hash < b.transition.event.hash ? -1 : 1));
    // What comes before its turn waits for the missing ones; a case's first event makes its row.
    const first = events.filter(({ transition }) => transition.event.seq === 1);
    const inRequest = (each: (typeof events)[number]) => each.transition.event.caseId.startsWith("funding-request");
    const later = events.filter(({ transition }) => transition.event.seq > 1);
    for (const each of [...first, ...later.filter(inRequest), ...later.filter((one) => !inRequest(one))]) {
      await recordTransition(db.pool, each);
    }
    expect(await typesOf(lineId)).toEqual(["requested", "appraised", "proposed", "decided", "assigned"]);
    expect(await lineOf(lineId)).toMatchObject({ assigned: "500000000" });
  });

  it("of a list made before the request changed is noted and not booked: no settle fails on it", async () => {
    const requestId = freshId("funding-request");
    const request = completeRequest();
    const story = sentRequest(requestId, request);
    const [line] = linesIn(requestId, request);
    if (!line) throw new Error("the request has no line");
    await recordStory(db, story);
    const list = listInDecision(freshId("funding-list"), [line]);
    await recordStory(db, list);
    const sent = story.events.length;
    act(story, person("SKHCN", "specialist"), {
      verb: "return",
      code: "wrong-figures",
      reason: "Giảm quy mô",
      sections: ["sources"],
    });
    const lower = { ...request.sections?.sources?.rows?.[0], amounts: { "2027": "200" } };
    sendAgain(story, completeRequest({}, { sources: { rows: [lower] } }));
    await recordStory(db, story, sent + 1);
    const decidedAt = list.events.length;
    act(list, chair, { verb: "decide-lines", decisions: [{ line: line.id, decision: "approve" }] });
    act(list, chair, { verb: "approve", mark: "TM." });
    act(list, person("VP_UBND", "records-clerk"), { verb: "issue" });
    await recordStory(db, list, decidedAt + 1);
    expect(await lineOf(line.id)).toMatchObject({ requested: "200", decided: null, assigned: "0" });
    const { rows } = await db.pool.query(
      `SELECT "type", "left" FROM "MoneyEvent" WHERE "lineId" = $1 AND "left" IS NOT NULL ORDER BY "seq"`,
      [line.id],
    );
    expect(rows).toEqual([
      { type: "decided", left: "line-changed" },
      { type: "assigned", left: "line-changed" },
    ]);
  });

  it("of a request that Sở KH&CN refuses counts no more", async () => {
    const requestId = freshId("funding-request");
    const story = sentRequest(requestId, completeRequest());
    act(story, person("SKHCN", "specialist"), {
      verb: "reject",
      code: "not-competent",
      reason: "Không thuộc Kế hoạch",
    });
    await recordStory(db, story);
    const [line] = linesIn(requestId, completeRequest());
    expect(await lineOf(line?.id ?? "")).toMatchObject({ withdrawn: true });
  });
});

describe("spending", () => {
  let count = 0;
  const happened = (lineId: string, act: object): MoneyEvent => {
    count += 1;
    return { id: `m${count}`, lineId, at: count, ...act } as MoneyEvent;
  };
  const spent = (lineId: string, amount: string, period = "2027-Q1") =>
    happened(lineId, { type: "disbursed", amount, period });

  it("writes all of a report or, when a law forbids any of it, nothing", async () => {
    const { lineId } = await decidedLine(600);
    const events = [spent(lineId, "500"), spent(lineId, "101", "2027-Q2")];
    const refused = recordMoneyEvents(db, events, { personId: "p" });
    await expect(refused).rejects.toThrow(MoneyRefused);
    await expect(refused).rejects.toMatchObject({ refusal: { code: "over-available", most: "100" } });
    expect(await lineOf(lineId)).toMatchObject({ disbursed: "0" });
    expect(await typesOf(lineId)).not.toContain("disbursed");
  });

  it("never exceeds what was assigned, though 32 reports arrive at once", async () => {
    const { lineId } = await decidedLine(1_000);
    const reports = Array.from({ length: 32 }, (_, index) =>
      spent(lineId, "70", `2027-${String(index + 1).padStart(2, "0")}`),
    );
    const results = await Promise.allSettled(reports.map((event) => recordMoneyEvents(db, [event], { personId: "p" })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(14);
    expect(await lineOf(lineId)).toMatchObject({ disbursed: "980" });
  });

  it("carries money over to the next year without losing any, and settles what is empty", async () => {
    const { requestId, lineId } = await decidedLine(1_000);
    const toLineId = lineId.replace(/2027$/, "2028");
    await recordMoneyEvents(
      db,
      [
        spent(lineId, "700"),
        happened(lineId, { type: "carried-over", amount: "300", toLineId, document: "40/QĐ-UBND" }),
        happened(lineId, { type: "settled", document: "41/QĐ-UBND" }),
      ],
      { personId: "p" },
    );
    expect(await lineOf(lineId)).toMatchObject({ carriedOut: "300", settled: true });
    expect(await lineOf(toLineId)).toMatchObject({ requestId, carriedIn: "300", year: 2028 });
    expect(await typesOf(toLineId)).toEqual(["carried-in"]);
  });

  it("cannot be rewritten: not its events, and no row may break a law even by hand", async () => {
    const { lineId } = await decidedLine(1_000);
    const raw = (sql: string) => db.pool.query(sql, [lineId]);
    await expect(raw(`UPDATE "MoneyEvent" SET "amount" = 1 WHERE "lineId" = $1`)).rejects.toThrow(/append-only/);
    await expect(raw(`UPDATE "FundingLine" SET "disbursed" = 1001 WHERE "id" = $1`)).rejects.toThrow(
      /spent_within_given/,
    );
    await expect(raw(`UPDATE "FundingLine" SET "assigned" = 1001 WHERE "id" = $1`)).rejects.toThrow(
      /assigned_within_decided/,
    );
  });
});
