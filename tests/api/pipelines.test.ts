import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annualReport } from "../../domain/pipelines/index.ts";
import { verifyChain, type Pipeline } from "../../domain/engine/index.ts";
import { checkPipelinesAgainstDirectory, getCase, listEvents } from "../../store/index.ts";
import type { Account } from "./support/accounts.ts";
import { CASE, command, openCycle, people, submitReport, textWith, until } from "./support/cycle.ts";
import type { Answer, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
let who: (account: Account) => Promise<Person>;

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
  expect(await submitReport(await who("clerk"))).toMatchObject({ status: 200 });
});
afterAll(() => stack.stop());

const as = async (account: Account, path: string, body: object): Promise<Answer> =>
  (await who(account)).send("POST", path, body);
const SHIPPED = annualReport.version;
const NEXT = SHIPPED + 1;
const path = `/pipelines/annual-report/versions/${NEXT}`;

/** The head checks the content as well, and the step is called otherwise. */
function secondVersion(): Pipeline {
  const { review, check, ...steps } = annualReport.steps;
  if (review?.kind !== "decide" || check?.kind !== "branch") throw new Error("the shipped table has changed");
  return {
    ...annualReport,
    steps: {
      ...(JSON.parse(JSON.stringify(steps).replaceAll('"review"', '"content-check"')) as typeof steps),
      check: { ...check, when: check.when.map((arm) => ({ ...arm, to: "content-check" })) },
      "content-check": { ...review, by: { party: "owner", roles: ["head"] } },
    },
  };
}

describe("publishing a table", () => {
  it("says what is wrong and where, and publishes nothing", async () => {
    const table = { ...annualReport, start: "nowhere" };
    const checked = await as("admin", "/pipelines/check", { table });
    expect(checked.body).toMatchObject({ publishable: false });
    const refused = await as("admin", "/pipelines", { table, basedOn: SHIPPED, reason: "Thử" });
    expect(refused).toMatchObject({ status: 422, body: { code: "pipeline-not-valid" } });
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ path: "start", code: "start-unknown" }));
    const shapeless = await as("admin", "/pipelines", { table: { id: "x" }, basedOn: 0, reason: "Thử" });
    expect(shapeless.body.errors.map((error) => error.path)).toContain("steps");
  });

  it("is for administrators, and not for an unchanged table", async () => {
    const same = { table: annualReport, basedOn: SHIPPED, reason: "Thử" };
    expect(await as("officer", "/pipelines", same)).toMatchObject({ status: 403 });
    expect(await as("admin", "/pipelines", same)).toMatchObject({ status: 409, body: { code: "pipeline-unchanged" } });
  });

  it("makes the next version once, and keeps who, when and why", async () => {
    const request = { table: secondVersion(), basedOn: SHIPPED, reason: "Quy chế mới" };
    expect(await as("admin", "/pipelines", request)).toMatchObject({ status: 200, body: { version: NEXT } });
    expect(await as("admin", "/pipelines", request)).toMatchObject({
      status: 409,
      body: { code: "pipeline-moved-on", detail: textWith(`published version ${NEXT} of annual-report`) },
    });
    const { body } = await (await who("auditor")).get("/pipelines/annual-report/versions");
    expect(body.items).toMatchObject([
      { version: NEXT, reason: "Quy chế mới", openCases: 0 },
      { version: SHIPPED, publishedBy: null },
    ]);
    const changing = stack.db.pool.query(`UPDATE "PipelineVersion" SET "reason" = 'khác' WHERE "version" = ${NEXT}`);
    await expect(changing).rejects.toThrow("append-only");
    expect(await getCase(stack.db, CASE)).toMatchObject({ pipelineVersion: SHIPPED, step: "review" });
  });
});

describe("the open cases of a version", () => {
  const counts = async (account: Account) =>
    (await who(account)).get(`/pipelines/annual-report/versions/${SHIPPED}/counts`);

  it("are counted at each step, with those that are late", async () => {
    const before = await counts("admin");
    expect(before.body).toMatchObject({
      steps: [
        { step: "draft", open: 43, overdue: 0 },
        { step: "review", open: 1, overdue: 0 },
      ],
    });
    await stack.db.pool.query(`UPDATE "Case" SET "dueAt" = now() - interval '1 day' WHERE "id" = $1`, [CASE]);
    expect((await counts("auditor")).body).toMatchObject({ steps: [{ overdue: 0 }, { step: "review", overdue: 1 }] });
  });

  it("are for administrators and auditors", async () => {
    expect(await counts("officer")).toMatchObject({ status: 403 });
    const unknown = await (await who("admin")).get("/pipelines/annual-report/versions/9/counts");
    expect(unknown).toMatchObject({ status: 404 });
  });
});

describe("the look at today's people", () => {
  it("is shown with the agency that lacks a post", async () => {
    const before = await (await who("admin")).get("/pipelines/annual-report/directory-findings");
    expect(before.body).toMatchObject({ items: [], checkedAt: null });
    await checkPipelinesAgainstDirectory(stack.db, Date.now());
    const { body } = await (await who("admin")).get("/pipelines/annual-report/directory-findings?limit=200");
    expect(body).toMatchObject({ checkedAt: textWith("T") });
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: "nobody-holds-post", step: "dispatch", unit: "H514", version: NEXT }),
    );
    // Every open case runs with the older version still.
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: "nobody-holds-post", step: "dispatch", unit: "H514", version: SHIPPED }),
    );
  });
});

