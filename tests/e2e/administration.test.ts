import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { annualReport } from "../../domain/pipelines/index.ts";
import { closeDb, createDb } from "../../store/index.ts";
import { accounts } from "../api/support/accounts.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { Person } from "./browser.ts";

let servers: Servers;
let browser: BrowserContext;
let admin: Person;
const NEXT = annualReport.version + 1;
const NEWCOMER = { id: "newcomer", name: "Chuyên viên mới", email: "moi.syt@quangnam.example" };

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
  await addNewcomer();
  admin = await Person.signIn(browser, servers.url, accounts.admin);
  await openCycle();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await servers?.stop();
}, 60_000);

/** Somebody whom the directory knows and who cannot sign in yet. */
async function addNewcomer(): Promise<void> {
  const db = createDb(servers.databaseUrl, { max: 1 });
  const { id, name, email } = NEWCOMER;
  await db.pool.query(`INSERT INTO "Person" ("id", "name", "email") VALUES ($1, $2, $3)`, [id, name, email]);
  await db.pool.query(
    `INSERT INTO "Post" ("id", "personId", "unitCode", "role", "from")
     VALUES (gen_random_uuid(), $1, 'SYT', 'specialist', '2026-01-01')`,
    [id],
  );
  await closeDb(db);
}

async function openCycle(): Promise<void> {
  const { request } = admin.page.context();
  const headers = { origin: servers.url };
  const data = { kind: "annual-report", year: 2026 };
  expect((await request.post(`${servers.url}/api/v1/campaigns`, { data, headers })).status()).toBe(200);
  const open = async () => {
    const answer = await request.get(`${servers.url}/api/v1/pipelines/annual-report/versions/${annualReport.version}`);
    return ((await answer.json()) as { openCases: number }).openCases;
  };
  await vi.waitFor(async () => expect(await open()).toBe(44), { timeout: 60_000, interval: 500 });
}

/** The content is checked by the head, at a step of another name. */
function secondVersion(): Pipeline {
  const { draft, review, check, ...steps } = annualReport.steps;
  if (draft?.kind !== "submit" || review?.kind !== "decide" || check?.kind !== "branch")
    throw new Error("table changed");
  const when = check.when.map((arm) => ({ ...arm, to: "content-check" }));
  const by = { party: "owner", roles: ["head"] } as const;
  return {
    ...annualReport,
    steps: {
      "first-draft": draft,
      check: { ...check, when },
      "content-check": { ...review, by, on: { ...review.on, return: ["first-draft"] } },
      ...Object.fromEntries(
        Object.entries(steps).map(([id, step]) => [
          id,
          JSON.parse(
            JSON.stringify(step).replaceAll('"draft"', '"first-draft"').replaceAll('"review"', '"content-check"'),
          ),
        ]),
      ),
    },
    start: "first-draft",
  };
}

const chooseFile = async (person: Person, table: object): Promise<void> =>
  person.page.locator('input[type="file"]').setInputFiles({
    name: "quy-trinh.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(table, null, 2)),
  });

const selected = (person: Person): Promise<string> =>
  person.page.getByLabel("Bảng quy trình (JSON)").evaluate((area) => {
    const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });

describe("an administrator and the pipelines", () => {
  it("sees each step with its holders, its term and the cases that wait there, drawn and as a list", async () => {
    await admin.goTo("/pipelines");
    await admin.page.getByRole("link", { name: "Báo cáo năm" }).click();
    await admin.button(/^Soạn thảo/).click();
    await admin.page.getByText("Hạn chung của hồ sơ").first().waitFor();
    await admin.page.getByText("44 hồ sơ").first().waitFor();
    await admin.picture("pipeline");
    await admin.button("Danh sách").click();
    await admin.page.getByRole("link", { name: "Xem các hồ sơ ở bước Soạn thảo" }).click();
    await admin.page.getByText("Chỉ các hồ sơ của quy trình annual-report ở bước draft").waitFor();
  });

  it("uploads a table that is not right and is led to each place, with the reason", async () => {
    await admin.goTo("/pipelines/annual-report/edit");
    await chooseFile(admin, { ...annualReport, start: "nowhere" });
    await admin.page.getByText(/Chưa ban hành được: \d+ lỗi/).waitFor();
    await admin.picture("pipeline-findings");
    await admin.button(/^Đến chỗ này: .*nowhere/).click();
    expect(await selected(admin)).toContain('"start": "nowhere"');
    expect(await admin.button(/^Ban hành phiên bản/).isDisabled()).toBe(true);
  });

  it("is told the line of a text that is no JSON", async () => {
    await admin.page.getByLabel("Bảng quy trình (JSON)").fill('{\n  "id": "annual-report",\n}');
    await admin.button("Kiểm tra").click();
    await admin.page.getByText("Dòng 3, cột 1: chưa đúng JSON").waitFor();
  });

  it("sees what the next version changes, and publishes it; a second one made on the same version hears who was faster", async () => {
    const late = await admin.page.context().newPage();
    await late.goto(`${servers.url}/pipelines/annual-report/edit`);
    await late.getByText("Bảng chưa được kiểm tra").waitFor();

    await chooseFile(admin, secondVersion());
    await admin.page.getByText("Ban hành được").waitFor();
    await admin.page.getByText("Bỏ bước “Kiểm tra nội dung (review)”").waitFor();
    await admin.page.getByLabel(/Lý do ban hành/).fill("Quy chế làm việc mới");
    await admin.picture("pipeline-publish");
    await admin.button(`Ban hành phiên bản ${NEXT}`).click();
    await admin.page.getByText(`Đã ban hành phiên bản ${NEXT}`).waitFor();

    const other = { ...annualReport, name: { vi: "Báo cáo hằng năm", en: "Yearly report" } };
    await late
      .locator('input[type="file"]')
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(other)) });
    await late.getByLabel(/Lý do ban hành/).fill("Đổi tên");
    await late.getByRole("button", { name: `Ban hành phiên bản ${NEXT}` }).click();
    await late.getByText(new RegExp(`đã ban hành phiên bản ${NEXT} của annual-report lúc`)).waitFor();
    await late.getByRole("button", { name: "So với phiên bản mới nhất, giữ phần đang sửa" }).click();
    await late.getByText(`Khác phiên bản ${NEXT} ở đâu`).waitFor();
    await late.close();
  });

  it("previews the migration of the running cases, starts it and sees the result of each", async () => {
    await admin.page.getByRole("link", { name: "Xem trước việc chuyển hồ sơ" }).click();
    await admin.page.getByText("Không chuyển được").first().waitFor();
    await admin.page.getByLabel("“Soạn thảo” nay là").selectOption("first-draft");
    await admin.page.getByLabel("“Kiểm tra nội dung” nay là").selectOption("content-check");
    await admin.page.getByText("Chuyển được", { exact: true }).first().waitFor();
    await admin.picture("migration-preview");
    await admin.page.getByLabel(/Lý do chuyển/).fill("Áp dụng quy chế mới");
    await admin.button("Chuyển 44 hồ sơ").click();
    await admin.page.getByText("44 trên 44 hồ sơ đã có kết quả").waitFor({ timeout: 60_000 });
    const results = admin.page.getByRole("table", { name: "Bảng: Kết quả từng hồ sơ" });
    await expect.poll(() => results.getByText("Đã chuyển", { exact: true }).count(), { timeout: 20_000 }).toBe(44);
    await admin.picture("migration");
  });
});

