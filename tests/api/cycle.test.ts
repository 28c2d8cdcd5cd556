import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "./support/person.ts";
import type { Account } from "./support/accounts.ts";
import { CAMPAIGN, CASE, command, openCycle, people, submitReport } from "./support/cycle.ts";
import { startStack, type Stack } from "./support/stack.ts";

const DOSSIER = "consolidated-report-2026";

let stack: Stack;
let who: (account: Account) => Promise<Person>;

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
});
afterAll(() => stack.stop());

const approve = async (account: Account, caseId: string) => command(await who(account), caseId, { verb: "approve" });
const issue = async (account: Account, caseId: string) => command(await who(account), caseId, { verb: "issue" });

describe("the 2026 cycle over HTTP", () => {
  it("opens once, however often it is asked", async () => {
    const again = await (await who("admin")).send("POST", "/campaigns", { kind: "annual-report", year: 2026 });
    expect(again.body).toEqual({ campaignId: CAMPAIGN, started: false });
  });

  it("takes a report up to the department, with a return on the way", async () => {
    const submitted = await submitReport(await who("clerk"));
    expect(submitted).toMatchObject({ status: 200, body: { outcome: "accepted", step: "review", seq: 2 } });
    expect(submitted.body.next).toEqual([{ unit: "SYT", role: "division-head", unitName: "Sở Y tế" }]);
    const returned = await command(await who("reviewer"), CASE, {
      verb: "return",
      code: "wrong-figures",
      reason: "Biểu 03 chưa khớp",
      sections: ["IV"],
    });
    expect(returned.body).toMatchObject({ outcome: "accepted", step: "draft" });
    const inbox = await (await who("clerk")).get("/inbox");
    expect(inbox.body.items[0]).toMatchObject({
      id: CASE,
      round: 2,
      returned: { code: "wrong-figures", reason: "Biểu 03 chưa khớp", sections: ["IV"] },
    });
    await submitReport(await who("clerk"));
    await approve("reviewer", CASE);
    await approve("head", CASE);
    const issued = await issue("records", CASE);
    expect(issued.body.number).toMatch(/^01\/BC-/);
    const received = await approve("officer", CASE);
    expect(received.body).toMatchObject({ outcome: "accepted", step: "accepted" });
  });

  it("shows the log, the frozen content and the signatures", async () => {
    const auditor = await who("auditor");
    const events = await auditor.get(`/cases/${CASE}/events?limit=3`);
    expect(events.body.items.map((event) => event.type)).toEqual(["approved", "issued", "approved"]);
    const older = await auditor.get(`/cases/${CASE}/events?limit=3&cursor=${events.body.next}`);
    expect(older.body.items.map((event) => event.seq)).toEqual([5, 4, 3]);
    const view = await auditor.get(`/cases/${CASE}`);
    expect(view.body.content.number).toBe(2);
    const content = await auditor.get(`/cases/${CASE}/contents/2`);
    expect(content.body).toMatchObject({ hash: view.body.content.hash, createdBy: "Chuyên viên Sở Y tế" });
    expect(view.body.signatures.map((one) => one.step)).toContain("sign-off");
  });

  it("consolidates, and takes the dossier through UBND to published", async () => {
    const officer = await who("officer");
    const started = await officer.send("POST", `/campaigns/${CAMPAIGN}/commands`, {
      id: crypto.randomUUID(),
      body: { verb: "start-consolidation", reason: "Đủ để trình thử" },
    });
    expect(started).toMatchObject({ status: 200, body: { outcome: "accepted", caseId: CAMPAIGN } });
    await expect.poll(async () => (await officer.get(`/cases/${DOSSIER}`)).status, { timeout: 20_000 }).toBe(200);
    await freeze(officer);
    await approve("division", DOSSIER);
    await approve("director", DOSSIER);
    const submission = await issue("departmentRecords", DOSSIER);
    expect(submission.body.number).toMatch(/\/TTr-SKHCN$/);
    await approve("office", DOSSIER);
    await approve("viceChair", DOSSIER);
    const published = await issue("officeRecords", DOSSIER);
    expect(published.body).toMatchObject({ outcome: "accepted", step: "published", next: [] });
    await expect
      .poll(async () => (await officer.get(`/campaigns/${CAMPAIGN}`)).body.status, { timeout: 20_000 })
      .toBe("published");
    await expect
      .poll(async () => (await officer.get(`/cases/${CASE}`)).body.outcome, { timeout: 20_000 })
      .toBe("completed");
  });

  it("takes an agency out of the cycle and back, and its case with it", async () => {
    const [officer, stranger] = [await who("officer"), await who("stranger")];
    const other = `${CAMPAIGN}-sct`;
    const steer = (verb: string, reason: string) =>
      officer.send("POST", `/campaigns/${CAMPAIGN}/commands`, {
        id: randomUUID(),
        body: { verb, unit: "SCT", reason },
      });
    const waiting = async () => (await stranger.get("/inbox")).body.items.map(({ id }) => id);
    expect(await waiting()).toContain(other);
    expect((await steer("exclude", "Đã hợp nhất")).body).toMatchObject({ outcome: "accepted" });
    await expect.poll(waiting, { timeout: 20_000 }).not.toContain(other);
    const view = await stranger.get(`/cases/${other}`);
    expect(view.body).toMatchObject({ aside: { reason: "Đã hợp nhất" }, dueAt: null, outcome: null });
    const blocked = await command(stranger, other, { verb: "submit", draftVersion: 0 });
    expect(blocked).toMatchObject({ status: 409, body: { code: "case-put-aside" } });
    expect((await steer("exclude", "Lần nữa")).body).toMatchObject({ code: "member-stands-so" });
    expect((await steer("include", "Nhầm")).body).toMatchObject({ outcome: "accepted" });
    await expect.poll(waiting, { timeout: 20_000 }).toContain(other);
    const told = (await stranger.get("/notices")).body.items.map(({ title }) => title);
    expect(told.filter((title) => title.includes("the cycle"))).toHaveLength(2);
  });

  it("refuses what comes after the end as a closed case", async () => {
    const late = await approve("viceChair", DOSSIER);
    expect(late).toMatchObject({ status: 409, body: { code: "case-closed" } });
  });
});

