import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "./support/accounts.ts";
import { CASE, command, fillDraft, openCycle, people, seen, submitReport, textWith } from "./support/cycle.ts";
import { ask, type Answer, type Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let who: (account: Account) => Promise<Person>;

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
});
afterAll(() => stack.stop());

/** Everything that a refused request must leave as it was. */
async function record(): Promise<unknown> {
  const { rows } = await stack.db.pool.query(`
    SELECT (SELECT jsonb_agg(to_jsonb(c) ORDER BY c."id") FROM "Case" c) AS cases,
      (SELECT count(*) FROM "CaseEvent") AS events, (SELECT count(*) FROM "ContentVersion") AS contents,
      (SELECT jsonb_agg(to_jsonb(d)) FROM "Draft" d WHERE d."caseId" = '${CASE}') AS draft,
      (SELECT count(*) FROM "DocumentNumber") AS numbers`);
  return rows;
}

/** A problem that says what, where and what next, in a request that changed nothing. */
async function refused(request: () => Promise<Answer>, status: number, code: string): Promise<Answer["body"]> {
  const before = await record();
  const answer = await request();
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(answer).toMatchObject({ status, body: { status, code } });
  for (const part of ["type", "title", "detail", "remedy"] as const) expect(answer.body[part]).toMatch(/\S/);
  expect(await record()).toEqual(before);
  return answer.body;
}

const commands = `/cases/${CASE}/commands`;

describe("the body", () => {
  it("that is not JSON is refused without quoting it", async () => {
    const clerk = await who("clerk");
    const send = () => clerk.raw(commands, { method: "POST", raw: '{"id": "bí mật",' });
    const problem = await refused(send, 400, "malformed-json");
    expect(JSON.stringify(problem)).not.toContain("bí mật");
  });

  it("of another content type is refused", async () => {
    const clerk = await who("clerk");
    const headers = { "content-type": "text/plain" };
    await refused(() => clerk.raw(commands, { method: "POST", raw: "{}", headers }), 415, "wrong-content-type");
  });

  it("with five megabytes of text is refused", async () => {
    const clerk = await who("clerk");
    const draft = { version: 0, body: { sections: { VIII: { narrative: "ă".repeat(2_500_000) } } } };
    await refused(() => clerk.send("PUT", `/cases/${CASE}/draft`, draft), 413, "too-large");
    const text = { verb: "return", code: "other", reason: "ô".repeat(2_500_000) };
    await refused(() => command(clerk, CASE, text), 413, "too-large");
  });

  it("with a text longer than its field is refused at that field", async () => {
    const clerk = await who("clerk");
    const draft = { version: 0, body: { sections: { VIII: { narrative: "ă".repeat(20_001) } } } };
    const problem = await refused(() => clerk.send("PUT", `/cases/${CASE}/draft`, draft), 400, "invalid-input");
    expect(problem.errors).toEqual([
      { path: "body.body.sections.VIII.narrative", code: "too-big", message: "At most 20000 characters." },
    ]);
  });

  it("with missing, wrong and unknown fields names each of them, in the reader's language", async () => {
    const clerk = await who("clerk");
    const body = { id: "7", expected: { step: "draft", round: 0, contentHash: null }, body: { verb: "reject" }, x: 1 };
    const send = () => clerk.send("POST", commands, body, { "accept-language": "vi" });
    const problem = await refused(send, 400, "invalid-input");
    expect(problem.title).toBe("Có trường chưa đúng");
    const messages = Object.fromEntries(problem.errors.map((error) => [error.path, error.message]));
    expect(messages).toMatchObject({
      "body.id": "Không đúng dạng.",
      "body.expected.round": textWith("Ít nhất"),
      "body.body.reason": "Thiếu trường này.",
      "body.x": "Trường này không có trong mẫu.",
    });
  });

  it("with an empty reason is refused at the reason", async () => {
    const reviewer = await who("reviewer");
    const body = { verb: "return", code: "other", reason: "   ", sections: [] };
    const problem = await refused(() => command(reviewer, CASE, body), 400, "invalid-input");
    expect(problem.errors).toEqual([{ path: "body.body.reason", code: "too-small", message: "Must not be empty." }]);
  });

  it("with a NUL or half a character is refused at that field, and cleaned in a draft", async () => {
    const reviewer = await who("reviewer");
    for (const reason of ["a\0b", "nửa \ud83d"]) {
      const body = { verb: "return", code: "other", reason, sections: [] };
      const problem = await refused(() => command(reviewer, CASE, body), 400, "invalid-input");
      expect(problem.errors[0]).toMatchObject({ path: "body.body.reason", code: "unstorable-character" });
    }
    const clerk = await who("clerk");
    const draft = { version: 0, body: { sections: { VIII: { narrative: "a\0b\ud83d" } } } };
    const saved = await clerk.send("PUT", `/cases/${CASE}/draft`, draft);
    expect(saved.body.body.sections.VIII.narrative).toBe("ab");
  });

  it("of a hundred thousand brackets is refused, not overflowed", async () => {
    const clerk = await who("clerk");
    const raw = "[".repeat(100_000) + "]".repeat(100_000);
    await refused(() => clerk.raw(commands, { method: "POST", raw }), 400, "invalid-input");
    const draft = `{"version":0,"body":{"sections":${raw}}}`;
    await refused(() => clerk.raw(`/cases/${CASE}/draft`, { method: "PUT", raw: draft }), 400, "invalid-input");
  });

  it("with a number the database cannot count is refused", async () => {
    const draft = { version: 2 ** 40, body: {} };
    const clerk = await who("clerk");
    await refused(() => clerk.send("PUT", `/cases/${CASE}/draft`, draft), 400, "invalid-input");
  });

  it("with decomposed Vietnamese is kept composed, with the same hash", async () => {
    const clerk = await who("clerk");
    const put = async (narrative: string): Promise<Answer> => {
      const { version } = (await clerk.get(`/cases/${CASE}/draft`)).body;
      return clerk.send("PUT", `/cases/${CASE}/draft`, { version, body: { sections: { VIII: { narrative } } } });
    };
    const composed = "Đẩy mạnh ứng dụng công nghệ sinh học";
    const saved = await put(composed.normalize("NFD"));
    expect(saved.status).toBe(200);
    expect(saved.body.body.sections.VIII.narrative).toBe(composed);
    expect((await put(composed)).body.body).toEqual(saved.body.body);
  });
});