describe("an administrator and the calendar", () => {
  it("moves a day, sees which due dates move by it, saves, and sees everything told", async () => {
    await admin.goTo("/calendar-admin");
    await admin.button(/^Thứ Hai 30\/11\/2026/).click();
    await admin.dialog.getByRole("radio", { name: "Nghỉ lễ, Tết" }).check();
    await admin.dialog.getByLabel(/Căn cứ/).fill("Thông báo 12/TB-UBND");
    await admin.dialog.getByRole("button", { name: "Ghi vào bản sửa" }).click();
    await admin.page.getByText(/tính thực tế hết 01\/12\/2026/).waitFor();
    await admin.picture("calendar");
    await admin.button("Xem ảnh hưởng và lưu").click();
    await admin.dialog.getByText(/^45 hạn dời/).waitFor();
    expect(await admin.dialog.getByRole("row", { name: /Sở Y tế/ }).innerText()).toMatch(/30\/11\/2026\s+01\/12\/2026/);
    await admin.picture("calendar-review");
    await admin.dialog.getByLabel(/Lý do thay đổi/).fill("Nghỉ hoán đổi theo thông báo của UBND tỉnh");
    await admin.dialog.getByRole("button", { name: "Lưu và báo cho hồ sơ đang mở" }).click();
    await admin.dialog.getByText("Đã lưu, thay đổi số 1").waitFor();
    await admin.dialog.getByRole("button", { name: "Đóng" }).click();
    await admin.page.getByText(/^45 dời hạn/).waitFor({ timeout: 60_000 });
    await admin.button("Kết quả từng hồ sơ của thay đổi số 1").click();
    const results = admin.page.getByRole("table", { name: "Kết quả từng hồ sơ của thay đổi số 1" });
    expect(await results.getByRole("row", { name: /Kỳ báo cáo: Báo cáo năm 2026/ }).innerText()).toContain("Dời hạn");
    await admin.page.getByRole("button", { name: "Trang sau" }).click();
    await results.getByText("Kỳ báo cáo").waitFor({ state: "detached" });
    await admin.picture("calendar-changes");
  });
});

describe("an administrator and the accounts", () => {
  it("opens one for a person without, who then signs in with the password that was shown", async () => {
    await admin.goTo("/people");
    await admin.page.getByLabel("Tìm theo tên hoặc thư điện tử").fill("chuyên viên mới");
    await admin.button("Mở tài khoản cho Chuyên viên mới").click();
    await admin.dialog.getByRole("button", { name: "Mở tài khoản" }).click();
    await admin.dialog.getByText("Nêu lý do.").waitFor();
    await admin.dialog.getByLabel(/Lý do/).fill("Nhận nhiệm vụ từ 01/12");
    await admin.dialog.getByRole("button", { name: "Mở tài khoản" }).click();
    const password = await admin.dialog.locator("[data-password]").innerText();
    await admin.picture("account");
    await admin.dialog.getByRole("button", { name: "Đóng" }).click();
    await admin.button("Đóng tài khoản của Chuyên viên mới").waitFor();
    const newcomer = await Person.signIn(browser, servers.url, NEWCOMER.email, password);
    await newcomer.page
      .getByText(/Chuyên viên mới/)
      .first()
      .waitFor();
    await newcomer.leave();
  });
});
