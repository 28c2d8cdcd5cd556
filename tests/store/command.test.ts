import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  claim,
  closeDb,
  createDb,
  getCommand,
  noteSettleFailure,
  recordTransition,
  settleNotCarriedOut,
  settleRefused,
  takeUnsettled,
  type Claim,
  type Db,
} from "../../store/index.ts";
import { OPENED } from "../domain/engine/scenario.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { inputFor, opened } from "../support/opened-case.ts";

let database: TestDatabase;
let db: Db;
const caseId = "annual-report-2026-syt";
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
  const input = inputFor(caseId);
  await recordTransition(db.pool, { transition: opened(input, OPENED), now: OPENED, input });
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

const request = (over: Partial<Claim> = {}): Claim => ({
  id: randomUUID(),
  subjectKind: "case",
  subjectId: caseId,
  verb: "submit",
  personId: "p",
  payloadHash: "a".repeat(64),
  envelope: { verb: "submit" },
  content: { hash: "b".repeat(64), body: { text: "…" }, createdBy: "p" },
  now: OPENED,
  ...over,
});

const contents = async (id: string): Promise<number> => {
  const { rows } = await db.pool.query(`SELECT 1 FROM "ContentVersion" WHERE "id" = $1`, [id]);
  return rows.length;
};

describe("a claim", () => {
  it("is won by one of two who send the same id at once; the other learns of it", async () => {
    const command = request();
    const kinds = (await Promise.all([claim(db, command), claim(db, command)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["claimed", "known"]);
    expect(await contents(command.id)).toBe(1);
  });

  it("refuses the same id with another payload, from another person, or on another case", async () => {
    const command = request();
    await claim(db, command);
    const others = [{ payloadHash: "c".repeat(64) }, { personId: "q" }, { subjectId: "annual-report-2026-stc" }];
    for (const other of others) {
      expect(await claim(db, { ...command, ...other })).toEqual({ kind: "payload-differs" });
    }
  });

  it("stamps the last attempt of an unsettled command that is sent again", async () => {
    const command = request();
    await claim(db, command);
    await claim(db, { ...command, now: OPENED + 5_000 });
    expect(await getCommand(db, command.id)).toMatchObject({ claimedAt: OPENED, lastAttemptAt: OPENED + 5_000 });
  });
});

describe("a refusal", () => {
  it("stays on record and leaves nothing half-written", async () => {
    const command = request();
    await claim(db, command);
    const rejection = { code: "own-case" };
    const row = await settleRefused(db, { commandId: command.id, rejection, now: OPENED });
    expect(row).toMatchObject({ outcome: "refused", rejection });
    expect(await contents(command.id)).toBe(0);
  });

  it("cannot be turned into another outcome", async () => {
    const command = request();
    await claim(db, command);
    await settleRefused(db, { commandId: command.id, rejection: { code: "own-case" }, now: OPENED });
    const row = await settleNotCarriedOut(db, { commandId: command.id, lastAttemptAt: OPENED, now: OPENED });
    expect(row.outcome).toBe("refused");
  });
});

describe("a command nobody carried out", () => {
  it("is given up only when its sender has not tried again meanwhile", async () => {
    const command = request();
    await claim(db, command);
    await claim(db, { ...command, now: OPENED + 1 });
    const stale = await settleNotCarriedOut(db, { commandId: command.id, lastAttemptAt: OPENED, now: OPENED + 9 });
    expect(stale.outcome).toBeNull();
    const row = await settleNotCarriedOut(db, { commandId: command.id, lastAttemptAt: OPENED + 1, now: OPENED + 9 });
    expect(row.outcome).toBe("not-carried-out");
    expect(await contents(command.id)).toBe(0);
  });
});

describe("settlers", () => {
  it("never get the same command twice while one of them works on it, and get it back when it died", async () => {
    await db.pool.query(
      `UPDATE "Command" SET "settledAt" = now(), "outcome" = 'not-carried-out' WHERE "settledAt" IS NULL`,
    );
    const commands = Array.from({ length: 12 }, () => request());
    for (const command of commands) await claim(db, command);
    const take = (now: number) => takeUnsettled(db, { now, idleMs: 1_000, limit: 5 });
    const now = OPENED + 60_000;
    const taken = (await Promise.all([take(now), take(now), take(now)])).flat().map(({ id }) => id);
    expect(new Set(taken).size).toBe(taken.length);
    expect([...taken, ...(await take(now)).map(({ id }) => id)].sort()).toEqual(commands.map(({ id }) => id).sort());
    expect(await take(now)).toEqual([]);
    expect(await take(now + 60_000)).toHaveLength(5);
  });

  it("leave commands alone that are still in the hands of their sender", async () => {
    const command = request({ now: OPENED + 200_000 });
    await claim(db, command);
    const taken = await takeUnsettled(db, { now: OPENED + 200_500, idleMs: 1_000, limit: 100 });
    expect(taken.map(({ id }) => id)).not.toContain(command.id);
  });

  it("note why a command could not be settled", async () => {
    const command = request();
    await claim(db, command);
    await noteSettleFailure(db, { commandId: command.id, error: "connection refused", now: OPENED });
    expect(await getCommand(db, command.id)).toMatchObject({ settleTries: 1, lastError: "connection refused" });
  });
});
