import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { axeComplaints } from "./support/axe.ts";
import { startPages, type Pages } from "./support/pages.ts";

let pages: Pages;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await startPages();
  context = await launchChromium();
}, 120_000);

afterAll(async () => {
  await context.close();
  await pages.stop();
});

beforeEach(async () => {
  page = context.pages()[0] ?? (await context.newPage());
});

async function open(name: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${pages.url}/?page=${name}`);
  await page.getByRole("heading", { level: 2 }).nth(1).waitFor();
}

const sent = async (): Promise<unknown> => JSON.parse((await page.locator("#sent").textContent()) ?? "null");
const cell = (row: number, label: string) =>
  page.locator(`[role=gridcell][data-row="${row}"]`).nth(columnsByLabel.indexOf(label));
const columnsByLabel = [
  "Cơ quan",
  "Nội dung",
  "Nguồn",
  "Năm",
  "Đề nghị",
  "Thẩm định",
  "Sở KH&CN đề xuất",
  "Quyết định",
  "UBND quyết định",
  "Lý do",
];

describe("the decision on each line", () => {
  it("sends one sitting: as proposed, in part with a reason, rejected", async () => {
    await open("decisions");
    await page.getByRole("button", { name: "Duyệt theo đề xuất 3 dòng còn trống" }).click();
    expect(await page.locator(".foot").textContent()).toContain("1.400.000.000");
    await page.getByRole("button", { name: "Gửi quyết định 3 dòng" }).click();
    expect(await sent()).toEqual({
      verb: "decide-lines",
      decisions: [
        { line: "a", decision: "approve" },
        { line: "b", decision: "approve-in-part", amount: 400000000, reason: "Theo số thẩm định, đề xuất" },
        { line: "c", decision: "reject", reason: "Theo số thẩm định, đề xuất" },
      ],
    });
  });

  it("keeps a decision back that has no reason, and says so in its cell", async () => {
    await open("decisions");
    await cell(2, "Quyết định").click();
    await page.keyboard.type("khong bo tri");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("button", { name: "Gửi quyết định 1 dòng" }).isDisabled()).toBe(true);
    await cell(2, "Lý do").click();
    await page.keyboard.type("Không thuộc nhiệm vụ của Kế hoạch");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Gửi quyết định 1 dòng" }).click();
    expect(await sent()).toMatchObject({
      decisions: [{ line: "c", decision: "reject", reason: "Không thuộc nhiệm vụ của Kế hoạch" }],
    });
  });

  it("shows what the sitting leaves under a ceiling, and when it exceeds it", async () => {
    await open("decisions");
    const ceiling = page.getByRole("list", { name: "Trần kinh phí" });
    await page.getByRole("button", { name: /^Duyệt theo đề xuất/ }).click();
    expect(await ceiling.textContent()).toContain("Còn 50.000.000 đồng.");
    await cell(1, "UBND quyết định").click();
    await page.keyboard.type("500.000.000");
    await page.keyboard.press("Enter");
    expect(await ceiling.textContent()).toContain("Vượt trần, cần lý do và cấp trên ký");
    expect(await ceiling.textContent()).toContain("Vượt 50.000.000 đồng.");
    const send = page.getByRole("button", { name: /^Gửi quyết định/ });
    expect(await send.isDisabled()).toBe(false);
    await cell(2, "Lý do").click();
    await page.keyboard.press("Delete");
    expect(await send.isDisabled()).toBe(true);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await ceiling.textContent()).toContain("Còn 50.000.000 đồng.");
  });
});

describe("an opinion", () => {
  it("takes a position and an amount for every line, and why a lower one", async () => {
    await open("opinion");
    const send = page.getByRole("button", { name: "Gửi ý kiến" });
    expect(await send.isDisabled()).toBe(true);
    await page.locator('[role=gridcell][data-row="1"]').nth(6).click();
    await page.keyboard.type("400.000.000");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Thống nhất số đề nghị ở 2 dòng còn trống" }).click();
    await page.getByText("Ý kiến chung về danh mục: Đề nghị điều chỉnh").waitFor();
    expect(await send.isDisabled()).toBe(true);
    await page.locator('[role=gridcell][data-row="1"]').nth(7).click();
    await page.keyboard.type("Theo định mức");
    await page.keyboard.press("Enter");
    await send.click();
    expect(await sent()).toEqual({
      verb: "opine",
      position: "agree-with-changes",
      amounts: [
        { line: "a", amount: 1000000000, position: "agree" },
        { line: "b", amount: 400000000, position: "agree-with-changes", reason: "Theo định mức" },
        { line: "c", amount: 300000000, position: "agree" },
      ],
    });
  });
});

describe("a difference", () => {
  it("goes up with the department's own figure, or with the reasons of the advisers", async () => {
    await open("explain");
    const send = page.getByRole("button", { name: "Duyệt giải trình, trình Giám đốc" });
    expect(await send.isDisabled()).toBe(true);
    await page.getByText("Còn 2 dòng phải giải trình.").waitFor();
    await page.locator('[role=gridcell][data-row="1"]').nth(6).click();
    await page.keyboard.type("450.000.000");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Lấy lý do của cơ quan thẩm định/ }).click();
    await send.click();
    expect(await sent()).toEqual({
      verb: "approve",
      proposals: [
        { line: "b", amount: 450000000, reason: "Sở Tài chính: Theo khả năng cân đối" },
        { line: "c", amount: 0, reason: "Sở Tài chính: Theo khả năng cân đối" },
      ],
    });
  });
});

describe("lines that wait for the council", () => {
  it("are settled by a resolution that is cited in full, as many as it names", async () => {
    await open("council");
    const send = page.getByRole("button", { name: "Ghi nghị quyết", exact: true });
    expect(await send.isDisabled()).toBe(true);
    await page.getByLabel("Số, ký hiệu").fill("15/NQ-HĐND");
    await page.getByLabel("Ngày ban hành").fill("2026-12-08");
    await page.getByLabel("Trích yếu").fill("Phân bổ kinh phí năm 2027");
    const settled = page.getByRole("group", { name: "Dòng mà nghị quyết đã quyết định" });
    await settled.getByLabel(/Sở Công Thương/).uncheck();
    await send.click();
    expect(await sent()).toEqual({
      verb: "resolve-lines",
      lines: ["a", "b"],
      resolution: {
        number: "15/NQ-HĐND",
        date: "2026-12-08",
        issuer: "HĐND tỉnh",
        abstract: "Phân bổ kinh phí năm 2027",
      },
    });
  });

  it("are handed to the next list with a reason", async () => {
    await open("council");
    const handed = page.getByRole("group", { name: "Dòng đưa sang danh mục sau" });
    await handed.getByLabel(/Sở Y tế/).uncheck();
    await page.getByLabel("Lý do").fill("HĐND họp cuối năm");
    await page.getByRole("button", { name: "Chuyển 2 dòng sang danh mục sau" }).click();
    expect(await sent()).toMatchObject({
      decisions: [
        { line: "b", decision: "defer", reason: "HĐND họp cuối năm" },
        { line: "c", decision: "defer" },
      ],
    });
  });
});

describe("table C", () => {
  it("tells each line through its stages with the reasons, the totals, the unit and the sum in words", async () => {
    await open("table");
    const table = page.getByRole("table", { name: "Danh mục từng dòng" });
    expect(await table.getByRole("row").count()).toBe(5);
    const second = (await table.getByRole("row").nth(2).textContent()) ?? "";
    for (const part of [
      "Sở Tài chính: 400 (Đề nghị điều chỉnh)",
      "UBND quyết định: Cắt phần mua xe",
      "Nghị quyết 15/NQ-HĐND ngày 08/12/2026",
      "Phòng thí nghiệm dùng chung",
    ])
      expect(second).toContain(part);
    expect(await table.getByRole("row").last().textContent()).toContain("Tổng cộng1.8001.4001.4001.350");
    await page.getByText("Đơn vị tính: triệu đồng").waitFor();
    await page.getByText("Một tỷ, ba trăm năm mươi triệu đồng").waitFor();
  });
});

describe("where the money stands", () => {
  it("draws each source by its share, and says the same in a table", async () => {
    await open("money");
    const picture = page.getByRole("img", { name: /Kinh phí theo nguồn: đề nghị/i });
    expect(await picture.locator("g").count()).toBe(2);
    const table = page.getByRole("table", { name: "Bảng kinh phí theo nguồn" });
    expect(await table.getByRole("row").count()).toBe(4);
    expect(await table.getByRole("row").last().textContent()).toContain("2.000.000.0001.600.000.000");
    expect(await table.getByRole("row").last().textContent()).toContain("-400.000.000");
  });

  it("groups by agency, task and year", async () => {
    await open("money");
    await page.getByRole("button", { name: "Nhiệm vụ" }).click();
    await page.getByRole("rowheader", { name: /^III\.3\.b\.1\. / }).waitFor();
  });

  it("is downloaded as the server writes it, with the filter and the language on screen", async () => {
    await open("money");
    const link = page.getByRole("link", { name: "Tải bảng tổng hợp (CSV)" });
    expect(await link.getAttribute("href")).toBe("/api/v1/money/export?by=source&year=2027&language=vi");
  });
});

describe("a line of money", () => {
  const said = (): Promise<unknown> =>
    page.waitForFunction(() => (window as unknown as { sent?: unknown }).sent).then((handle) => handle.jsonValue());

  it("takes a report of spending for the period that is due, the amount as people write it", async () => {
    await open("money-line");
    await page.getByRole("button", { name: "Báo cáo giải ngân" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("Kỳ báo cáo").inputValue()).toBe("2027-Q2");
    await dialog.getByRole("button", { name: "Gửi báo cáo giải ngân" }).click();
    await dialog.getByText("Không đọc được số tiền.", { exact: false }).waitFor();
    await dialog.getByLabel("Số tiền").fill("1,5 triệu");
    await dialog.getByText("1.500.000 đồng (Một triệu, năm trăm nghìn đồng)").waitFor();
    await dialog.getByLabel("Khối lượng hoàn thành (%)").fill("100");
    await dialog.getByRole("button", { name: "Gửi báo cáo giải ngân" }).click();
    await dialog.getByText("Cần điền mục này.").waitFor();
    await dialog.getByLabel("Minh chứng").fill("Biên bản nghiệm thu 12");
    await dialog.getByRole("button", { name: "Gửi báo cáo giải ngân" }).click();
    expect(await said()).toMatchObject([
      "reportSpending",
      "funding-request-1.l1.2027",
      { amount: "1500000", period: "2027-Q2", progress: 100, evidence: "Biên bản nghiệm thu 12" },
    ]);
    await dialog.getByText("Đã ghi nhận.").waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  it("says what the ceilings say before a paper is sent, and wants the reason they want", async () => {
    await open("money-line");
    await page.getByRole("button", { name: "Lập văn bản" }).click();
    const dialog = page.getByRole("dialog");
    const send = dialog.getByRole("button", { name: "Lập, chờ xác nhận" });
    await dialog.getByLabel("Số tiền").fill("1 tỷ");
    await dialog.getByText("Vượt trần nguồn IV.1.TX 10.000.000 đồng: không ghi được.").waitFor();
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel("Số tiền").fill("100 triệu");
    await dialog.getByText("phải nêu lý do", { exact: false }).waitFor();
    await dialog.getByLabel("Số, ngày văn bản").fill("20/QĐ-UBND");
    await send.click();
    await dialog.getByText("Cần điền mục này.").waitFor();
    await dialog.getByLabel("Lý do vượt trần").fill("Dịch bệnh");
    expect(await axeComplaints(page)).toEqual([]);
    await send.click();
    expect(await said()).toMatchObject([
      "proposePaper",
      "funding-request-1.l1.2027",
      { kind: "supplemented", amount: "100000000", document: "20/QĐ-UBND", reason: "Dịch bệnh" },
    ]);
  });

  it("is confirmed by whoever may, and declined only with a reason", async () => {
    await open("money-line");
    await page.getByRole("button", { name: /^Từ chối: / }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Từ chối" }).click();
    await dialog.getByText("Cần điền mục này.").waitFor();
    await dialog.getByLabel("Lý do").fill("Sai số văn bản");
    await dialog.getByRole("button", { name: "Từ chối" }).click();
    expect(await said()).toEqual(["answerPaper", "p1", { act: "declined", reason: "Sai số văn bản" }]);
  });

  it("shows what is known and not booked, and why", async () => {
    await open("money-line");
    await page
      .getByText("Đã ghi nhận nhưng không hạch toán: Đề nghị của dòng này đã thay đổi", { exact: false })
      .waitFor();
  });
});

describe("the ceilings", () => {
  const said = (): Promise<unknown> =>
    page.waitForFunction(() => (window as unknown as { sent?: unknown }).sent).then((handle) => handle.jsonValue());

  it("stand with what counts, what is left and what goes above at every stage", async () => {
    await open("ceilings");
    const row = page.getByRole("table", { name: "Bảng: Danh sách trần" }).getByRole("row").nth(1);
    const words = (await row.textContent()) ?? "";
    expect(words).toContain("20.000.000.000");
    expect(words).toContain("Vượt 1.000.000.000, cảnh báo");
    expect(words).toContain("Còn 8.000.000.000, chặn");
  });

  it("are changed from the version on screen, with document and reason", async () => {
    await open("ceilings");
    await page.getByRole("button", { name: /^Sửa trần IV\.1\.TX/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Trần" }).fill("18 tỷ");
    await dialog.getByLabel("Khi vượt trần: giao").selectOption("higher-signature");
    await dialog.getByLabel("Số, ngày văn bản").fill("09/NQ-HĐND");
    await dialog.getByLabel("Lý do").fill("Điều chỉnh dự toán");
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Lập thay đổi, chờ xác nhận" }).click();
    expect(await said()).toMatchObject([
      "proposeCeiling",
      {
        kind: "ceiling-set",
        source: "IV.1.TX",
        year: 2027,
        window: null,
        base: 3,
        amount: "18000000000",
        modes: { requested: "warn", decided: "stop", assigned: "higher-signature" },
        document: "09/NQ-HĐND",
        reason: "Điều chỉnh dự toán",
      },
    ]);
  });
});

describe("the funding request", () => {
  const saved = (): Promise<unknown> => page.evaluate(() => (window as unknown as { saved?: unknown }).saved);
  const section = (name: RegExp) => page.getByRole("navigation").getByRole("button", { name }).click();

  it("adds up as one writes, says the sum in words, and saves by itself", async () => {
    await open("request");
    await section(/^Nguồn kinh phí theo năm/);
    await page.getByRole("button", { name: "Thêm dòng" }).click();
    await page.locator('[role=gridcell][data-row="0"][data-column="0"]').click();
    await page.keyboard.type("IV.1.TX.DP");
    await page.keyboard.press("Enter");
    await page.locator('[role=gridcell][data-row="0"][data-column="4"]').click();
    await page.keyboard.type("1,205 tỷ");
    await page.keyboard.press("Enter");
    await page.getByText("Một tỷ, hai trăm linh năm triệu đồng").waitFor();
    await page.getByText("Bảng B lệch bảng A -1.205.000.000 đồng").waitFor();
    await page.waitForFunction(() => "saved" in window);
    expect(await saved()).toMatchObject({
      sections: { sources: { rows: [{ sourceCode: "IV.1.TX.DP", amounts: { "2027": "1205000000" } }] } },
    });
  });

  it("leads from a problem to its cell", async () => {
    await open("request");
    await section(/^Dự toán chi tiết/);
    await page.getByRole("button", { name: "Thêm dòng" }).click();
    await page.locator('[role=gridcell][data-row="0"][data-column="0"]').click();
    await page.keyboard.type("Bộ kít");
    await page.keyboard.press("Enter");
    await section(/^Kiểm tra và trình/);
    await page.getByRole("button", { name: /Bảng B, dòng 1, Đơn giá/ }).click();
    await page.locator(":focus[aria-label^='Đơn giá, dòng 1']").waitFor();
  });
});

describe.each([
  ["decisions", 1280],
  ["decisions", 360],
  ["opinion", 1280],
  ["opinion", 360],
  ["explain", 1280],
  ["explain", 360],
  ["council", 1280],
  ["council", 360],
  ["table", 1280],
  ["table", 360],
  ["money", 1280],
  ["money", 360],
  ["money-line", 1280],
  ["money-line", 360],
  ["ceilings", 1280],
  ["ceilings", 360],
  ["request", 1280],
  ["request", 360],
] as const)("%s at %i px", (name, width) => {
  it("has no axe violation and no sideways scroll", async () => {
    await open(name, width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeComplaints(page)).toEqual([]);
  });
});
