import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignedLine } from "../store/funding-story.ts";
import { textWith } from "./support/cycle.ts";
import type { Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

/** Lines are of 2027: their spending is reported in that year. */
const IN_2027 = Date.UTC(2027, 4, 15) - Date.now();

let stack: Stack;
const signedIn = new Map<string, Promise<Person>>();

function at(mail: string, unit: string): Promise<Person> {
  const email = `${mail}.${unit}@demo.trinhky.vn`;
  const person = signedIn.get(email) ?? stack.person(email);
  signedIn.set(email, person);
  return person;
}
const officer = () => at("chuyenvien2", "skhcn");
const leader = () => at("truongphong", "skhcn");
const director = () => at("thutruong", "skhcn");
const accountant = () => at("ketoan", "syt");
const administrator = () => at("quantri", "skhcn");

beforeAll(async () => {
  stack = await startStack({ clock: () => Date.now() + IN_2027 });
  await stack.db.pool.query(`DELETE FROM "Ceiling"`);
});
afterAll(() => stack.stop());

const spend = (line: string, body: object) => async (person: Person) =>
  person.send("POST", `/money/lines/${line}/spending`, {
    id: randomUUID(),
    amount: "400",
    period: "2027-Q1",
    progress: 60,
    ...body,
  });
const propose = async (person: Person, line: string, body: object) =>
  person.send("POST", `/money/lines/${line}/papers`, { id: randomUUID(), document: "20/QĐ-UBND", ...body });
const answer = async (person: Person, paper: string, body: object = { act: "confirmed" }) =>
  person.send("POST", `/money/papers/${paper}/answer`, body);

describe("who sees the money", () => {
  it("the department that advises on a branch sees its lines, of every agency; the other adviser does not", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    const looks = async (person: Person) => {
      const listed = (await person.get("/money/lines?year=2027")).body.items.map(({ id }) => id);
      return [(await person.get(`/money/lines/${lineId}`)).status, listed.includes(lineId)];
    };
    expect(await looks(await at("thutruong", "stc"))).toEqual([200, true]);
    expect(await looks(await at("thutruong", "skhdt"))).toEqual([404, false]);
  });
});

describe("spending", () => {
  it("is reported by the agency's accountant, within what was assigned, once", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    expect((await spend(lineId, {})(await at("chuyenvien", "syt"))).status).toBe(403);
    expect((await spend(lineId, {})(await at("ketoan", "sct"))).status).toBe(404);
    expect(await spend(lineId, { amount: "601" })(await accountant())).toMatchObject({
      status: 422,
      body: { errors: [{ code: "disbursed-exceeds-available" }] },
    });
    const id = randomUUID();
    for (let time = 0; time < 2; time++) {
      const told = await spend(lineId, { id })(await accountant());
      expect(told).toMatchObject({ status: 200, body: { disbursed: "400", remaining: "200" } });
    }
    expect(await spend(lineId, { id, amount: "401" })(await accountant())).toMatchObject({
      status: 409,
      body: { code: "command-id-reused" },
    });
  });

  it("keeps to the line's year, to one kind of period, and to what has begun", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    await spend(lineId, {})(await accountant());
    const code = async (period: string) => (await spend(lineId, { period })(await accountant())).body.errors?.[0]?.code;
    expect(await code("2026-Q4")).toBe("period-not-of-year");
    expect(await code("2027-02")).toBe("period-mixed");
    expect(await code("2027-Q3")).toBe("period-not-begun");
  });

  it("that is owed is shown on the line, with what the caller may do", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    const seen = async (person: Person) => (await person.get(`/money/lines/${lineId}`)).body;
    expect(await seen(await accountant())).toMatchObject({
      due: [{ period: "2027-Q1", overdue: true }],
      openPeriods: ["2027-Q1", "2027-Q2"],
      may: { report: true, propose: false, record: false },
    });
    expect(await seen(await officer())).toMatchObject({ may: { report: false, propose: true, record: false } });
  });
});

