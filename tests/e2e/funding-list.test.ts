import { Client, Connection } from "@temporalio/client";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { SEATS } from "../../domain/rights/index.ts";
import { fundingList, fundingRequest } from "../../domain/pipelines/index.ts";
import { closeDb, createDb } from "../../store/index.ts";
import { startCase } from "../../workers/activities/case-starter.ts";
import { completeRequest, investmentRequest } from "../domain/funding/complete-request.ts";
import { launchChromium } from "../support/chromium.ts";
import { inputFor } from "../support/opened-case.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { axeComplaints } from "../ui/support/axe.ts";
import { Person } from "./browser.ts";
import { Desks } from "./support/desks.ts";

let servers: Servers;
let browser: BrowserContext;
let desks: Desks;

const LIST = "funding-list-seen";
const ROUND = "funding-round-seen";
const requests = {
  "funding-request-kits": completeRequest({ title: "Kít xét nghiệm nhanh" }),
  "funding-request-lab": investmentRequest(),
};
const mail = (desk: string, unit: string): string => `${desk}.${unit}@demo.trinhky.vn`;
const parties = { owner: "SYT", ...SEATS, finance: "STC", planning: "SKHDT" };

async function openCases(): Promise<void> {
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection, namespace: servers.namespace });
  const db = createDb(servers.databaseUrl, { max: 1 });
  const settings = { window: "next-year", budgetYear: 2027, unitName: "Sở Y tế" };
  const input = { title: "Đề nghị kinh phí – Sở Y tế – Đợt 1", campaignId: ROUND, parties, settings };
  for (const caseId of Object.keys(requests)) {
    const own = caseId.endsWith("lab") ? { ...settings, window: "investment-term" } : settings;
    await startCase(client, inputFor(caseId, { ...input, pipeline: fundingRequest, settings: own }));
    await db.pool.query(
      `INSERT INTO "CampaignMember" ("campaignId", "unitCode", "caseId", "position")
       SELECT $1, 'SYT', $2, count(*) FROM "CampaignMember"`,
      [ROUND, caseId],
    );
  }
  const title = "Danh mục kinh phí: Đợt 1";
  const list = { ...input, title, pipeline: fundingList, parties: { ...parties, owner: "SKHCN" } };
  await startCase(client, inputFor(LIST, list));
  await db.pool.query(`DELETE FROM "Ceiling"`);
  await closeDb(db);
  await connection.close();
  for (const caseId of [...Object.keys(requests), LIST])
    await vi.waitFor(async () => expect(await desks.sees(mail("chuyenvien2", "skhcn"), caseId)).toBe(true), 30_000);
}

/** Two requests up to Sở KH&CN, and the list of both out for opinions. */
async function toOpinions(): Promise<void> {
  for (const [caseId, body] of Object.entries(requests)) {
    const draftVersion = await desks.save(mail("chuyenvien", "syt"), caseId, body);
    await desks.act(mail("chuyenvien", "syt"), caseId, { verb: "submit", draftVersion });
    await desks.act(mail("ketoan", "syt"), caseId, { verb: "approve" });
    await desks.act(mail("thutruong", "syt"), caseId, { verb: "approve", mark: "own" });
    await desks.act(mail("vanthu", "syt"), caseId, { verb: "issue" });
    await desks.act(mail("chuyenvien2", "skhcn"), caseId, { verb: "approve" });
  }
  const draftVersion = await desks.draft(mail("chuyenvien2", "skhcn"), LIST);
  await desks.act(mail("chuyenvien2", "skhcn"), LIST, { verb: "freeze", draftVersion, missing: [] });
}

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
  desks = new Desks(servers.url);
  await openCases();
  await toOpinions();
}, 240_000);

afterAll(async () => {
  await desks?.leave();
  await browser?.close();
  await servers?.stop();
}, 60_000);

async function as(desk: string, unit: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await Person.signIn(browser, servers.url, mail(desk, unit));
  try {
    await work(person);
  } catch (error) {
    await person.picture(`failed-${desk}-${unit}`);
    throw error;
  } finally {
    await person.leave();
  }
}

