import type { BrowserContext } from "playwright-core";
import { localDate, yearOf } from "../../domain/calendar/local-time.ts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accounts, type Account } from "../api/support/accounts.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { Person } from "./browser.ts";
import { Desks } from "./support/desks.ts";
import { LIST, ROUND, roundOpening } from "./support/round.ts";

let servers: Servers;
let browser: BrowserContext;
let requestPath = "";
const { round, closesOn } = roundOpening;
const DESK = `/rounds/${ROUND}/desk`;

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await servers?.stop();
}, 60_000);

async function as(account: Account | "accountant", work: (person: Person) => Promise<void>): Promise<void> {
  const email = account === "accountant" ? "ketoan.syt@demo.trinhky.vn" : accounts[account];
  const person = await Person.signIn(browser, servers.url, email);
  try {
    await work(person);
  } catch (error) {
    await person.picture(`failed-round-${account}`);
    throw error;
  } finally {
    await person.leave();
  }
}

/** One sign-off on the request's page, with its receipt. */
const decide = (account: Account | "accountant", verb: string): Promise<void> =>
  as(account, async (person) => {
    await person.goTo(requestPath);
    await person.button(verb).click();
    await person.confirm();
    expect(await person.receipt()).toContain("Mã biên nhận");
  });

const upToTheDepartment = async (): Promise<void> => {
  await decide("accountant", "Thẩm tra, trình");
  await decide("head", "Ký duyệt");
  await decide("records", "Cấp số, phát hành");
};

const fields: [RegExp, string][] = [
  [/Tên nội dung đề nghị/, "Ứng dụng công nghệ sinh học trong chẩn đoán"],
  [/Thực hiện từ ngày/, `01/12/${round.budgetYear}`],
  [/Đến ngày/, `31/12/${round.budgetYear}`],
  [/Người lập/, "Chuyên viên Sở Y tế"],
  [/Điện thoại/, "0235 000 000"],
];

/** As it comes from a spreadsheet. */
async function paste(person: Person, sheet: RegExp, rows: readonly (readonly string[])[]): Promise<void> {
  const region = person.page.getByRole("region", { name: sheet });
  await region.getByRole("button", { name: /Thêm dòng/ }).click();
  await region.getByRole("gridcell").first().click();
  const block = rows.map((row) => row.join("\t")).join("\n");
  await person.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, block);
}

const submit = async (person: Person): Promise<string> => {
  await person.goTo(`${requestPath}/draft?section=check`);
  await person.button(/^Trình/).click();
  await person.confirm();
  return person.receipt();
};