describe("ids and addresses", () => {
  it.each([
    ["a case", "/cases/annual-report-2026-nobody"],
    ["a case with a name no id can have", "/cases/..%2F..%2Fetc"],
    ["an event log", "/cases/annual-report-2026-nobody/events"],
    ["a content version", `/cases/${CASE}/contents/99`],
    ["a command", `/commands/${randomUUID()}`],
    ["a campaign", "/campaigns/annual-report-1999"],
  ])("%s that does not exist is not found", async (_what, path) => {
    await refused(async () => (await who("auditor")).get(path), 404, "not-found");
  });

  it("a command on an unknown case is not found", async () => {
    const body = { verb: "approve" };
    const expected = { step: "draft", round: 1, contentHash: null };
    const clerk = await who("clerk");
    await refused(() => command(clerk, "annual-report-2026-nobody", body, { expected }), 404, "not-found");
  });

  it("an unknown address below /api is told as a problem", async () => {
    await refused(async () => (await who("clerk")).get("/nothing"), 404, "unknown-route");
    await refused(() => ask(stack.api.url, "/api/v2/cases"), 404, "unknown-route");
    await refused(() => ask(stack.api.url, "/api/v1/%E0%A4%A"), 404, "unknown-route");
  });

  it.each(["q=a%00b", "unit=%00", "on=2026-02-30"])("a value that cannot be stored, ?%s, is refused", async (query) => {
    const path = query.startsWith("on") ? "/units" : "/cases";
    const problem = await refused(async () => (await who("clerk")).get(`${path}?${query}`), 400, "invalid-input");
    expect(problem.errors[0]?.path).toBe(`query.${query.split("=")[0]}`);
  });

  it.each(["cursor=zzz", "limit=-1", "limit=abc", "colour=red", `q=${"x".repeat(201)}`])(
    "a list asked with ?%s says which parameter is wrong",
    async (query) => {
      const problem = await refused(async () => (await who("clerk")).get(`/cases?${query}`), 400, "invalid-input");
      expect(problem.detail).toContain(`query.${query.split("=")[0]}`);
    },
  );

  it("a cursor of another list is refused, not run", async () => {
    const cursor = Buffer.from(JSON.stringify(["x", { y: 1 }])).toString("base64url");
    for (const path of ["/cases", "/inbox", "/notices", "/campaigns"]) {
      await refused(async () => (await who("clerk")).get(`${path}?cursor=${cursor}`), 400, "invalid-input");
    }
  });
});

