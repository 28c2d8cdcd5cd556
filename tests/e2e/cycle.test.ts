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
/** Answered with "Không phát sinh"; the others are the four tables, filled in. */
const nothing = ["I", "V", "VI", "VIII", "IX"];
/** As some keyboards write it: letters and marks apart. */
const OBSTACLE = "Thiếu phòng xét nghiệm đạt chuẩn".normalize("NFD");

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

  it("takes an agency out and back again from the cycle board, and the agency reads why", async () => {
    const standing = async (from: string, to: string, reason: string): Promise<void> =>
      as("officer", async (person) => {
        await person.goTo("/cycles/annual-report-2026");
        await person.button(`${from} Sở Công Thương ${to}`).click();
        await person.dialog.getByLabel(/Lý do/).fill(reason);
        await person.dialog.getByRole("button", { name: /^Đưa/ }).click();
        await person.receipt();
      });
    const shown = (words: string): Promise<void> =>
      as("stranger", async (person) => {
        await person.goTo("/cases/annual-report-2026-sct");
        await person.page.getByText(words).first().waitFor();
      });
    await standing("Đưa", "ra khỏi kỳ báo cáo", "Chờ quyết định hợp nhất");
    await shown("Chờ quyết định hợp nhất");
    await standing("Đưa", "trở lại kỳ báo cáo", "Chưa hợp nhất trong năm");
    await shown("Đang soạn thảo");
  });

  it("lets the clerk fill in the four tables and submit once, with a receipt that names the next desk", async () => {
    await as("clerk", async (person) => {
      const { page } = person;
      const cell = (name: string, row: number) => page.getByLabel(`${name}, Dòng ${row}`, { exact: true });
      const openSection = async (section: string): Promise<void> => {
        await person.button(new RegExp(`^${section}\\. `)).click();
        await page.getByRole("heading", { name: new RegExp(`^${section}\\. `) }).waitFor();
      };
      await person.goTo(`${REPORT}/draft`);
      await page.getByLabel(/Người lập/).fill("Chuyên viên Sở Y tế");
      await page.getByLabel(/Điện thoại/).fill("0235 000 000");
      for (const section of nothing) {
        await openSection(section);
        await page.getByRole("checkbox", { name: /Không phát sinh/ }).check();
      }
      await openSection("II");
      const led = await page.getByLabel(/^Tiến độ \(%\), Dòng \d+$/).count();
      expect(led).toBeGreaterThan(0);
      for (let row = 1; row <= led; row += 1) {
        await cell("Sản phẩm, kết quả", row).fill("Đã ban hành kế hoạch");
        await cell("Tiến độ (%)", row).fill("40");
        await cell("Trạng thái", row).selectOption({ label: "Đang thực hiện" });
      }
      await openSection("III");
      await page.getByRole("button", { name: /^Thêm dòng: Biểu 02/ }).click();
      await cell("Mã", 1).selectOption("II.2.a.2");
      await cell("Đánh giá (chỉ tiêu định tính)", 1).fill("Đạt mức khá");
      await openSection("IV");
      await page.getByRole("button", { name: /^Thêm dòng: Biểu 03/ }).click();
      await cell("Mã nhiệm vụ", 1).selectOption("III.3.b.1");
      await cell("Nguồn", 1).selectOption("IV.1.TX.DP");
      await cell("Dự toán giao", 1).pressSequentially("1.205.000.000");
      await cell("Số quyết định giao", 1).fill("15/QĐ-UBND");
      await cell("Thực hiện", 1).pressSequentially("900000000");
      await cell("Giải ngân", 1).pressSequentially("800.000.000");
      await openSection("VII");
      await page.getByRole("button", { name: /^Thêm dòng: Biểu 04/ }).click();
      await cell("Nội dung vướng mắc", 1).pressSequentially(OBSTACLE);
      await cell("Đề xuất", 1).fill("Bố trí vốn đầu tư");
      await cell("Cấp giải quyết", 1).selectOption({ label: "UBND tỉnh" });
      await cell("Trạng thái", 1).selectOption({ label: "Chưa giải quyết" });
      await page.keyboard.press("Control+s");
      await page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await person.picture("draft");
      expect(await submitDraft(person)).toContain("Trưởng phòng, Sở Y tế");
    });
  });

  it("is read outside the agency only when it has been sent, with its sums and in composed letters", async () => {
    await as("officer", async (person) => {
      await person.goTo(REPORT);
      await person.page.getByText("Chưa có nội dung dành cho anh/chị").waitFor();
    });
    await decide("reviewer", REPORT, "Phê duyệt");
    await decide("head", REPORT, "Ký duyệt");
    await decide("records", REPORT, "Cấp số, phát hành");
    await as("officer", async (person) => {
      await person.goTo(REPORT);
      const report = person.page.getByRole("main");
      await report.getByText(OBSTACLE.normalize("NFC")).first().waitFor();
      expect(await report.innerText()).toContain("1.205");
    });
  });

  it("comes back for revision with a reason, and goes up again", async () => {
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
      await person.goTo(`${REPORT}/draft?section=IV`);
      await person.page.getByLabel("Giải ngân, Dòng 1", { exact: true }).fill("900000000");
      await person.page.getByText("Có thay đổi chưa lưu").waitFor();
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await submitDraft(person);
    });
    await decide("reviewer", REPORT, "Phê duyệt");
    await decide("head", REPORT, "Ký duyệt");
    await decide("records", REPORT, "Cấp số, phát hành");
    await as("officer", async (person) => {
      await person.goTo(REPORT);
      const disbursed = async (version: number, amount: string): Promise<void> => {
        await person.page.getByLabel("Bản nội dung").selectOption(String(version));
        await person.page.getByText(`Bản nội dung số ${version}`).waitFor();
        expect(await person.page.getByRole("tabpanel").innerText()).toContain(amount);
      };
      await disbursed(1, "800");
      await disbursed(2, "900");
    });
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
    await as("officer", async (person) => {
      await person.goTo(DOSSIER);
      await person.page.getByText("Đã ban hành").first().waitFor();
      expect(await person.page.getByRole("main").innerText()).toMatch(/01\/BC-UBND/);
      await person.page.getByRole("tab", { name: "Tiến trình" }).click();
      await person.page
        .getByText(/^Chưa có báo cáo: .*Sở Công Thương/)
        .first()
        .waitFor();
    });
    await as("clerk", async (person) => {
      await person.goTo(REPORT);
      await person.page.getByText("Đã tổng hợp").first().waitFor();
      await person.page.getByText("Thông tin chung").first().waitFor();
      await person.picture("case");
    });
  });

  it("counts a notice as read once somebody has gone where it points", async () => {
    await as("clerk", async (person) => {
      await person.goTo("/notices");
      const unread = person.page.locator("li", { hasText: "Chưa đọc" });
      await unread.first().waitFor();
      const before = await unread.count();
      await unread.first().getByRole("link").click();
      await person.page.getByRole("tab", { name: "Nội dung" }).waitFor();
      await expect
        .poll(
          async () => {
            await person.goTo("/notices");
            await person.page.locator("main li").first().waitFor();
            return unread.count();
          },
          { timeout: 20_000, interval: 500 },
        )
        .toBe(before - 1);
    });
  });
});