/** The page as it is on a desk and on a phone: nothing to read sideways, nothing for axe to complain of. */
async function look(person: Person, name: string): Promise<void> {
  const { page } = person;
  // A colour half-way between two states is in neither of them.
  await page.waitForFunction(
    () =>
      document.querySelector(".MuiSkeleton-root, [aria-busy='true']") === null && document.getAnimations().length === 0,
  );
  expect(await axeComplaints(page)).toEqual([]);
  await person.picture(name);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 360);
  expect(await axeComplaints(page)).toEqual([]);
  await person.picture(`${name}-phone`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const cellOf = (person: Person, row: number, column: number) =>
  person.page.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`);

async function type(person: Person, row: number, column: number, text: string): Promise<void> {
  await cellOf(person, row, column).click();
  await person.page.keyboard.type(text);
  await person.page.keyboard.press("Enter");
}

async function recorded(person: Person): Promise<void> {
  await person.page.getByText("Đã ghi nhận từng dòng").first().waitFor();
}

describe("a funding list, desk by desk", () => {
  it("is read as table C by the departments, each asked about its own lines", async () => {
    await as("thutruong", "stc", async (person) => {
      await person.goTo(`/cases/${LIST}`);
      await person.page.getByText("Đơn vị tính: triệu đồng").waitFor();
      await person.page.getByText("Chưa trả lời").first().waitFor();
      await look(person, "list-opinions");
      await person.button("Cho ý kiến").click();
      await type(person, 0, 6, "800.000.000");
      await type(person, 0, 7, "Theo định mức chi");
      await look(person, "list-opinion-form");
      await person.button("Gửi ý kiến").click();
      await recorded(person);
    });
    await as("thutruong", "skhdt", async (person) => {
      await person.goTo(`/cases/${LIST}/lines/opine`);
      await person.button(/^Thống nhất số đề nghị/).click();
      await type(person, 0, 5, "khong thong nhat");
      await type(person, 0, 7, "Chưa có trong kế hoạch đầu tư công trung hạn");
      await person.button("Gửi ý kiến").click();
      await recorded(person);
    });
  });

  it("goes up once the differences are explained", async () => {
    await as("truongphong", "skhcn", async (person) => {
      await person.goTo(`/cases/${LIST}`);
      await person.button("Phê duyệt").click();
      await type(person, 0, 6, "900.000.000");
      await person.button(/^Lấy lý do của cơ quan thẩm định/).click();
      await look(person, "list-explain");
      await person.button("Duyệt giải trình, trình Giám đốc").click();
      await recorded(person);
    });
    await desks.act(mail("thutruong", "skhcn"), LIST, { verb: "approve", mark: "own" });
    await desks.act(mail("vanthu", "skhcn"), LIST, { verb: "issue" });
    await desks.act(mail("chuyenvien", "vp-ubnd"), LIST, { verb: "approve" });
  });

  it("is decided line by line, what is the council's is referred to it", async () => {
    await as("chutich", "ubnd-tinh", async (person) => {
      await person.goTo(`/cases/${LIST}/lines/decide-lines`);
      await person.button(/^Duyệt theo đề xuất/).click();
      await type(person, 1, 7, "trinh hdnd");
      await type(person, 1, 9, "Vốn đầu tư thuộc thẩm quyền HĐND tỉnh");
      await look(person, "list-decision");
      await person.button(/^Gửi quyết định/).click();
      await recorded(person);
      await look(person, "list-decided");
      await person.goTo(`/cases/${LIST}`);
      await person.page.getByText("Chờ HĐND").first().waitFor();
      await look(person, "list-council");
      await person.goTo(`/cases/${LIST}/lines/decide-lines`);
      await person.page.getByRole("heading", { name: "Dòng chờ HĐND" }).waitFor();
      await look(person, "list-defer");
    });
  });

  it("goes on by the resolution that the office of UBND records", async () => {
    await as("chuyenvien", "vp-ubnd", async (person) => {
      await person.goTo(`/cases/${LIST}`);
      await person.button("Ghi nghị quyết").click();
      await person.page.getByLabel("Số, ký hiệu").fill("15/NQ-HĐND");
      await person.page.getByLabel("Ngày ban hành").fill("2026-12-08");
      await person.page.getByLabel("Trích yếu").fill("Phân bổ vốn đầu tư công năm 2027");
      await look(person, "list-resolution");
      await person.button("Ghi nghị quyết").click();
      await recorded(person);
    });
    await as("chutich", "ubnd-tinh", async (person) => {
      await person.goTo(`/cases/${LIST}/lines/decide-lines`);
      for (const verb of [/^Duyệt theo đề xuất/, /^Gửi quyết định/]) await person.button(verb).click();
      await recorded(person);
      await person.goTo(`/cases/${LIST}?tab=progress`);
      await person.page.getByText("Nghị quyết 15/NQ-HĐND ngày 08/12/2026").first().waitFor();
      await look(person, "list-history");
    });
  });

  it("answers the agency line by line, with the reasons and the number of the decision", async () => {
    await desks.act(mail("chutich", "ubnd-tinh"), LIST, { verb: "approve", mark: "TM." });
    await desks.act(mail("vanthu", "vp-ubnd"), LIST, { verb: "issue" });
    await as("chuyenvien", "syt", async (person) => {
      await person.goTo("/cases/funding-request-kits");
      await person.page.getByText("Kết quả từng dòng của đề nghị").waitFor();
      await person.page.getByText(/Giao theo \d+\/QĐ-UBND/).waitFor();
      await look(person, "request-fate");
    });
  });
});