describe("commands", () => {
  it("out of turn are refused with whose turn it is", async () => {
    const problem = await refused(
      async () => command(await who("reviewer"), CASE, { verb: "approve" }),
      409,
      "verb-not-available",
    );
    expect(problem.detail).toContain("Drafting");
    const submit = { verb: "submit", draftVersion: 0 };
    const turn = await refused(async () => command(await who("head"), CASE, submit), 403, "not-your-step");
    expect(turn.detail).toBe("The step Drafting belongs to Specialist, Dept of Health.");
  });

  it("on behalf of another unit are refused", async () => {
    const submit = { verb: "submit", draftVersion: 0 };
    const as = { unit: "SYT", role: "specialist" };
    const officer = await who("officer");
    await refused(() => command(officer, CASE, submit, { as }), 403, "post-not-yours");
    await refused(() => command(officer, CASE, submit), 403, "not-your-step");
    const expected = { step: "draft", round: 1, contentHash: null };
    await refused(async () => command(await who("stranger"), CASE, submit, { as, expected }), 404, "not-found");
  });

  it("to submit what is not complete list every place that is missing", async () => {
    const clerk = await who("clerk");
    const { version } = (await clerk.get(`/cases/${CASE}/draft`)).body;
    const problem = await refused(
      () => command(clerk, CASE, { verb: "submit", draftVersion: version }),
      422,
      "content-incomplete",
    );
    expect(problem.errors.map((error) => error.path)).toContain("head.preparedBy");
  });

  it("to submit another version of the draft than the present one are refused", async () => {
    const clerk = await who("clerk");
    const version = await fillDraft(clerk);
    const stale = { verb: "submit", draftVersion: version - 1 };
    const problem = await refused(() => command(clerk, CASE, stale), 409, "draft-changed");
    expect(problem.data).toEqual({ version });
  });

  it("to save a draft on a version that was overtaken are refused", async () => {
    const clerk = await who("clerk");
    const body = { version: 0, body: {} };
    await refused(() => clerk.send("PUT", `/cases/${CASE}/draft`, body), 409, "draft-changed");
  });

  it("that are repeated get the first answer and change nothing more", async () => {
    const clerk = await who("clerk");
    const draftVersion = await fillDraft(clerk);
    const expected = await seen(clerk, CASE);
    const id = randomUUID();
    const send = () => command(clerk, CASE, { verb: "submit", draftVersion }, { id, expected });
    const [first, twin] = await Promise.all([send(), send()]);
    expect([first.status, twin.status]).toEqual([200, 200]);
    const before = await record();
    const again = await send();
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(await record()).toEqual(before);
    expect((await clerk.get(`/commands/${id}`)).body).toMatchObject({ outcome: "accepted", seq: first.body.seq });
  });

  it("with a known id and another content are refused", async () => {
    const reviewer = await who("reviewer");
    const id = randomUUID();
    const refusedOnce = await command(reviewer, CASE, { verb: "issue" }, { id });
    expect(refusedOnce.body.code).toBe("verb-not-available");
    await refused(() => command(reviewer, CASE, { verb: "approve" }, { id }), 409, "command-id-reused");
    const other = await who("head");
    await refused(() => command(other, CASE, { verb: "issue" }, { id }), 409, "command-id-reused");
    await refused(() => command(reviewer, CASE, { verb: "issue" }, { id }), 409, "verb-not-available");
  });

  it("that are stale are refused with who acted meanwhile", async () => {
    const reviewer = await who("reviewer");
    const expected = { step: "draft", round: 1, contentHash: null };
    const problem = await refused(() => command(reviewer, CASE, { verb: "approve" }, { expected }), 409, "stale");
    expect(problem.detail).toMatch(/^Chuyên viên Sở Y tế acted at .*; the case is now at Content check\.$/);
    expect(problem.data).toMatchObject({ step: "review", round: 1, last: { type: "submitted" } });
  });

  it("of two people who decide at once: one wins, and the other is told who", async () => {
    const [reviewer, expected] = [await who("reviewer"), await seen(await who("reviewer"), CASE)];
    const back = { verb: "return", code: "unclear", reason: "Nêu rõ hơn", sections: ["I"] };
    const answers = await Promise.all([
      command(reviewer, CASE, { verb: "approve" }, { expected }),
      command(reviewer, CASE, back, { expected }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "stale" });
  });

  it("that were refused stay in the log as refused, without the content they would have frozen", async () => {
    const { rows } = await stack.db.pool.query<{ refused: number }>(
      `SELECT count(*)::int AS refused FROM "Command" WHERE "outcome" = 'refused' AND "rejection" IS NOT NULL`,
    );
    expect(rows[0]?.refused).toBeGreaterThan(3);
    const orphans = await stack.db.pool.query(`SELECT 1 FROM "ContentVersion" WHERE "number" IS NULL`);
    expect(orphans.rowCount).toBe(0);
  });
});

describe("the author", () => {
  it("may not decide on their own report, and an administrator cannot move the work to them", async () => {
    const { body } = await (await who("clerk")).get(`/cases/${CASE}`);
    if (body.step !== "draft")
      await command(await who("head"), CASE, { verb: "return", code: "other", reason: "Xem lại", sections: [] });
    await submitReport(await who("clerk"));
    const to = { unit: "SYT", role: "specialist", personId: "demo-syt-specialist" };
    const move = { verb: "reassign", to, reason: "Trưởng phòng nghỉ" };
    await refused(async () => command(await who("admin"), CASE, move), 422, "assignee-not-allowed");
    await refused(async () => command(await who("clerk"), CASE, { verb: "approve" }), 403, "not-your-step");
  });
});
