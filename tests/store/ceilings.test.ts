import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  claimAtStake,
  closeDb,
  createDb,
  getCommand,
  settleNotCarriedOut,
  settleRefused,
  type ClaimResult,
  type Db,
} from "../../store/index.ts";
import type { Place } from "../../domain/funding/at-stake.ts";
import type { CeilingMode } from "../../domain/funding/ceiling.ts";
import type { LineDecision } from "../../domain/engine/index.ts";
import { OPENED, person, type Story } from "../domain/engine/scenario.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { act, freshId, linesIn, listInDecision, recordStory, sentRequest, toDecision } from "./funding-story.ts";

let database: TestDatabase;
let db: Db;
// Each test has a ledger of its own: what one decides would count under the ceilings of the next.
beforeEach(async () => {
  database = await createTestDatabase();
  db = createDb(database.url, { max: 40 });
  await db.pool.query(`DELETE FROM "Ceiling"`);
});
afterEach(async () => {
  await closeDb(db);
  await database.drop();
});

const chair = person("UBND_TINH", "chair");
const REQUESTED = 1_205_000_000;

/** One request with its list where it is decided. */
async function waiting(): Promise<{ lineId: string; list: Story }> {
  const requestId = freshId("funding-request");
  const request = completeRequest();
  const [line] = linesIn(requestId, request);
  if (!line) throw new Error("the request has no line");
  await recordStory(db, sentRequest(requestId, request));
  const list = listInDecision(freshId("funding-list"), [line]);
  return { lineId: line.id, list };
}

