import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerPaper,
  CeilingInTheWay,
  CeilingMovedOn,
  closeDb,
  createDb,
  IdReused,
  listBook,
  listCeilings,
  MoneyRefused,
  PaperAnswered,
  proposePaper,
  recordOutside,
  remindSpending,
  reportDisbursement,
  type Db,
  type PaperAnswer,
  type Proposal,
  type Signer,
} from "../../store/index.ts";
import { verifyChain } from "../../domain/engine/index.ts";
import type { Role } from "../../domain/engine/pipeline.ts";
import { outsideLine } from "../../domain/funding/check-outside.ts";
import { ceilingSubject, type CeilingPaperBody, type PaperKind } from "../../domain/funding/papers.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { assignedLine } from "./funding-story.ts";

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url, { max: 20 });
  await db.pool.query(`DELETE FROM "Ceiling"`);
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

const NOW = Date.UTC(2027, 4, 15);
const signer = (personId: string, role: Role = "specialist", unit = "SKHCN"): Signer => ({
  personId,
  name: personId,
  post: { unit, role },
});
const first = signer("first");
const second = signer("second", "division-head");

const propose = (kind: PaperKind, subjectId: string, body: object, over: Partial<Proposal> = {}) =>
  proposePaper(db, { id: randomUUID(), kind, subjectId, body: body as Proposal["body"], by: first, now: NOW, ...over });
const answer = (paperId: string, over: Partial<PaperAnswer> = {}) =>
  answerPaper(db, { paperId, act: "confirmed", by: second, now: NOW, ...over });
const lineOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await db.pool.query<Record<string, unknown>>(`SELECT * FROM "FundingLine" WHERE "id" = $1`, [id])).rows[0];
const supplement = { amount: "50", document: "20/QĐ-UBND" };

describe("a paper about a line", () => {
  it("moves money once a second person has confirmed it, and not before", async () => {
    const { lineId } = await assignedLine(db, 600);
    const paper = await propose("supplemented", lineId, supplement);
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "0" });
    await answer(paper.id);
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "50" });
    await answer(paper.id);
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "50" });
  });

  it("moves nothing when it is declined or taken back, and is answered once", async () => {
    const { lineId } = await assignedLine(db, 600);
    const declined = await propose("recovered", lineId, { amount: "5", document: "31/QĐ-UBND" });
    await answer(declined.id, { act: "declined", reason: "Sai số văn bản" });
    await expect(answer(declined.id)).rejects.toThrow(PaperAnswered);
    expect(await lineOf(lineId)).toMatchObject({ recovered: "0" });
  });

  it("is confirmed by two at once only one time", async () => {
    const { lineId } = await assignedLine(db, 600);
    const paper = await propose("supplemented", lineId, supplement);
    const others = Array.from({ length: 8 }, (_, index) => signer(`leader-${index}`, "deputy-head"));
    const results = await Promise.allSettled(others.map((by) => answer(paper.id, { by })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "50" });
  });

  it("is one paper under one id; another one under it is refused", async () => {
    const { lineId } = await assignedLine(db, 600);
    const id = randomUUID();
    await propose("supplemented", lineId, supplement, { id });
    await expect(propose("supplemented", lineId, supplement, { id })).resolves.toMatchObject({ id });
    await expect(propose("supplemented", lineId, { ...supplement, amount: "51" }, { id })).rejects.toThrow(IdReused);
    await expect(propose("recovered", lineId, supplement, { id })).rejects.toThrow(IdReused);
  });

  it("is judged when it is entered and again when it is confirmed", async () => {
    const { lineId } = await assignedLine(db, 600);
    await expect(propose("recovered", lineId, { amount: "601", document: "x" })).rejects.toThrow(MoneyRefused);
    const paper = await propose("recovered", lineId, { amount: "600", document: "x" });
    const spent = { id: randomUUID(), lineId, at: NOW, type: "disbursed", amount: "1", period: "2027-Q1" } as const;
    expect(await reportDisbursement(db, { ...spent, progress: 1 }, "p")).toEqual([]);
    await expect(answer(paper.id)).rejects.toThrow(MoneyRefused);
  });

  it("is confirmed by no one who entered it, whatever program writes it", async () => {
    const { lineId } = await assignedLine(db, 600);
    const paper = await propose("supplemented", lineId, supplement);
    await expect(answer(paper.id, { by: first })).rejects.toThrow(/second_person/);
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "0" });
  });

  it("settles the last line of a request only with its case", async () => {
    const { lineId, requestId } = await assignedLine(db, 600);
    const carried = await propose("carried-over", lineId, { amount: "600", document: "40/QĐ-UBND" });
    await answer(carried.id);
    const settle = await propose("settled", lineId, { document: "41/QĐ-UBND" });
    await answer(settle.id);
    const next = lineId.replace("2027", "2028");
    const spent = { id: randomUUID(), lineId: next, at: Date.UTC(2028, 6, 1), amount: "600", period: "2028-Q1" };
    expect(await reportDisbursement(db, { ...spent, type: "disbursed", progress: 50 }, "p")).toEqual([]);
    const early = propose("settled", next, { document: "42/QĐ-UBND" });
    await expect(early).rejects.toMatchObject({ refusal: { code: "settlement-not-sent" } });
    // As the accountant leaves it, by sending the settlement in.
    await db.pool.query(`UPDATE "Case" SET "step" = 'settlement' WHERE "id" = $1`, [requestId]);
    await answer((await propose("settled", next, { document: "42/QĐ-UBND" })).id);
    expect(await lineOf(next)).toMatchObject({ settled: true });
  });

  it("is sealed, each act behind the one before, with post and document", async () => {
    const links = (await listBook(db, { limit: 200 })).items;
    expect(links.length).toBeGreaterThan(10);
    expect(verifyChain(links)).toEqual({ ok: true });
    expect(links[0]).toMatchObject({
      act: "proposed",
      by: { post: { unit: "SKHCN" } },
      body: { document: "20/QĐ-UBND" },
    });
    const forged = links.map((link, index) => (index === 3 ? { ...link, reason: "khác" } : link));
    expect(verifyChain(forged)).toEqual({ ok: false, seq: 4 });
    await expect(db.pool.query(`UPDATE "MoneyRecord" SET "act" = 'declined'`)).rejects.toThrow(/append-only/);
  });
});

