import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf, seal, type Transition } from "../../domain/engine/index.ts";
import {
  claim,
  closeDb,
  createDb,
  EventConflict,
  getCase,
  getCommand,
  getContent,
  numbersOf,
  recordTransition,
  settleAccepted,
  settleRecorded,
  type Db,
} from "../../store/index.ts";
import { OPENED } from "../domain/engine/scenario.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { freshId, storyOf } from "./report-story.ts";

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

type Told = ReturnType<typeof storyOf>;

const transition = ({ transitions }: Told, seq: number): Transition => transitions[seq - 1] as Transition;
const record = (told: Told, seq: number) =>
  recordTransition(db.pool, { transition: transition(told, seq), now: OPENED, input: told.input });

async function recordUpTo(told: Told, last: number): Promise<void> {
  for (let seq = 1; seq <= last; seq += 1) await record(told, seq);
}

function claimOf(told: Told, seq: number) {
  const { event } = transition(told, seq);
  const frozen = event.type === "submitted" ? { hash: event.content?.hash ?? "", body: {}, createdBy: "p" } : undefined;
  return claim(db, {
    id: event.commandId ?? "",
    subjectKind: "case",
    subjectId: event.caseId,
    verb: event.type,
    personId: "p",
    payloadHash: hashOf(event),
    envelope: { seq },
    now: OPENED,
    ...(frozen && { content: frozen }),
  });
}

describe("one event told from two sides at once", () => {
  it("is recorded once, and neither side is told of a conflict", async () => {
    const stories = Array.from({ length: 40 }, () => storyOf(freshId()));
    for (const told of stories) await record(told, 1);
    await Promise.all(stories.flatMap((told) => [2, 3, 2, 3, 2, 3].map((seq) => record(told, seq))));
    for (const { input } of stories) expect(await getCase(db, input.caseId)).toMatchObject({ seq: 3, knownSeq: 3 });
  });

  it("settles its command whichever of worker and API comes first", async () => {
    const told = storyOf(freshId());
    await record(told, 1);
    await claimOf(told, 2);
    const commandId = transition(told, 2).event.commandId ?? "";
    const [, receipt] = await Promise.all([
      record(told, 2),
      settleAccepted(db, { commandId, transition: transition(told, 2), now: OPENED, input: told.input }),
    ]);
    expect(receipt).toMatchObject({ outcome: "accepted", seq: 2, after: { step: "review" } });
    expect(await getCommand(db, commandId)).toEqual(receipt);
  });
});

describe("a second event made by one command", () => {
  it("is refused loudly and changes nothing", async () => {
    const told = storyOf(freshId());
    await recordUpTo(told, 2);
    const { hash: _, ...third } = transition(told, 3).event;
    const forged = seal({ ...third, commandId: transition(told, 2).event.commandId }, third.prevHash);
    const attempt = recordTransition(db.pool, {
      transition: { ...transition(told, 3), event: forged },
      now: OPENED,
      input: told.input,
    });
    await expect(attempt).rejects.toThrow(EventConflict);
    expect(await getCase(db, told.input.caseId)).toMatchObject({ seq: 2, knownSeq: 2, step: "review" });
  });
});

describe("the length of the chain a workflow may forget", () => {
  it("stops before an event whose settle is outstanding", async () => {
    const told = storyOf(freshId());
    for (const seq of [1, 2, 4]) await record(told, seq);
    expect(await getCase(db, told.input.caseId)).toMatchObject({ seq: 4, knownSeq: 2 });
    await record(told, 3);
    expect(await getCase(db, told.input.caseId)).toMatchObject({ seq: 4, knownSeq: 4 });
  });
});

describe("content", () => {
  it("gets its number when its command is settled, and is unchangeable from then on", async () => {
    const told = storyOf(freshId());
    await record(told, 1);
    await claimOf(told, 2);
    expect(await getContent(db, told.input.caseId, 1)).toBeNull();
    await record(told, 2);
    expect(await getContent(db, told.input.caseId, 1)).toMatchObject({ id: told.contentId });
    for (const sql of [`UPDATE "ContentVersion" SET "body" = '{"x":1}'`, `DELETE FROM "ContentVersion"`]) {
      await expect(db.pool.query(`${sql} WHERE "id" = $1`, [told.contentId])).rejects.toThrow(/append-only/);
    }
  });

  it("cannot be rewritten while its command is under way", async () => {
    const told = storyOf(freshId());
    await record(told, 1);
    await claimOf(told, 2);
    const rewritten = db.pool.query(`UPDATE "ContentVersion" SET "hash" = 'x' WHERE "id" = $1`, [told.contentId]);
    await expect(rewritten).rejects.toThrow(/append-only/);
  });
});

describe("a document number", () => {
  const last = async (): Promise<number> => {
    const { rows } = await db.pool.query<{ last: number }>(
      `SELECT coalesce(max("last"), 0)::int AS last FROM "NumberSeries"`,
    );
    return rows[0]?.last ?? 0;
  };

  it("is not burnt when the transaction that gave it is rolled back", async () => {
    const told = storyOf(freshId());
    await recordUpTo(told, 4);
    const before = await last();
    const connection = await db.pool.connect();
    await connection.query("BEGIN");
    await recordTransition(connection, { transition: transition(told, 5), now: OPENED, input: told.input });
    await connection.query("ROLLBACK");
    connection.release();
    expect([await last(), await numbersOf(db, told.input.caseId)]).toEqual([before, []]);
    await record(told, 5);
    const value = String(before + 1).padStart(2, "0");
    expect(await numbersOf(db, told.input.caseId)).toMatchObject([{ symbol: `${value}/BC-SYT`, date: "2026-10-15" }]);
  });

  it("stands on the clerk's receipt, also when the worker recorded the event before the command was settled", async () => {
    const told = storyOf(freshId());
    await recordUpTo(told, 5);
    await claimOf(told, 5);
    const commandId = transition(told, 5).event.commandId ?? "";
    const [number] = await numbersOf(db, told.input.caseId);
    const receipt = await settleRecorded(db, { commandId, now: OPENED });
    expect(receipt).toMatchObject({ outcome: "accepted", seq: 5, documentNumber: number?.symbol });
    expect(receipt?.after).toMatchObject({ from: "dispatch", step: "intake" });
    expect(await settleRecorded(db, { commandId, now: OPENED + 1 })).toEqual(receipt);
  });
});

describe("the cost of a decision", () => {
  it("is two SQL statements: one claims, one settles", async () => {
    const told = storyOf(freshId());
    await recordUpTo(told, 2);
    const counting = countingStatements(db);
    const before = counting.count();
    await claimOf(told, 3);
    const commandId = transition(told, 3).event.commandId ?? "";
    await settleAccepted(db, { commandId, transition: transition(told, 3), now: OPENED, input: told.input });
    expect(counting.stop() - before).toBe(2);
  });
});

function countingStatements({ pool }: Db): { count(): number; stop(): number } {
  const original = pool.query.bind(pool);
  let statements = 0;
  Object.assign(pool, {
    query: (...given: Parameters<typeof original>) => {
      statements += 1;
      return original(...given);
    },
  });
  return {
    count: () => statements,
    stop: () => {
      Reflect.deleteProperty(pool, "query");
      return statements;
    },
  };
}
