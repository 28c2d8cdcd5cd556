import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimAtStake, closeDb, createDb, settleRefused, type ClaimResult, type Db } from "../../store/index.ts";
import { atStake } from "../../domain/funding/at-stake.ts";
import type { Actor, CommandBody, Line } from "../../domain/engine/index.ts";
import { OPENED, person, type Story } from "../domain/engine/scenario.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { act, freshId, linesIn, listInDecision, recordStory, sentRequest, submitRequest } from "./funding-story.ts";

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

const chair = person("UBND_TINH", "chair");
const officer = person("SKHCN", "specialist");
const sendBack: CommandBody = { verb: "return", code: "unclear", reason: "Làm rõ", sections: ["sources"] };

/** A request whose list is on the table of UBND. */
async function onTheTable(): Promise<{ request: Story; list: Story; line: Line }> {
  const requestId = freshId("funding-request");
  const body = completeRequest();
  const request = sentRequest(requestId, body);
  act(request, officer, { verb: "approve" });
  await recordStory(db, request);
  const [line] = linesIn(requestId, body);
  if (!line) throw new Error("the request has no line");
  const list = listInDecision(freshId("funding-list"), [line]);
  await recordStory(db, list);
  return { request, list, line };
}

async function claim(
  { input, state }: Story,
  actor: Actor,
  body: CommandBody,
  id = randomUUID(),
): Promise<ClaimResult> {
  const stake = atStake(input, state, { body, actor });
  if (!stake) throw new Error(`${body.verb} puts nothing at stake`);
  const request = {
    id,
    subjectKind: "case" as const,
    subjectId: input.caseId,
    verb: body.verb,
    personId: actor.personId,
    payloadHash: "b".repeat(64),
    now: OPENED,
  };
  return claimAtStake(db, request, { stake, envelope: () => ({ body }) });
}

const rejection = (result: ClaimResult): unknown => (result.kind === "known" ? result.command.rejection : result.kind);
const approve = (line: Line): CommandBody => ({
  verb: "decide-lines",
  decisions: [{ line: line.id, decision: "approve" }],
});
const reject = (line: Line): CommandBody => ({
  verb: "decide-lines",
  decisions: [{ line: line.id, decision: "reject", reason: "Đã rút" }],
});

describe("a line whose request went back after the list was frozen", () => {
  it("cannot be decided, and the refusal names it; refusing it is possible", async () => {
    const { request, list, line } = await onTheTable();
    act(request, officer, sendBack);
    await recordStory(db, request);
    expect(rejection(await claim(list, chair, approve(line)))).toMatchObject({
      code: "line-stale",
      line: line.id,
      title: "Ứng dụng công nghệ sinh học trong chẩn đoán",
      unit: "SYT",
      why: "returned",
    });
    expect(rejection(await claim(list, chair, reject(line)))).toBe("claimed");
  });

  it("cannot be decided on its old figures once it was sent again with others", async () => {
    const { request, list, line } = await onTheTable();
    act(request, officer, sendBack);
    const rows = [{ ...completeRequest().sections?.sources?.rows?.[0], amounts: { "2027": "5" } }];
    submitRequest(request, completeRequest({}, { sources: { rows } }));
    act(request, person("SYT", "accountant"), { verb: "approve" });
    act(request, person("SYT", "head"), { verb: "approve", mark: "own" });
    act(request, person("SYT", "records-clerk"), { verb: "issue" });
    await recordStory(db, request);
    expect(rejection(await claim(list, chair, approve(line)))).toMatchObject({ code: "line-stale", why: "changed" });
  });

  it("cannot be decided after it was withdrawn", async () => {
    const { request, list, line } = await onTheTable();
    act(request, officer, sendBack);
    act(request, person("SYT", "specialist"), { verb: "withdraw", reason: "Không còn nhu cầu" });
    await recordStory(db, request);
    expect(rejection(await claim(list, chair, approve(line)))).toMatchObject({ code: "line-stale", why: "withdrawn" });
  });
});

describe("a request that is decided on", () => {
  it("cannot be drawn away under the decision", async () => {
    const { request, list, line } = await onTheTable();
    act(list, chair, approve(line));
    await recordStory(db, list);
    expect(rejection(await claim(request, officer, sendBack))).toMatchObject({ code: "line-decided", line: line.id });
  });

  it("waits while the other act is under way: of the two that come at once one wins", async () => {
    for (let round = 0; round < 8; round++) {
      const { request, list, line } = await onTheTable();
      const [decided, returned] = await Promise.all([
        claim(list, chair, approve(line)),
        claim(request, officer, sendBack),
      ]);
      const said = [rejection(decided), rejection(returned)];
      expect(said.filter((each) => each === "claimed")).toHaveLength(1);
      expect(said.find((each) => each !== "claimed")).toMatchObject({ code: "line-in-hand", line: line.id });
    }
  });

  it("is free again when the act that held it was refused", async () => {
    const { request, list, line } = await onTheTable();
    const id = randomUUID();
    expect(rejection(await claim(request, officer, sendBack, id))).toBe("claimed");
    expect(rejection(await claim(list, chair, approve(line)))).toMatchObject({ code: "line-in-hand" });
    await settleRefused(db, { commandId: id, rejection: { code: "own-case" }, now: OPENED });
    expect(rejection(await claim(list, chair, approve(line)))).toBe("claimed");
  });
});