describe("migrating a running case", () => {
  const renames = { review: "content-check" };

  it("is previewed, with who gains and who loses the right to act", async () => {
    const plain = await as("admin", `${path}/migration-preview`, { limit: "200" });
    const stopped = plain.body.items.find((item) => (item as unknown as { caseId: string }).caseId === CASE);
    expect(stopped).toMatchObject({ obstacles: [{ code: "step-missing" }] });
    const renamed = await as("admin", `${path}/migration-preview`, { limit: "200", renames });
    const seen = renamed.body.items.find((item) => (item as unknown as { caseId: string }).caseId === CASE);
    expect(seen).toMatchObject({
      obstacles: [],
      step: { before: { id: "review" }, after: { id: "content-check" } },
      gains: [{ unit: "SYT", role: "head" }],
      loses: [{ unit: "SYT", role: "division-head" }],
    });
  });

  interface Seen {
    caseId: string;
    token: string;
  }
  const previewed = async (over: object = { renames }): Promise<Seen[]> => {
    const { body } = await as("admin", `${path}/migration-preview`, { limit: "200", ...over });
    return (body.items as unknown as Seen[]).map(({ caseId, token }) => ({ caseId, token }));
  };
  const order = (cases: Seen[], over: object = {}) => ({
    id: randomUUID(),
    cases,
    renames,
    timers: "keep",
    reason: "Quy chế mới",
    ...over,
  });
  const second = () => stack.person("quantri2.skhcn@demo.trinhky.vn");

  it("sends nothing that is not as it was previewed, be it the case or the order", async () => {
    const [other, own] = [await previewed({ renames, timers: "recompute" }), await previewed()];
    const only = (seen: Seen[]) => seen.filter(({ caseId }) => caseId === CASE);
    await command(await who("head"), CASE, { verb: "comment", comment: "Đã xem" });
    const before = order(only(own));
    expect((await as("admin", `${path}/migrations`, before)).body.counts).toMatchObject({ total: 1, notPreviewed: 1 });
    const wrong = order(only(other));
    const { body } = await as("admin", `${path}/migrations`, wrong);
    expect(body).toMatchObject({ status: "running", counts: { total: 1, notPreviewed: 1, open: 0 } });
    const items = await (await who("admin")).get(`/migrations/${wrong.id}/items`);
    expect(items.body.items).toMatchObject([{ caseId: CASE, outcome: "not-previewed" }]);
    expect(await getCase(stack.db, CASE)).toMatchObject({ pipelineVersion: SHIPPED });
  });

  it("waits for another administrator where somebody gains the right to act, and may be declined", async () => {
    const wish = order(await previewed());
    const proposed = await as("admin", `${path}/migrations`, wish);
    expect(proposed.body).toMatchObject({ status: "awaiting-confirmation", confirmable: false });
    const confirm = `/migrations/${wish.id}/confirm`;
    expect(await as("admin", confirm, {})).toMatchObject({ status: 403, body: { code: "migration-own" } });
    expect(await as("officer", confirm, {})).toMatchObject({ status: 403 });
    const other = await second();
    expect((await other.get(`/migrations/${wish.id}`)).body).toMatchObject({ confirmable: true });
    expect((await other.get("/notices")).body.items[0]).toMatchObject({ kind: "migration-proposed" });
    const declined = await other.send("POST", `/migrations/${wish.id}/decline`, { reason: "Chưa cần" });
    expect(declined.body).toMatchObject({ status: "declined" });
    expect(await other.send("POST", confirm, {})).toMatchObject({ status: 409, body: { code: "migration-over" } });
    expect(await getCase(stack.db, CASE)).toMatchObject({ pipelineVersion: SHIPPED });
  });

  it("is carried out by commands, once each, with a result beside every case", async () => {
    const wish = order(await previewed());
    expect(await as("admin", `${path}/migrations`, wish)).toMatchObject({ status: 200 });
    expect(await as("admin", `${path}/migrations`, wish)).toMatchObject({ status: 200 });
    const other = await second();
    for (let time = 0; time < 2; time += 1) {
      const confirmed = await other.send("POST", `/migrations/${wish.id}/confirm`, {});
      expect(confirmed).toMatchObject({
        status: 200,
        body: { confirmedBy: "Quản trị hệ thống 2 Sở Khoa học và Công nghệ" },
      });
    }
    const admin = await who("admin");
    await until(async () => (await admin.get(`/migrations/${wish.id}`)).body.counts.open === 0);
    const { body } = await admin.get(`/migrations/${wish.id}`);
    expect(body.counts).toMatchObject({ total: 44, done: 44, refused: 0 });
    const row = await getCase(stack.db, CASE);
    expect(row).toMatchObject({ pipelineVersion: NEXT, step: "content-check", input: { pipeline: { version: NEXT } } });
    const { items } = await listEvents(stack.db, CASE, { limit: 50 });
    expect(verifyChain(items.toReversed())).toEqual({ ok: true });
    const moves = items.filter(({ type }) => type === "migrated");
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({
      actor: { personId: "demo-skhcn-admin-2" },
      data: { proposedBy: "Quản trị hệ thống Sở Khoa học và Công nghệ" },
    });
  });

  it("lets the case go on under the new table", async () => {
    const refused = await command(await who("reviewer"), CASE, { verb: "approve" });
    expect(refused).toMatchObject({ status: 403, body: { code: "not-your-step" } });
    expect(await command(await who("head"), CASE, { verb: "approve" })).toMatchObject({ status: 200 });
    expect(await getCase(stack.db, CASE)).toMatchObject({ pipelineVersion: NEXT, step: "sign-off" });
  });
});