describe("a funding round in a browser", () => {
  it("is opened by an administrator, who sees the real term before", async () => {
    await as("admin", async (person) => {
      await person.goTo("/cycles");
      await person.button("Mở đợt kinh phí").click();
      await person.dialog.getByLabel(/Cửa sổ ngân sách/).selectOption({ label: "Bổ sung trong năm" });
      await person.dialog.getByLabel(/Tên đợt/).fill(round.name);
      await person.dialog.getByLabel(/Năm ngân sách/).fill(String(round.budgetYear));
      await person.dialog.getByLabel(/Ngày cuối nhận đề nghị/).fill("2026-01-01");
      await person.dialog.getByText(/Ngày này đã qua/).waitFor();
      await person.dialog.getByLabel(/Ngày cuối nhận đề nghị/).fill(closesOn);
      await person.dialog.getByText(/Hạn tính thực tế: hết ngày/).waitFor();
      await person.picture("round-open");
      await person.dialog.getByRole("button", { name: "Mở đợt kinh phí" }).click();
      await person.page.getByText(`Đã mở đợt: ${round.name}.`).waitFor();
    });
  });

  it("lets a specialist begin a request from the first screen", async () => {
    await as("clerk", async (person) => {
      await person.goTo("/");
      await person.page.getByText(/còn 20 ngày/).waitFor();
      await person.picture("round-home");
      await person.button("Lập đề nghị").click();
      await person.dialog.getByRole("button", { name: "Lập đề nghị" }).click();
      await person.page.waitForURL(/\/cases\/funding-request-[0-9a-f-]+\/draft/);
      requestPath = new URL(person.page.url()).pathname.replace("/draft", "");
    });
  });

  it("is filled in, with tables pasted from a spreadsheet, and submitted", async () => {
    await as("clerk", async (person) => {
      await person.goTo(`${requestPath}/draft`);
      await person.page.getByLabel(/Loại kinh phí/).selectOption({ label: "Chi thường xuyên" });
      await person.page.getByLabel(/Nhiệm vụ của Kế hoạch/).selectOption("III.3.b.1");
      for (const [label, value] of fields) await person.page.getByLabel(label).fill(value);
      await person.button(/^Căn cứ/).click();
      await person.button(/Thêm dòng/).click();
      const ground = ["2753/KH-UBND", "19/04/2024", "UBND tỉnh", "Triển khai kế hoạch"];
      const cells = person.page.getByRole("table").getByRole("textbox");
      for (const [index, value] of ground.entries()) await cells.nth(index).fill(value);
      await person.button(/^Sự cần thiết/).click();
      for (const label of [/^Sự cần thiết/, /^Mục tiêu/, /^Nội dung, khối lượng/, /^Sản phẩm/]) {
        await person.page.getByRole("textbox", { name: label }).fill("Theo Kế hoạch 2753/KH-UBND");
      }
      await person.button(/^Nguồn kinh phí theo năm/).click();
      const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
      const amounts = years.map((year) => (year === round.budgetYear ? "1.205.000.000" : ""));
      await paste(person, /Bảng A/, [["IV.1.TX.DP", ...amounts]]);
      await person.button(/^Dự toán chi tiết/).click();
      await person.page.getByLabel(/Thuyết minh cơ sở tính/).fill("Theo định mức và báo giá");
      await paste(person, /Bảng B/, [
        ["Bộ kít xét nghiệm", "bộ", "100,5", "10.000.000", "", "IV.1.TX.DP", "Báo giá 12/BG"],
        ["Tập huấn", "lớp", "4", "50.000.000", "", "IV.1.TX.DP", "Định mức 36/2018/TT-BTC"],
      ]);
      await person.picture("round-grid");
      await person.button(/^Đã bố trí ở nguồn khác/).click();
      await person.page.getByLabel(/Chưa bố trí ở nguồn nào khác/).selectOption({ label: "Có" });
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      expect(await submit(person)).toContain("Kế toán, Sở Y tế");
    });
  });

  it("is taken back by the head after it was sent, and sent again", async () => {
    await upToTheDepartment();
    await as("head", async (person) => {
      await person.goTo(requestPath);
      await person.button("Rút đề nghị").click();
      await person.dialog.getByLabel(/Lý do/).fill("Rà soát lại định mức");
      await person.confirm();
      await person.receipt();
    });
    await as("clerk", async (person) => {
      await submit(person);
    });
    await decide("head", "Ký duyệt");
    await decide("records", "Cấp số, phát hành");
    await decide("officer", "Thẩm tra, trình");
  });

  it("goes into the list that the department's desk freezes", async () => {
    await as("officer", async (person) => {
      await person.goTo(`/rounds/${ROUND}`);
      await person.page.getByText("1.205.000.000").first().waitFor();
      await person.picture("round-board");
      await person.phonePicture("round-board-phone");
      await person.goTo(DESK);
      await person.page.getByRole("textbox").first().fill("Kịp kỳ họp HĐND");
      await person.button("Lập danh mục sớm").click();
      await person.page.getByLabel(/Ghi chú cho đề nghị của Sở Y tế/).fill("Ưu tiên 1");
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await person.picture("round-desk");
      await person.phonePicture("round-desk-phone");
      await person.button("Chốt tổng hợp và trình").click();
      await person.dialog.getByRole("button", { name: "Chốt và trình" }).click();
      expect(await person.receipt()).toContain("Sở Tài chính");
    });
  });

  it("is decided in part and assigned; what is spent is reported on its line", async () => {
    const desks = new Desks(servers.url);
    const mail = (desk: string, unit: string): string => `${desk}.${unit}@demo.trinhky.vn`;
    const [line = ""] = await desks.linesOf(mail("ketoan", "syt"), requestPath.split("/").at(-1) ?? "");
    const reason = "Khả năng cân đối ngân sách";
    const part = { line, amount: 1_000_000_000, reason };
    const position = "agree-with-changes";
    await desks.act(mail("thutruong", "stc"), LIST, { verb: "opine", position, amounts: [{ ...part, position }] });
    await desks.act(mail("truongphong", "skhcn"), LIST, { verb: "approve", proposals: [part] });
    await desks.act(mail("thutruong", "skhcn"), LIST, { verb: "approve", mark: "own" });
    await desks.act(mail("vanthu", "skhcn"), LIST, { verb: "issue" });
    await desks.act(mail("chuyenvien", "vp-ubnd"), LIST, { verb: "approve" });
    const decisions = [{ ...part, decision: "approve-in-part" }];
    await desks.act(mail("chutich", "ubnd-tinh"), LIST, { verb: "decide-lines", decisions });
    await desks.act(mail("chutich", "ubnd-tinh"), LIST, { verb: "approve", mark: "TM." });
    await desks.act(mail("vanthu", "vp-ubnd"), LIST, { verb: "issue" });
    await desks.leave();
    await as("accountant", async (person) => {
      await person.goTo(`/money/lines/${line}`);
      await person.page.getByText("1.000.000.000").first().waitFor();
      // Assigned today: nothing can be owed for quarters that were over before.
      expect(await person.page.getByRole("heading", { name: "Báo cáo giải ngân đến hạn" }).count()).toBe(0);
      await person.picture("money-line");
      const report = person.button("Báo cáo giải ngân");
      // A round that closes next year assigns money whose periods have not begun: nothing to report, no button.
      if (yearOf(localDate(Date.now())) < round.budgetYear) {
        expect(await report.count()).toBe(0);
        return;
      }
      await report.click();
      await person.dialog.getByLabel(/Số tiền/).fill("400.000.000");
      await person.dialog.getByLabel(/Khối lượng hoàn thành/).fill("35");
      await person.dialog.getByRole("button", { name: "Gửi báo cáo giải ngân" }).click();
      await person.page.getByText("600.000.000").first().waitFor();
    });
    await as("officer", async (person) => {
      await person.goTo("/money");
      await person.page.getByText("1.000.000.000").first().waitFor();
      await person.picture("money");
      await person.phonePicture("money-phone");
    });
  });
});