describe("a paper", () => {
  it("is entered by one person of the department and confirmed by another in a leading post", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    const body = { kind: "supplemented", amount: "50" };
    expect((await propose(await accountant(), lineId, body)).status).toBe(403);
    const { body: paper } = await propose(await officer(), lineId, body);
    expect(paper).toMatchObject({ status: "proposed", amount: "50", may: { confirm: false, withdraw: true } });
    expect(await answer(await officer(), paper.id)).toMatchObject({ status: 403, body: { code: "second-person" } });
    expect((await answer(await accountant(), paper.id)).status).toBe(403);
    expect((await answer(await leader(), paper.id)).body).toMatchObject({ status: "confirmed" });
    expect((await (await officer()).get(`/money/lines/${lineId}`)).body).toMatchObject({ supplemented: "50" });
    expect(await answer(await director(), paper.id)).toMatchObject({ status: 409, body: { code: "paper-answered" } });
  });

  it("above a ceiling that asks for it is confirmed by the head", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    await stack.db.pool.query(
      `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
       VALUES (gen_random_uuid(), 'IV.1.TX.DP', 2027, 1, '{"assigned":"higher-signature"}', 'x')`,
    );
    const preview = await (
      await officer()
    ).send("POST", `/money/lines/${lineId}/papers/weigh`, {
      kind: "supplemented",
      amount: "50",
    });
    expect(preview.body).toMatchObject({ verdict: "higher-signature", source: "IV.1.TX.DP" });
    const { body: paper } = await propose(await officer(), lineId, { kind: "supplemented", amount: "50" });
    const refused = await answer(await leader(), paper.id);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "over-ceiling", remedy: textWith("head of the unit") },
    });
    expect((await answer(await director(), paper.id)).status).toBe(200);
    await stack.db.pool.query(`DELETE FROM "Ceiling"`);
  });
});

describe("a ceiling", () => {
  const ceiling = (over: object = {}) => ({
    id: randomUUID(),
    kind: "ceiling-set",
    source: "IV.2",
    year: 2028,
    window: null,
    amount: "1000",
    modes: { decided: "stop", requested: "warn" },
    document: "05/NQ-HĐND",
    reason: "Dự toán năm 2028",
    base: 0,
    ...over,
  });

  it("is set by an administrator and holds once the director has confirmed it", async () => {
    const admin = await administrator();
    const { body: paper } = await admin.send("POST", "/ceilings/papers", ceiling());
    expect(paper).toMatchObject({ kind: "ceiling-set", status: "proposed", may: { confirm: false } });
    expect((await admin.get("/ceilings?year=2028")).body.items).toEqual([]);
    expect((await answer(admin, paper.id)).body).toMatchObject({ code: "second-person" });
    expect((await answer(await leader(), paper.id)).status).toBe(403);
    expect((await answer(await director(), paper.id)).status).toBe(200);
    expect((await admin.get("/ceilings?year=2028")).body.items).toMatchObject([
      {
        source: "IV.2",
        amount: "1000",
        version: 1,
        stages: { decided: { counted: "0", remaining: "1000", over: "0" } },
      },
    ]);
    const stale = await admin.send("POST", "/ceilings/papers", ceiling({ amount: "5" }));
    expect(stale).toMatchObject({ status: 409, body: { code: "ceiling-moved-on" } });
  });

  it("stands on no source outside the budget, and is no agency's to see or set", async () => {
    const refused = await (await administrator()).send("POST", "/ceilings/papers", ceiling({ source: "IV.3.5" }));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "ceiling-outside-budget" }] } });
    expect((await (await accountant()).get("/ceilings")).status).toBe(403);
    expect((await (await accountant()).send("POST", "/ceilings/papers", ceiling())).status).toBe(403);
  });
});