describe("a paper under a ceiling of what is assigned", () => {
  const set = async (mode: string, amount: number, year = 2027) => {
    await db.pool.query(`DELETE FROM "Ceiling"`);
    await db.pool.query(
      `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
       SELECT gen_random_uuid(), 'IV.1.TX', $3, $1 + coalesce((SELECT sum("assigned" + "supplemented" + "carriedIn"
         - "carriedOut" - "recovered") FROM "FundingLine" WHERE "year" = $3), 0), $2, 'x'`,
      [amount, { assigned: mode }, year],
    );
  };

  it("stops, wants a reason, or wants the head", async () => {
    const { lineId } = await assignedLine(db, 600);
    await set("stop", 49);
    await expect(propose("supplemented", lineId, supplement)).rejects.toMatchObject({
      excess: { says: "stop", over: "1" },
    });
    await set("warn", 49);
    await expect(propose("supplemented", lineId, supplement)).rejects.toMatchObject({ excess: { says: "reason" } });
    await answer((await propose("supplemented", lineId, { ...supplement, reason: "Thiên tai" })).id);
    await set("higher-signature", 49);
    const paper = await propose("supplemented", lineId, supplement);
    await expect(answer(paper.id)).rejects.toThrow(CeilingInTheWay);
    await answer(paper.id, { by: signer("director", "head") });
    expect(await lineOf(lineId)).toMatchObject({ supplemented: "100" });
  });

  it("carries money only into a year that still has room for it", async () => {
    const { lineId } = await assignedLine(db, 600);
    await set("stop", 99, 2028);
    const carry = (amount: string) => propose("carried-over", lineId, { amount, document: "40/QĐ-UBND" });
    await expect(carry("100")).rejects.toMatchObject({ excess: { says: "stop", over: "1" } });
    await answer((await carry("99")).id);
    expect(await lineOf(lineId.replace("2027", "2028"))).toMatchObject({ carriedIn: "99" });
  });

  it("never exceeds a Stop together with others confirmed at the same moment", async () => {
    const lines = await Promise.all(Array.from({ length: 16 }, () => assignedLine(db, 600)));
    await set("stop", 250);
    const papers = await Promise.all(lines.map(({ lineId }) => propose("supplemented", lineId, supplement)));
    const results = await Promise.allSettled(papers.map(({ id }) => answer(id)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });
});

describe("a ceiling", () => {
  const place = { source: "IV.2", year: 2029, window: null };
  const body = (over: Partial<CeilingPaperBody>): CeilingPaperBody => ({
    ...place,
    document: "01/NQ-HĐND",
    reason: "Dự toán năm",
    base: 0,
    amount: "1000",
    modes: { decided: "stop" },
    ...over,
  });
  const subject = ceilingSubject(place);
  const shown = async () => (await listCeilings(db, { year: 2029, ended: true })).items[0];

  it("is set, changed and ended in versions, each by two persons", async () => {
    const created = await propose("ceiling-set", subject, body({}));
    expect(await shown()).toBeUndefined();
    await answer(created.id);
    expect(await shown()).toMatchObject({ amount: "1000", version: 1, active: true, openPaperId: null });
    const changed = await propose("ceiling-set", subject, body({ base: 1, amount: "900", document: "02/NQ-HĐND" }));
    expect(await shown()).toMatchObject({ amount: "1000", openPaperId: changed.id });
    await expect(propose("ceiling-end", subject, body({ base: 1 }))).rejects.toThrow(/one_change/);
    await answer(changed.id);
    expect(await shown()).toMatchObject({ amount: "900", version: 2, document: "02/NQ-HĐND" });
    await expect(propose("ceiling-set", subject, body({ base: 1 }))).rejects.toThrow(CeilingMovedOn);
    await answer((await propose("ceiling-end", subject, body({ base: 2 }))).id);
    expect(await shown()).toMatchObject({ version: 3, active: false });
  });
});

describe("money from outside the budget", () => {
  const entry = {
    unit: "SCT",
    task: "III.3.c.1",
    source: "IV.3.5",
    year: 2027,
    title: "Dây chuyền enzyme",
    amount: "70",
  };
  const recorded = (id: string, amount: string) => ({
    id,
    lineId: "recorded-one",
    at: NOW,
    type: "recorded" as const,
    amount,
    document: "Hợp đồng 12/2027",
    line: outsideLine("recorded-one", entry),
  });

  it("is recorded in no stage, corrected by saying it again, and asked of nobody", async () => {
    const id = randomUUID();
    await recordOutside(db, recorded(id, "70"), "p");
    await recordOutside(db, recorded(id, "70"), "p");
    await expect(recordOutside(db, recorded(id, "71"), "p")).rejects.toThrow(IdReused);
    await recordOutside(db, recorded(randomUUID(), "80"), "p");
    expect(await lineOf("recorded-one")).toMatchObject({
      recorded: "80",
      requested: "0",
      seq: 2,
      sourceCode: "IV.3.5",
    });
    await expect(propose("supplemented", "recorded-one", supplement)).rejects.toThrow(MoneyRefused);
  });
});

describe("a report of spending", () => {
  it("under an id that was used for something else is refused", async () => {
    const [one, other] = [await assignedLine(db, 600), await assignedLine(db, 600)];
    const report = {
      id: randomUUID(),
      lineId: one.lineId,
      at: NOW,
      type: "disbursed",
      amount: "10",
      period: "2027-Q1",
      progress: 5,
    } as const;
    expect(await reportDisbursement(db, report, "p")).toEqual([]);
    expect(await reportDisbursement(db, { ...report, at: NOW + 1 }, "p")).toEqual([]);
    for (const changed of [{ amount: "11" }, { lineId: other.lineId }, { progress: 6 }, { period: "2027-Q2" }]) {
      await expect(reportDisbursement(db, { ...report, ...changed }, "p")).rejects.toThrow(IdReused);
    }
  });

  it("that is due is asked for once, and again once it is overdue", async () => {
    const { requestId } = await assignedLine(db, 600);
    const told = async (at: number) => {
      await remindSpending(db, at);
      const { rows } = await db.pool.query<{ kind: string }>(
        `SELECT "kind" FROM "Notice" WHERE "key" LIKE 'spending/' || $1 || '/%' ORDER BY "key"`,
        [requestId],
      );
      return rows.map(({ kind }) => kind);
    };
    expect(await told(Date.UTC(2027, 2, 30))).toEqual([]);
    expect(await told(Date.UTC(2027, 3, 1))).toEqual(["spending-due"]);
    expect(await told(Date.UTC(2027, 3, 2))).toEqual(["spending-due"]);
    expect(await told(Date.UTC(2027, 4, 20))).toEqual(["spending-due", "spending-overdue"]);
  });
});