async function freeze(officer: Person): Promise<void> {
  const editorial = { assessment: "Đạt yêu cầu", recommendations: "Bố trí thêm kinh phí" };
  const draft = await officer.get(`/cases/${DOSSIER}/draft`);
  const saved = await officer.send("PUT", `/cases/${DOSSIER}/draft`, {
    version: draft.body.version,
    body: { editorial },
  });
  // The words alone: the figures of all agencies do not go to and fro with every pause in typing.
  expect(saved.body).toMatchObject({ problems: [] });
  expect(saved.body.body).toEqual({ editorial });
  const desk = await officer.get(`/campaigns/${CAMPAIGN}/desk`);
  const { seen } = desk.body;
  const waiting = desk.body.members.filter((member) => member.position !== "accepted");
  const unexplained = await command(officer, DOSSIER, {
    verb: "freeze",
    draftVersion: saved.body.version,
    seen,
    missing: [],
  });
  expect(unexplained).toMatchObject({ status: 422, body: { code: "missing-unexplained" } });
  const missing = waiting.map(({ unit }) => ({ unit, reason: "Chưa gửi báo cáo" }));
  const freezing = { verb: "freeze", draftVersion: saved.body.version, missing };
  const unseen = await command(officer, DOSSIER, { ...freezing, seen: "0".repeat(64) });
  expect(unseen).toMatchObject({ status: 409, body: { code: "desk-changed" } });
  const frozen = await command(officer, DOSSIER, { ...freezing, seen });
  expect(frozen).toMatchObject({ status: 200, body: { outcome: "accepted", step: "division" } });
}