describe("money outside the budget", () => {
  const entry = (over: object = {}) => ({
    id: randomUUID(),
    unit: "SYT",
    task: "III.3.b.1",
    source: "IV.3.5",
    year: 2027,
    title: "Máy xét nghiệm do doanh nghiệp đầu tư",
    amount: "70000000",
    document: "Hợp đồng 12/2027/HĐ",
    ...over,
  });

  it("is recorded by the agency, beside every request and stage", async () => {
    const person = await accountant();
    const { body: line } = await person.send("POST", "/money/outside", entry());
    expect(line).toMatchObject({ recorded: "70000000", requested: "0", source: "IV.3.5" });
    await person.send("POST", "/money/outside", entry({ line: line.id, amount: "80000000" }));
    expect((await person.get("/money?source=IV.3&by=source")).body).toMatchObject({
      total: { recorded: "80000000", requested: "0", assigned: "0" },
    });
    expect((await (await at("ketoan", "sct")).send("POST", "/money/outside", entry({ line: line.id }))).status).toBe(
      403,
    );
  });

  it("is no budget money and no secret task", async () => {
    const person = await accountant();
    const code = async (over: object) =>
      (await person.send("POST", "/money/outside", entry(over))).body.errors?.[0]?.code;
    expect(await code({ source: "IV.1.TX.DP" })).toBe("source-not-outside");
    expect(await code({ source: "IV.3" })).toBe("source-not-outside");
    expect(await code({ task: "III.3.đ.5" })).toBe("task-secret");
  });
});

describe("what may be read", () => {
  it("is the story of a line, with its papers, and no other agency's", async () => {
    const { lineId } = await assignedLine(stack.db, 600);
    await spend(lineId, {})(await accountant());
    const events = await (await accountant()).get(`/money/lines/${lineId}/events?limit=2`);
    expect(events.body.items.map(({ type }) => type)).toEqual(["disbursed", "assigned"]);
    expect((await (await at("chuyenvien", "sct")).get("/money/lines")).body.items).toEqual([]);
    expect((await (await at("chuyenvien", "sct")).get(`/money/lines/${lineId}`)).status).toBe(404);
  });

  it("is one request a row, page by page", async () => {
    const person = await officer();
    const first = await person.get("/money/requests?limit=2&unit=SYT");
    expect(first.body.items).toHaveLength(2);
    const second = await person.get(`/money/requests?limit=2&unit=SYT&cursor=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map(
      (item) => (item as unknown as { requestId: string }).requestId,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is a file of all lines, longer than any page, in bare digits that Excel reads as Vietnamese", async () => {
    for (let made = 0; made < 3; made++) await assignedLine(stack.db, 600);
    await stack.db.pool.query(
      `INSERT INTO "FundingLine" ("id", "requestId", "unitCode", "taskCode", "title", "sourceCode", "capital", "year",
         "window", "requested", "appraised", "periods", "searchKey")
       SELECT 'many.' || n, 'many', 'SYT', 'III.3.b.1', '=Dòng; "' || n || '"', 'IV.1.TX.DP', 'regular', 2026, 'in-year',
         n, '{}', '{}', 'nhieu' FROM generate_series(1, 450) n`,
    );
    const { text } = await download(`/money/lines/export?q=nhieu&language=vi`);
    const rows = text.split("\r\n");
    expect(rows[0]).toMatch(/^\uFEFF"Mã dòng";"Cơ quan";/);
    expect(rows).toHaveLength(450 + 2);
    expect(rows.find((row) => row.startsWith('"many.7";'))).toContain(`"'=Dòng; ""7""";`);
    expect(rows.find((row) => row.startsWith('"many.450";'))).toContain(";450;0;");
    const totals = await download(`/money/export?by=year&language=en`);
    expect(totals).toMatchObject({ type: "text/csv; charset=utf-8", name: `attachment; filename="kinh-phi-year.csv"` });
    expect(totals.text).toMatch(/^\uFEFF"Code";"Name".*\r\n"2026";"2026";450;101475;/);
  });
});

async function download(path: string): Promise<{ text: string; type: string | null; name: string | null }> {
  const { cookie } = await officer();
  const response = await fetch(`${stack.api.url}/api/v1${path}`, { headers: { cookie } });
  // `text()` would drop the byte order mark that the file must have.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { text, type: response.headers.get("content-type"), name: response.headers.get("content-disposition") };
}
