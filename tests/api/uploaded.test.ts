import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, localDate } from "../../domain/calendar/index.ts";
import type { Pipeline } from "../../domain/engine/index.ts";
import { travelRequest } from "../support/travel-request.ts";
import { command, textLike, until } from "./support/cycle.ts";
import type { Answer, Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

let stack: Stack;
const signedIn = new Map<string, Promise<Person>>();
const today = localDate(Date.now());
const id = randomUUID();
const caseId = `travel-request-${id}`;

/** Demo people of Sở KH&CN. */
function at(mail: string, unit = "skhcn"): Promise<Person> {
  const email = `${mail}.${unit}@demo.trinhky.vn`;
  const known = signedIn.get(email) ?? stack.person(email);
  signedIn.set(email, known);
  return known;
}

const publish = async (table: Pipeline, basedOn: number): Promise<Answer> =>
  (await at("quantri")).send("POST", "/pipelines", { table, basedOn, reason: "Quy chế làm việc" });
const openAs = async (person: Person, over: object = {}): Promise<Answer> =>
  person.send("POST", "/cases", { id, pipelineId: "travel-request", unit: "SKHCN", title: "Đi công tác Huế", ...over });

beforeAll(async () => {
  stack = await startStack();
  await stack.startWorker();
  expect(await publish(travelRequest, 0)).toMatchObject({ status: 200 });
});
afterAll(() => stack.stop());

describe("a case of an uploaded table", () => {
  it("names work of the system only where the system can do it", async () => {
    const table: Pipeline = {
      ...travelRequest,
      steps: {
        ...travelRequest.steps,
        numbering: { ...travelRequest.steps.numbering!, to: "telegraph" } as Pipeline["steps"][string],
        telegraph: { kind: "task", name: { vi: "Đánh điện", en: "Telegraph" }, run: "telegraph", to: "done" },
      },
    };
    const checked = await (await at("quantri")).send("POST", "/pipelines/check", { table });
    expect(checked.body).toMatchObject({ publishable: false, findings: [{ code: "task-unknown" }] });
  });

  it("is offered to those who draft in it, for their own unit", async () => {
    const { body } = await (await at("chuyenvien")).get("/case-starts");
    const offer = { pipelineId: "travel-request", unit: "SKHCN", sections: ["Lý do", "Thời gian, địa điểm"] };
    expect(body).toMatchObject([offer]);
    expect((await (await at("thutruong")).get("/case-starts")).body).toEqual([]);
    for (const over of [{ unit: "SYT" }, { pipelineId: "annual-report" }, { pipelineId: "no-such" }]) {
      const refused = await openAs(await at("chuyenvien"), over);
      expect(refused).toMatchObject({ status: 403, body: { code: "case-not-yours-to-start" } });
    }
    expect(await openAs(await at("thutruong"))).toMatchObject({ status: 403 });
    expect(await openAs(await at("chuyenvien"), { title: " " })).toMatchObject({ status: 400 });
  });

  it("is opened once, with a draft of the table's own sections", async () => {
    const clerk = await at("chuyenvien");
    for (let time = 0; time < 2; time += 1) {
      expect(await openAs(clerk)).toMatchObject({ status: 200, body: { caseId } });
    }
    await until(async () => (await clerk.get(`/cases/${caseId}`)).status === 200);
    expect((await clerk.get(`/cases/${caseId}`)).body).toMatchObject({
      form: "paper",
      sections: [{ key: "ly-do", name: "Lý do" }, { key: "thoi-gian-ddia-ddiem" }],
      draft: { editable: true },
    });
    expect((await clerk.get(`/cases/${caseId}/draft`)).body.problems).toMatchObject([
      { section: "ly-do", message: textLike(/Lý do/) },
      { section: "thoi-gian-ddia-ddiem" },
    ]);
  });

  it("is not sent up before every section is written", async () => {
    const clerk = await at("chuyenvien");
    const save = (version: number, sections: object) =>
      clerk.send("PUT", `/cases/${caseId}/draft`, { version, body: { sections } });
    const half = await save(0, { "ly-do": { text: "Hội thảo" } });
    expect(half.body.problems).toHaveLength(1);
    const early = await command(clerk, caseId, { verb: "submit", draftVersion: 1 });
    expect(early).toMatchObject({ status: 422, body: { code: "content-incomplete" } });
    expect(await save(1, { "ly-do": { text: 5 } })).toMatchObject({ status: 400 });
    const whole = await save(1, { "ly-do": { text: "Hội thảo" }, "thoi-gian-ddia-ddiem": { text: "Huế, 10/12" } });
    expect(whole.body).toMatchObject({ version: 2, problems: [] });
    const sent = await command(clerk, caseId, { verb: "submit", draftVersion: 2 });
    expect(sent).toMatchObject({ status: 200, body: { step: "signing", next: [{ unit: "SKHCN", role: "head" }] } });
    const content = await (await at("thutruong")).get(`/cases/${caseId}/contents/1`);
    expect(content.body.body).toEqual({
      sections: { "ly-do": { text: "Hội thảo" }, "thoi-gian-ddia-ddiem": { text: "Huế, 10/12" } },
    });
  });

  it("is asked about and answered where it lies, by number", async () => {
    const head = await at("thutruong");
    const clerk = await at("chuyenvien");
    expect(await command(head, caseId, { verb: "clarify", reason: "Ai đi cùng?" })).toMatchObject({ status: 200 });
    const { body } = await clerk.get(`/cases/${caseId}`);
    const [question] = (body as unknown as { questions: { seq: number }[] }).questions;
    expect(question).toMatchObject({ text: "Ai đi cùng?", by: textLike(/Thủ trưởng/), to: [{ role: "specialist" }] });
    expect(body.actions.find(({ verb }) => verb === "answer")).toMatchObject({ questions: [question?.seq] });
    const wrong = { verb: "answer", comment: "Một mình", question: 999 };
    expect(await command(clerk, caseId, wrong)).toMatchObject({ status: 409, body: { code: "question-unclear" } });
    expect(await command(clerk, caseId, { ...wrong, question: question?.seq })).toMatchObject({ status: 200 });
    expect(await command(head, caseId, { verb: "clarify", reason: "Mấy ngày?" })).toMatchObject({ status: 200 });
    expect(await command(head, caseId, { verb: "retract-question", reason: "Đã rõ" })).toMatchObject({ status: 200 });
    expect((await head.get(`/cases/${caseId}`)).body).toMatchObject({ questions: [] });
  });

  it("is signed TUQ. by a delegate of the head and by no other form, then numbered, and ends", async () => {
    const person = (role: string) => ({ personId: `demo-skhcn-${role}`, post: { unit: "SKHCN", role } });
    const deputy = await at("phothutruong");
    const made = await (
      await at("thutruong")
    ).send("POST", "/delegations", {
      id: randomUUID(),
      from: person("head"),
      to: person("deputy-head"),
      start: today,
      end: addDays(today, 1),
      pipelines: ["travel-request"],
      document: { number: "7/GUQ-SKHCN", date: today },
    });
    expect(made).toMatchObject({ status: 200 });
    const { actions } = (await deputy.get(`/cases/${caseId}`)).body;
    expect(actions.find(({ verb }) => verb === "approve")).toMatchObject({ enabled: true, marks: ["TUQ."] });
    const own = await command(deputy, caseId, { verb: "approve", mark: "own" });
    expect(own).toMatchObject({ status: 422, body: { code: "mark-not-allowed" } });
    expect(await command(deputy, caseId, { verb: "approve" })).toMatchObject({ status: 200 });
    const { body } = await deputy.get(`/cases/${caseId}`);
    expect(body.signatures).toMatchObject([{ mark: "TUQ.", onBehalfOf: textLike(/Thủ trưởng/) }]);
  });

  it("shows its signatures although a newer table has dropped their step", async () => {
    const { signing: _signing, ...rest } = travelRequest.steps;
    const second = { ...travelRequest, steps: { ...rest, draft: { ...rest.draft!, to: "numbering" } } } as Pipeline;
    expect(await publish(second, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    const admin = await at("quantri");
    const path = "/pipelines/travel-request/versions/2";
    const preview = await admin.send("POST", `${path}/migration-preview`, {});
    const cases = (preview.body.items as unknown as { caseId: string; token: string }[]).map(({ token }) => ({
      caseId,
      token,
    }));
    const order = { id: randomUUID(), cases, reason: "Bỏ bước ký" };
    expect(await admin.send("POST", `${path}/migrations`, order)).toMatchObject({ body: { status: "running" } });
    await until(async () => (await admin.get(`/migrations/${order.id}`)).body.status === "finished");
    expect((await admin.get(`/migrations/${order.id}`)).body.counts).toMatchObject({ done: 1 });
    const seen = await (await at("vanthu")).get(`/cases/${caseId}`);
    expect(seen).toMatchObject({ status: 200, body: { signatures: [{ step: "signing" }] } });
    expect(seen.body.signatures[0]).toMatchObject({ stepName: travelRequest.steps.signing!.name });
    const issued = await command(await at("vanthu"), caseId, { verb: "issue" });
    expect(issued).toMatchObject({ status: 200, body: { number: textLike(/\/TTr-SKHCN$/) } });
    expect((await (await at("chuyenvien")).get(`/cases/${caseId}`)).body).toMatchObject({ outcome: "completed" });
  });
});
