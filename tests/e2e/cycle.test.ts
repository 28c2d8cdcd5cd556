import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accounts, type Account } from "../api/support/accounts.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { Person } from "./browser.ts";

let servers: Servers;
let browser: BrowserContext;
const REPORT = "/cases/annual-report-2026-syt";
const DOSSIER = "/cases/consolidated-report-2026";
const sections = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await servers?.stop();
}, 60_000);

async function as(account: Account, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await Person.signIn(browser, servers.url, accounts[account]);
  try {
    await work(person);
  } catch (error) {
    await person.picture(`failed-${account}`);
    throw error;
  } finally {
    await person.leave();
  }
}

/** One sign-off on a case page, with its receipt. */
const decide = (account: Account, path: string, verb: string): Promise<void> =>
  as(account, async (person) => {
    await person.goTo(path);
    await person.button(verb).click();
    await person.confirm();
    expect(await person.receipt()).toContain("Mã biên nhận");
  });

const submitDraft = async (person: Person): Promise<string> => {
  await person.goTo(`${REPORT}/draft`);
  await person.button(/Kiểm tra và trình/).click();
  await person.button("Trình báo cáo").click();
  await person.confirm();
  return person.receipt();
};

describe("the 2026 cycle in a browser", () => {
  it("is opened by hand, with one report for each of the 44 agencies", async () => {
    await as("admin", async (person) => {
      await person.goTo("/cycles");
      await person.button("Mở kỳ năm 2026").click();
      await person.dialog.getByRole("button", { name: "Mở kỳ năm 2026" }).click();
      // Leaving the page at once would take the request back before it is sent.
      await person.dialog.waitFor({ state: "hidden" });
      await expect
        .poll(
          async () => {
            await person.goTo("/cycles/annual-report-2026");
            await person.page.getByRole("heading", { level: 1 }).waitFor();
            return person.page.locator("main").innerText();
          },
          { timeout: 30_000, interval: 1_000 },
        )
        .toContain("trên 44 cơ quan phải báo cáo");
      await person.picture("cycle-board");
    });
  });

  it("lets the clerk answer every section and submit once, with a receipt that names the next desk", async () => {
    await as("clerk", async (person) => {
      await person.goTo(`${REPORT}/draft`);
      await person.page.getByLabel(/Người lập/).fill("Chuyên viên Sở Y tế");
      await person.page.getByLabel(/Điện thoại/).fill("0235 000 000");
      for (const section of sections) {
        await person.button(new RegExp(`^${section}\\. `)).click();
        await person.page.getByRole("heading", { name: new RegExp(`^${section}\\. `) }).waitFor();
        await person.page.getByRole("checkbox", { name: /Không phát sinh/ }).check();
      }
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await person.picture("draft");
      expect(await submitDraft(person)).toContain("Trưởng phòng, Sở Y tế");
    });
  });

  it("comes back for revision with a reason, and goes up again", async () => {
    await decide("reviewer", REPORT, "Phê duyệt");
    await decide("head", REPORT, "Ký duyệt");
    await decide("records", REPORT, "Cấp số, phát hành");
    await as("officer", async (person) => {
      await person.goTo("/");
      await person.page.getByRole("link", { name: "Mở việc gấp nhất" }).waitFor();
      await person.picture("home");
      await person.goTo(REPORT);
      await person.button("Trả lại").waitFor();
      await person.phonePicture("phone");
      await person.button("Trả lại").click();
      await person.dialog.getByLabel(/Loại lý do/).selectOption({ label: "Thiếu nội dung" });
      await person.dialog.getByLabel(/Nêu rõ để người soạn/).fill("Bổ sung biểu 03 về kinh phí");
      await person.picture("return");
      await person.confirm();
      await person.receipt();
    });
    await as("clerk", async (person) => {
      await person.goTo(REPORT);
      await person.page.getByText("Bổ sung biểu 03 về kinh phí").first().waitFor();
      await submitDraft(person);
    });
    await decide("reviewer", REPORT, "Phê duyệt");
    await decide("head", REPORT, "Ký duyệt");
    await decide("records", REPORT, "Cấp số, phát hành");
    await decide("officer", REPORT, "Tiếp nhận");
  });

  it("is consolidated with a reason for every agency that is missing", async () => {
    await as("officer", async (person) => {
      await person.goTo("/cycles/annual-report-2026/desk");
      await person.page.getByRole("textbox").first().fill("Tổng hợp sớm để kịp kỳ họp tháng 12");
      await person.button("Bắt đầu tổng hợp sớm").click();
      await person.page.getByLabel("Đánh giá chung của Sở").fill("Việc triển khai đúng tiến độ kế hoạch.");
      await person.page.getByLabel("Đề xuất, kiến nghị của Sở").fill("Đề nghị bố trí kinh phí năm 2027.");
      await person.picture("desk");
      await person.button("Chốt tổng hợp và trình").click();
      await person.dialog.getByLabel("Lý do chung cho mọi cơ quan chưa có báo cáo").fill("Chưa có báo cáo");
      await person.dialog.getByRole("button", { name: "Điền cho các dòng còn trống" }).click();
      await person.dialog.getByRole("button", { name: "Chốt và trình" }).click();
      await person.receipt();
    });
  });

  it("goes through the department and UBND to published", async () => {
    await decide("division", DOSSIER, "Phê duyệt");
    await decide("director", DOSSIER, "Ký duyệt");
    await decide("departmentRecords", DOSSIER, "Cấp số, phát hành");
    await decide("office", DOSSIER, "Thẩm tra, trình");
    await decide("viceChair", DOSSIER, "Phê duyệt");
    await decide("officeRecords", DOSSIER, "Cấp số, phát hành");
    await as("clerk", async (person) => {
      await person.goTo(REPORT);
      await person.page.getByText("Đã tổng hợp").first().waitFor();
      await person.page.getByText("Thông tin chung").first().waitFor();
      await person.picture("case");
    });
  });
});