async function limit(amount: number, mode: CeilingMode = "stop", source = "IV.1.TX"): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
     VALUES (gen_random_uuid(), $1, 2027, $2, $3, '01/NQ-HĐND') RETURNING "id"`,
    [source, amount, { decided: mode }],
  );
  return rows[0]?.id ?? "";
}

interface Change {
  lineId: string;
  amount: string;
}

const claimed = (caseId: string, changes: readonly Change[], id: string = randomUUID(), over: Partial<Place> = {}) => ({
  id,
  result: claimAtStake(
    db,
    {
      id,
      subjectKind: "case",
      subjectId: caseId,
      verb: "decide-lines",
      personId: chair.personId,
      payloadHash: "a".repeat(64),
      now: OPENED,
    },
    {
      stake: {
        kind: "place",
        stage: "decided",
        higher: "on-the-way",
        places: changes.map((change) => ({ ...change, stands: true, ...over })),
      },
      envelope: (excess) => ({ over: Object.fromEntries(excess) }),
    },
  ),
});

const outcome = (result: ClaimResult): string =>
  result.kind === "known" ? (result.command.outcome ?? "unsettled") : result.kind;

/** What is taken at the stage, as the database itself adds it up. */
async function taken(): Promise<number> {
  const { rows } = await db.pool.query<{ sum: string }>(
    `SELECT coalesce(sum("amount"), 0)::text AS "sum" FROM "CeilingReservation"
     WHERE "stage" = 'decided' AND "state" IN ('held', 'confirmed')`,
  );
  return Number(rows[0]?.sum);
}

/** The engine carries the decision out and somebody settles it. */
async function carryOut({ list, lineId }: { list: Story; lineId: string }, id: string, amount: number): Promise<void> {
  const whole = amount === REQUESTED;
  const decision: LineDecision = whole
    ? { line: lineId, decision: "approve" }
    : { line: lineId, decision: "approve-in-part", amount, reason: "Khả năng ngân sách" };
  act(list, chair, { verb: "decide-lines", decisions: [decision] }, id);
  await recordStory(db, list);
}

describe("a Stop ceiling", () => {
  it("lets through exactly what fits of 64 decisions taken at once", async () => {
    const lists = await Promise.all(Array.from({ length: 64 }, waiting));
    await limit(20 * REQUESTED + 1);
    const claims = lists.map(({ list, lineId }) => claimed(list.input.caseId, [{ lineId, amount: String(REQUESTED) }]));
    const results = await Promise.all(claims.map(({ result }) => result));
    const outcomes = results.map(outcome);
    expect(outcomes.filter((each) => each === "claimed")).toHaveLength(20);
    expect(outcomes.filter((each) => each === "refused")).toHaveLength(44);
    expect(await taken()).toBe(20 * REQUESTED);
  });

  it("says why, which line, and by how much; the refused command stays on record and takes nothing", async () => {
    const { list, lineId } = await waiting();
    await limit(REQUESTED - 5);
    const { id, result } = claimed(list.input.caseId, [{ lineId, amount: String(REQUESTED) }]);
    expect(outcome(await result)).toBe("refused");
    expect(await getCommand(db, id)).toMatchObject({
      outcome: "refused",
      rejection: { code: "ceiling-exceeded", line: lineId, over: 5 },
    });
    expect(await taken()).toBe(0);
  });

  it("gives back what was held for a decision that was refused or never carried out", async () => {
    const [first, second] = [await waiting(), await waiting()];
    await limit(REQUESTED);
    const full = (each: typeof first) => [{ lineId: each.lineId, amount: String(REQUESTED) }];
    const held = claimed(first.list.input.caseId, full(first));
    expect(outcome(await held.result)).toBe("claimed");
    expect(outcome(await claimed(second.list.input.caseId, full(second)).result)).toBe("refused");
    await settleRefused(db, { commandId: held.id, rejection: { code: "own-case" }, now: OPENED });
    const again = claimed(second.list.input.caseId, full(second));
    expect(outcome(await again.result)).toBe("claimed");
    await settleNotCarriedOut(db, { commandId: again.id, lastAttemptAt: OPENED, now: OPENED });
    expect(await taken()).toBe(0);
  });

  it("keeps what was decided, and of two decisions on a line the later one", async () => {
    const one = await waiting();
    await limit(REQUESTED);
    const { id, result } = claimed(one.list.input.caseId, [{ lineId: one.lineId, amount: "700" }]);
    await result;
    await carryOut(one, id, 700);
    expect(await taken()).toBe(700);
    expect(await getCommand(db, id)).toMatchObject({ outcome: "accepted" });
    const { rows } = await db.pool.query(`SELECT "decided" FROM "FundingLine" WHERE "id" = $1`, [one.lineId]);
    expect(rows).toEqual([{ decided: "700" }]);
    const [line] = one.list.state.lines;
    act(one.list, chair, { verb: "return", code: "wrong-figures", reason: "Số liệu đã đổi", sections: [] });
    // Without a digest the engine does not know it for the same line, so it is decided anew.
    const { digest: _, ...plain } = line!;
    toDecision(one.list, [plain]);
    const later = claimed(one.list.input.caseId, [{ lineId: one.lineId, amount: "400" }]);
    await later.result;
    expect(await taken()).toBe(1_100);
    await carryOut(one, later.id, 400);
    expect(await taken()).toBe(400);
  });

  it("counts what was decided before it was set", async () => {
    const [before, after] = [await waiting(), await waiting()];
    const { id, result } = claimed(before.list.input.caseId, [{ lineId: before.lineId, amount: "700" }]);
    await result;
    await carryOut(before, id, 700);
    await limit(710);
    const change = (amount: string) => [{ lineId: after.lineId, amount }];
    expect(outcome(await claimed(after.list.input.caseId, change("11")).result)).toBe("refused");
    expect(outcome(await claimed(after.list.input.caseId, change("10")).result)).toBe("claimed");
  });

  it("judges a command once: sent again, it neither takes twice nor is turned away", async () => {
    const { list, lineId } = await waiting();
    await limit(REQUESTED);
    const id = randomUUID();
    const change = [{ lineId, amount: String(REQUESTED) }];
    const results = await Promise.all(Array.from({ length: 8 }, () => claimed(list.input.caseId, change, id).result));
    expect(results.map(({ kind }) => kind).sort()).toEqual(["claimed", ...Array<string>(7).fill("known")]);
    expect(await taken()).toBe(REQUESTED);
  });

  it("holds on every level of the funding tree, and sittings that cross do not lock each other out", async () => {
    const lists = await Promise.all(Array.from({ length: 12 }, waiting));
    await limit(100);
    await limit(55, "stop", "IV.1.TX.DP");
    const pairs = lists.map((each, index) => [each, lists[(index + 1) % lists.length] ?? each] as const);
    const claims = pairs.map(([a, b]) =>
      claimed(a.list.input.caseId, [
        { lineId: a.lineId, amount: "5" },
        { lineId: b.lineId, amount: "5" },
      ]),
    );
    const outcomes = (await Promise.all(claims.map(({ result }) => result))).map(outcome);
    expect(new Set(outcomes)).toEqual(new Set(["claimed", "refused"]));
    const { rows } = await db.pool.query<{ sum: string }>(
      `SELECT sum("most")::text AS "sum" FROM (SELECT max("amount") AS "most" FROM "CeilingReservation"
       WHERE "state" = 'held' GROUP BY "lineId") x`,
    );
    expect(Number(rows[0]?.sum)).toBeLessThanOrEqual(55);
  });

  it("is not passed while decisions are claimed, carried out, refused and lost at the same time", async () => {
    const lists = await Promise.all(Array.from({ length: 32 }, waiting));
    const room = 10 * REQUESTED;
    await limit(room);
    const way = async (each: (typeof lists)[number], index: number): Promise<void> => {
      for (let attempt = 0; attempt < 3; attempt++) {
        const { id, result } = claimed(each.list.input.caseId, [{ lineId: each.lineId, amount: String(REQUESTED) }]);
        if (outcome(await result) !== "claimed") continue;
        if ((index + attempt) % 3 === 0) return carryOut(each, id, REQUESTED);
        if ((index + attempt) % 3 === 1)
          await settleRefused(db, { commandId: id, rejection: { code: "x" }, now: OPENED });
        else await settleNotCarriedOut(db, { commandId: id, lastAttemptAt: OPENED, now: OPENED });
      }
    };
    await Promise.all(lists.map(way));
    const after = await db.pool.query<{ sum: string }>(
      `SELECT sum("decided")::text AS "sum" FROM "FundingLine" WHERE "year" = 2027`,
    );
    const decided = Number(after.rows[0]?.sum);
    expect(decided).toBeGreaterThan(0);
    expect(decided).toBeLessThanOrEqual(room);
  });

  it("keeps nothing half-taken when the connection dies in the midst of a claim", async () => {
    const { list, lineId } = await waiting();
    const ceiling = await limit(REQUESTED);
    const blocker = await db.pool.connect();
    await blocker.query("BEGIN");
    await blocker.query(`SELECT 1 FROM "Ceiling" WHERE "id" = $1 FOR UPDATE`, [ceiling]);
    const { id, result } = claimed(list.input.caseId, [{ lineId, amount: String(REQUESTED) }]);
    const failed = expect(result).rejects.toThrow();
    let killed = 0;
    while (killed === 0) {
      const { rowCount } = await db.pool.query(
        `SELECT pg_terminate_backend("pid") FROM pg_stat_activity
         WHERE "datname" = current_database() AND "wait_event_type" = 'Lock' AND "query" LIKE '%"Ceiling"%'`,
      );
      killed = rowCount ?? 0;
    }
    await failed;
    await blocker.query("ROLLBACK");
    blocker.release();
    expect(await getCommand(db, id)).toBeNull();
    expect(await taken()).toBe(0);
    expect(outcome(await claimed(list.input.caseId, [{ lineId, amount: String(REQUESTED) }], id).result)).toBe(
      "claimed",
    );
  });
});

describe("a ceiling that asks for a higher signature", () => {
  it("lets the decision go, and tells the engine by how much each line exceeds it", async () => {
    const [first, second] = [await waiting(), await waiting()];
    await limit(1_000, "higher-signature");
    const changes = [
      { lineId: first.lineId, amount: "800" },
      { lineId: second.lineId, amount: "500" },
    ];
    const { id, result } = claimed(first.list.input.caseId, changes);
    expect(outcome(await result)).toBe("claimed");
    expect((await getCommand(db, id))?.envelope).toEqual({
      over: { [second.lineId]: { over: "300", excess: "higher-signature" } },
    });
  });
});
