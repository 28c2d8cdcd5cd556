import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf, seal, type Transition } from "../../domain/engine/index.ts";
import {
  claim,
  closeDb,
  createDb,
  EventConflict,
  getCase,
  listEvents,
  listInbox,
  numbersOf,
  recordTransition,
  settleAccepted,
  UnknownSubject,
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

async function picture(caseId: string) {
  const row = await getCase(db, caseId);
  const { items } = await listEvents(db, caseId, { limit: 50 });
  const numbers = await numbersOf(db, caseId);
  return {
    seq: row?.seq,
    step: row?.step,
    holders: row?.holders,
    state: row?.state,
    events: items.map((event) => event.seq),
    numbers: numbers.length,
  };
}

describe("recording transitions", () => {
  it("comes to the same picture in whatever order and however often they arrive", async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(4), { maxLength: 4 }), async (first, again) => {
        const { input, transitions } = storyOf(freshId());
        for (const index of [...first, ...again]) {
          await recordTransition(db.pool, { transition: transitions[index] as Transition, now: OPENED, input });
        }
        expect(await picture(input.caseId)).toEqual({
          seq: 5,
          step: "intake",
          holders: [{ unit: "SKHCN", role: "specialist" }],
          state: transitions.at(-1)?.state,
          events: [5, 4, 3, 2, 1],
          numbers: 1,
        });
      }),
      { numRuns: 40 },
    );
  });

  it("holds when all of them arrive at once", async () => {
    const { input, transitions } = storyOf(freshId());
    const twice = [...transitions, ...transitions];
    await Promise.all(twice.map((transition) => recordTransition(db.pool, { transition, now: OPENED, input })));
    expect(await picture(input.caseId)).toMatchObject({ seq: 5, events: [5, 4, 3, 2, 1], numbers: 1 });
    const { items } = await listInbox(db, {
      posts: [{ unit: "SKHCN", role: "specialist" }],
      personId: "x",
      limit: 200,
    });
    expect(items.filter((item) => item.id === input.caseId)).toHaveLength(1);
  });

  it("refuses loudly an event that contradicts the one that is recorded", async () => {
    const { input, transitions } = storyOf(freshId());
    const [first, second] = transitions as [Transition, Transition];
    await recordTransition(db.pool, { transition: first, now: OPENED, input });
    await recordTransition(db.pool, { transition: second, now: OPENED, input });
    const { hash: _, ...forged } = { ...second.event, at: second.event.at + 1 };
    const other = { ...second, event: seal(forged, first.event.hash) };
    await expect(recordTransition(db.pool, { transition: other, now: OPENED, input })).rejects.toThrow(EventConflict);
  });

  it("does not invent a case it knows nothing of", async () => {
    const { transitions } = storyOf(freshId());
    const transition = transitions[1] as Transition;
    await expect(recordTransition(db.pool, { transition, now: OPENED })).rejects.toThrow(UnknownSubject);
  });

  it("never lets an event be changed or removed", async () => {
    const { input, transitions } = storyOf(freshId());
    await recordTransition(db.pool, { transition: transitions[0] as Transition, now: OPENED, input });
    for (const sql of [`UPDATE "CaseEvent" SET "seq" = 9`, `DELETE FROM "CaseEvent"`]) {
      await expect(db.pool.query(`${sql} WHERE "caseId" = $1`, [input.caseId])).rejects.toThrow(
        /append|change|evidence/i,
      );
    }
  });
});

describe("document numbers", () => {
  it("are unique and without a gap under sixteen clerks at once, and the same on repetition", async () => {
    const stories = Array.from({ length: 16 }, () => storyOf(freshId()));
    for (const { input, transitions } of stories) {
      for (const transition of transitions.slice(0, 4))
        await recordTransition(db.pool, { transition, now: OPENED, input });
    }
    const { rows: before } = await db.pool.query<{ last: number }>(
      `SELECT coalesce(max("last"), 0)::int AS last FROM "NumberSeries"`,
    );
    const issue = () =>
      Promise.all(
        stories.map(({ input, transitions }) =>
          recordTransition(db.pool, { transition: transitions[4] as Transition, now: OPENED, input }),
        ),
      );
    await issue();
    await issue();
    const symbols = (await Promise.all(stories.map(({ input }) => numbersOf(db, input.caseId)))).flat();
    const values = symbols.map(({ symbol }) => Number(symbol.split("/")[0])).sort((a, b) => a - b);
    expect(values).toEqual(Array.from({ length: 16 }, (_, index) => (before[0]?.last ?? 0) + index + 1));
    expect(symbols[0]?.symbol).toMatch(/^\d{2,}\/BC-SYT$/);
  });
});

describe("settling", () => {
  const claimOf = (transition: Transition, input: { caseId: string }) =>
    claim(db, {
      id: transition.event.commandId ?? "",
      subjectKind: "case",
      subjectId: input.caseId,
      verb: "submit",
      personId: "p",
      payloadHash: hashOf("x"),
      envelope: {},
      content: { hash: transition.event.content?.hash ?? "", body: { report: 1 }, createdBy: "p" },
      now: OPENED,
    });

  it("writes event, projection and receipt together, and gives the same receipt again", async () => {
    const { input, transitions } = storyOf(freshId());
    const [first, second] = transitions as [Transition, Transition];
    await recordTransition(db.pool, { transition: first, now: OPENED, input });
    expect(await claimOf(second, input)).toEqual({ kind: "claimed" });
    const settle = () =>
      settleAccepted(db, { commandId: second.event.commandId ?? "", transition: second, now: OPENED });
    const receipt = await settle();
    expect(receipt).toMatchObject({ outcome: "accepted", seq: 2, after: { step: "review", from: "draft" } });
    expect(await settle()).toEqual(receipt);
  });
});
