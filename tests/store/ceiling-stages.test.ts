import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimAtStake, closeDb, createDb, listCeilings, type ClaimResult, type Db } from "../../store/index.ts";
import type { CeilingMode, CountedStage } from "../../domain/funding/ceiling.ts";
import { atStake } from "../../domain/funding/at-stake.ts";
import type { Actor, CommandBody } from "../../domain/engine/index.ts";
import { OPENED, person, type Story } from "../domain/engine/scenario.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { act, assignedLine, draftedRequest, freshId, recordStory, submissionOf } from "./funding-story.ts";

let database: TestDatabase;
let db: Db;
beforeEach(async () => {
  database = await createTestDatabase();
  db = createDb(database.url);
  await db.pool.query(`DELETE FROM "Ceiling"`);
});
afterEach(async () => {
  await closeDb(db);
  await database.drop();
});

const clerk = person("SYT", "specialist");
const REQUESTED = 1_205_000_000;

const limit = (stage: CountedStage, mode: CeilingMode, amount: number) =>
  db.pool.query(
    `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
     VALUES (gen_random_uuid(), 'IV.1.TX', 2027, $1, $2, '01/NQ-HĐND')`,
    [amount, { [stage]: mode }],
  );

/** Claims it, and settles it as the engine's answer would. */
async function send(story: Story, actor: Actor, body: CommandBody): Promise<ClaimResult> {
  const { input, state } = story;
  const id = randomUUID();
  const stake = atStake(input, state, { body, actor });
  if (!stake) throw new Error(`${body.verb} puts nothing at stake`);
  const request = {
    id,
    subjectKind: "case" as const,
    subjectId: input.caseId,
    verb: body.verb,
    personId: actor.personId,
    payloadHash: "c".repeat(64),
    now: OPENED,
  };
  const result = await claimAtStake(db, request, {
    stake,
    envelope: (over) => ({ over: Object.fromEntries(over) }),
  });
  if (result.kind === "claimed") {
    act(story, actor, body, id);
    await recordStory(db, story);
  }
  return result;
}

const said = (result: ClaimResult): unknown => (result.kind === "known" ? result.command.rejection : result.kind);
const counted = async (stage: CountedStage): Promise<string | undefined> =>
  (await listCeilings(db, {})).items[0]?.counted[stage];

describe("a submission", () => {
  it("takes its place under a Stop ceiling, and gives it back when it is returned", async () => {
    await limit("requested", "stop", REQUESTED + 1);
    const [first, second] = [draftedRequest(freshId("funding-request")), draftedRequest(freshId("funding-request"))];
    expect(said(await send(first, clerk, submissionOf(first, completeRequest())))).toBe("claimed");
    expect(await counted("requested")).toBe(String(REQUESTED));
    expect(said(await send(second, clerk, submissionOf(second, completeRequest())))).toMatchObject({
      code: "ceiling-exceeded",
      over: REQUESTED - 1,
    });
    act(first, person("SYT", "accountant"), { verb: "return", code: "unclear", reason: "Làm rõ", sections: [] });
    await recordStory(db, first);
    expect(await counted("requested")).toBe("0");
    expect(said(await send(second, clerk, submissionOf(second, completeRequest())))).toBe("claimed");
  });

  it("above a ceiling that warns says why", async () => {
    await limit("requested", "warn", 5);
    const story = draftedRequest(freshId("funding-request"));
    const plain = submissionOf(story, completeRequest());
    expect(said(await send(story, clerk, plain))).toMatchObject({ code: "ceiling-reason-needed", source: "IV.1.TX" });
    expect(said(await send(story, clerk, { ...plain, comment: "Nhiệm vụ cấp bách" }))).toBe("claimed");
    const { rows } = await db.pool.query(`SELECT "mode", "over", "reason" FROM "CeilingReservation"`);
    expect(rows).toEqual([{ mode: "warn", over: String(REQUESTED - 5), reason: "Nhiệm vụ cấp bách" }]);
  });
});

describe("an opinion", () => {
  const opine = (line: string, amount: number): CommandBody => ({
    verb: "opine",
    position: "agree-with-changes",
    comment: "Theo định mức",
    amounts: [{ line, position: "agree-with-changes", amount, reason: "Theo định mức" }],
  });

  it("is under the ceiling of what is appraised; above a Higher one the head gives it", async () => {
    const { stories, lineId } = await assignedLine(null, 1);
    await recordStory(db, stories.asked);
    await limit("appraised", "higher-signature", 100);
    const { lists } = stories;
    const deputy = person("STC", "deputy-head");
    expect(said(await send(lists.inOpinions(), deputy, opine(lineId, 101)))).toMatchObject({
      code: "ceiling-needs-higher",
      over: 1,
    });
    expect(said(await send(lists.inOpinions(), deputy, opine(lineId, 100)))).toBe("claimed");
    expect(said(await send(lists.inOpinions(), person("STC", "head"), opine(lineId, 101)))).toBe("claimed");
  });
});

describe("the issue of the assignment", () => {
  it("takes its place under the ceiling of what is assigned, or is refused", async () => {
    const { stories } = await assignedLine(null, 600);
    await recordStory(db, stories.asked);
    const { lists } = stories;
    await limit("assigned", "stop", 599);
    const records = person("VP_UBND", "records-clerk");
    expect(said(await send(lists.beforeIssue(), records, { verb: "issue" }))).toMatchObject({
      code: "ceiling-exceeded",
      over: 1,
    });
    await db.pool.query(`UPDATE "Ceiling" SET "amount" = 600`);
    const list = lists.beforeIssue();
    await recordStory(db, list);
    expect(said(await send(list, records, { verb: "issue" }))).toBe("claimed");
    expect(await counted("assigned")).toBe("600");
  });

  it("above a Higher ceiling is the chair's own", async () => {
    const { stories } = await assignedLine(null, 600);
    await recordStory(db, stories.asked);
    await limit("assigned", "higher-signature", 1);
    const records = person("VP_UBND", "records-clerk");
    const byDeputy = stories.lists.beforeIssue("vice-chair");
    expect(said(await send(byDeputy, records, { verb: "issue" }))).toMatchObject({ code: "ceiling-needs-higher" });
    const byChair = stories.lists.beforeIssue("chair");
    await recordStory(db, byChair);
    expect(said(await send(byChair, records, { verb: "issue" }))).toBe("claimed");
  });
});

describe("the settlement of a case", () => {
  it("waits until every line with money is settled", async () => {
    const { stories, lineId, requestId } = await assignedLine(db, 600);
    const { input, state } = stories.asked;
    const close = { input, state: { ...state, step: "settlement" } } as Story;
    const stake = atStake(close.input, close.state, {
      body: { verb: "approve" },
      actor: person("SKHCN", "specialist"),
    });
    expect(stake).toEqual({ kind: "close", requestId });
    const claim = (id: string) =>
      claimAtStake(
        db,
        {
          id,
          subjectKind: "case",
          subjectId: requestId,
          verb: "approve",
          personId: "p",
          payloadHash: "d".repeat(64),
          now: OPENED,
        },
        { stake: { kind: "close", requestId }, envelope: () => ({}) },
      );
    expect(said(await claim(randomUUID()))).toMatchObject({ code: "line-not-settled", line: lineId, remaining: "600" });
    await db.pool.query(`UPDATE "FundingLine" SET "disbursed" = 600, "settled" = true WHERE "id" = $1`, [lineId]);
    expect(said(await claim(randomUUID()))).toBe("claimed");
  });
});
