import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  applyCampaign,
  closeCampaign,
  decideCampaign,
  openCampaignState,
  type CampaignInput,
  type CampaignTransition,
} from "../../domain/campaign/index.ts";
import {
  campaignCounts,
  closeDb,
  createDb,
  EventConflict,
  getCampaign,
  listMembers,
  membersToOpen,
  planCampaign,
  recordCampaignTransition,
  UnknownSubject,
  type Db,
} from "../../store/index.ts";
import { OPENED, person } from "../domain/engine/scenario.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let db: Db;
let input: CampaignInput;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
  input = await planCampaign(db, { kind: "annual-report", year: 2026 }, OPENED);
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

/** Opened, one member excluded, closed. */
function told(): CampaignTransition[] {
  const first = openCampaignState(input, OPENED);
  const state = { ...first.state, members: { SYT: "open" as const } };
  const decision = decideCampaign(
    input,
    state,
    {
      id: "00000000-0000-4000-8000-0000000000c1",
      actor: person("SKHCN", "specialist"),
      body: { verb: "exclude", unit: "SYT", reason: "Giải thể trong năm" },
      knownSeq: 1,
    },
    OPENED,
  );
  if (!decision.ok) throw new Error(decision.rejection.code);
  const second = applyCampaign(state, decision.event);
  return [first, second, applyCampaign(second.state, closeCampaign(second.state, OPENED))];
}

const record = (transition: CampaignTransition) =>
  recordCampaignTransition(db.pool, { transition, now: OPENED, input });

// The tables are append-only for the program; only the owner of the tables, here, can empty them between cases.
async function forget(): Promise<void> {
  await db.pool.query(`ALTER TABLE "CampaignEvent" DISABLE TRIGGER USER`);
  await db.pool.query(`DELETE FROM "CampaignEvent"`);
  await db.pool.query(`ALTER TABLE "CampaignEvent" ENABLE TRIGGER USER`);
  await db.pool.query(`DELETE FROM "Campaign"`);
  await db.pool.query(`UPDATE "CampaignMember" SET "excluded" = false, "excludedReason" = NULL`);
}
beforeEach(forget);

describe("planning a campaign", () => {
  it("names the 44 agencies of the plan's own set, however often it is done", async () => {
    expect(await planCampaign(db, { kind: "annual-report", year: 2026 }, OPENED)).toEqual(input);
    expect(input.owing).toBe(44);
    const { rows } = await db.pool.query(`SELECT 1 FROM "CampaignMember" WHERE "campaignId" = $1`, [input.campaignId]);
    expect(rows).toHaveLength(44);
  });

  it("is due at the end of 30/11/2026, because 29/11 is a Sunday", () => {
    expect(new Date(input.due.effectiveDue).toISOString()).toBe("2026-11-30T17:00:00.000Z");
    expect(new Date(input.due.legalDue).toISOString()).toBe("2026-11-29T17:00:00.000Z");
  });

  it("hands out every member once, in batches, with all that a case needs to know", async () => {
    await record(told()[0] as CampaignTransition);
    const units: string[] = [];
    for (let after: string | null = null; ;) {
      const batch = await membersToOpen(db, { campaignId: input.campaignId, after, limit: 10 });
      units.push(...batch.units);
      expect(batch.inputs.every(({ parties, due }) => parties.department === "SKHCN" && due !== null)).toBe(true);
      if (batch.next === null) break;
      after = batch.next;
    }
    expect([units.length, new Set(units).size]).toEqual([44, 44]);
  });
});

describe("recording a campaign", () => {
  it("comes to the same picture in whatever order and however often its events arrive", async () => {
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc
        .asyncProperty(order, fc.array(fc.nat(2), { maxLength: 3 }), async (first, again) => {
          const transitions = told();
          for (const index of [...first, ...again]) await record(transitions[index] as CampaignTransition);
          expect(await getCampaign(db, input.campaignId)).toMatchObject({ seq: 3, knownSeq: 3, status: "closed" });
          expect(await campaignCounts(db, input.campaignId, OPENED)).toMatchObject({ owing: 43, excluded: 1 });
        })
        .beforeEach(forget),
      { numRuns: 25 },
    );
  });

  it("holds when all of them arrive at once", async () => {
    await Promise.all([...told(), ...told()].map(record));
    expect(await getCampaign(db, input.campaignId)).toMatchObject({ seq: 3, knownSeq: 3, status: "closed" });
    const { items } = await listMembers(db, { campaignId: input.campaignId, position: "excluded" });
    expect(items.map(({ unitCode, excludedReason }) => [unitCode, excludedReason])).toEqual([
      ["SYT", "Giải thể trong năm"],
    ]);
  });

  it("has a member in or out by the last word on it, in whatever order the words arrive", async () => {
    const [first, excluded] = told() as [CampaignTransition, CampaignTransition];
    const include = {
      id: "00000000-0000-4000-8000-0000000000c2",
      actor: person("SKHCN", "specialist"),
      body: { verb: "include", unit: "SYT", reason: "Nhầm" },
      knownSeq: 2,
    } as const;
    const decision = decideCampaign(input, excluded.state, include, OPENED);
    if (!decision.ok) throw new Error(decision.rejection.code);
    const included = applyCampaign(excluded.state, decision.event);
    for (const order of [
      [first, excluded, included],
      [first, included, excluded],
      [included, first, excluded, included],
    ]) {
      await forget();
      for (const transition of order) await record(transition);
      expect(await campaignCounts(db, input.campaignId, OPENED)).toMatchObject({ owing: 44, excluded: 0 });
    }
  });

  it("refuses loudly an event that contradicts the one that is recorded", async () => {
    const [first] = told() as [CampaignTransition];
    await record(first);
    const other = openCampaignState(input, OPENED + 1);
    await expect(record(other)).rejects.toThrow(EventConflict);
  });

  it("does not invent a campaign it knows nothing of", async () => {
    const transition = told()[1] as CampaignTransition;
    await expect(recordCampaignTransition(db.pool, { transition, now: OPENED })).rejects.toThrow(UnknownSubject);
  });
});
