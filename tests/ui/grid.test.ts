import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { axeComplaints } from "./support/axe.ts";
import { startPages, type Pages } from "./support/pages.ts";

type Row = Record<string, string>;

let pages: Pages;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  pages = await startPages();
  context = await launchChromium({ permissions: ["clipboard-read", "clipboard-write"] });
}, 120_000);

afterAll(async () => {
  await context.close();
  await pages.stop();
});

async function open(query = "", width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(`${pages.url}/?page=grid&${query}`);
  await page.getByText("Bảng B. Dự toán chi tiết").waitFor();
}

beforeEach(async () => {
  page = context.pages()[0] ?? (await context.newPage());
  await open();
});

const held = async (): Promise<Row[]> => JSON.parse((await page.locator("#held").textContent()) ?? "") as Row[];
const cell = (row: number, column: number): Locator =>
  page.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`);
const active = (): Promise<string | null> => page.locator(":focus").getAttribute("aria-label");
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const paste = (text: string): Promise<void> =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData("text/plain", given);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

describe("the keyboard", () => {
  it("walks the cells and names each with its column, row and value", async () => {
    await cell(0, 0).click();
    expect(await active()).toBe("Nội dung chi, dòng 1: Mua vật tư 1");
    await press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown");
    expect(await active()).toBe("Đơn giá, dòng 2: 2.000.000");
    await press("Control+End");
    expect(await active()).toBe("Căn cứ định mức, dòng 3: Báo giá 3");
    await press("Home", "Control+ArrowUp", "Tab");
    expect(await active()).toBe("ĐVT, dòng 1: bộ");
  });

  it("replaces what a cell holds by typing, and steps down on Enter", async () => {
    await cell(0, 3).click();
    await page.keyboard.type("1.205.000");
    await press("Enter");
    expect((await held())[0]).toMatchObject({ price: "1205000" });
    expect(await cell(0, 4).textContent()).toBe("3.012.500");
    expect(await active()).toBe("Đơn giá, dòng 2: 2.000.000");
  });

  it("edits in place on F2 and leaves the cell as it was on Escape", async () => {
    await cell(0, 0).click();
    await press("F2");
    await page.keyboard.type(" và hóa chất");
    await press("Escape");
    expect((await held())[0]!["content"]).toBe("Mua vật tư 1");
    await press("F2");
    await page.keyboard.type(" và hóa chất");
    await press("Tab");
    expect((await held())[0]!["content"]).toBe("Mua vật tư 1 và hóa chất");
  });

  it("chooses a source by a part of its name, without its marks", async () => {
    await cell(0, 5).click();
    await page.keyboard.type("dia phuong");
    const options = page.getByRole("option");
    const first = await options.first().textContent();
    await press("Enter");
    expect(first).toContain((await held())[0]!["sourceCode"]);
    expect((await held())[0]!["sourceCode"]).not.toBe("IV.1.TX.TW");
  });

  it("lets the focus out at the end, and anywhere after Escape", async () => {
    await cell(2, 6).click();
    await press("Tab");
    expect(await active()).toBeNull();
    await cell(0, 0).click();
    await press("Escape", "Tab");
    expect(await page.locator(":focus").evaluate((element) => element.closest("[role=grid]"))).toBeNull();
  });

  it("takes back and does again, step by step", async () => {
    await cell(0, 0).click();
    await page.keyboard.type("Một");
    await press("Enter");
    await page.keyboard.type("Hai");
    await press("Enter", "Control+z");
    expect((await held()).map(({ content }) => content)).toEqual(["Một", "Mua vật tư 2", "Mua vật tư 3"]);
    await press("Control+z", "Control+y", "Control+y");
    expect((await held()).map(({ content }) => content)).toEqual(["Một", "Hai", "Mua vật tư 3"]);
  });

  it("adds a row after the last and clears with Delete", async () => {
    await cell(2, 0).click();
    await press("Enter");
    expect(await held()).toHaveLength(4);
    await press("ArrowUp", "Shift+ArrowRight", "Delete");
    const row = (await held())[2]!;
    expect([row["content"], row["unit"], row["price"]]).toEqual([undefined, undefined, "3000000"]);
  });
});

describe("Vietnamese typing", () => {
  const compose = async (steps: readonly string[], final: string): Promise<void> => {
    const session = await context.newCDPSession(page);
    for (const text of steps) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await session.send("Input.insertText", { text: final });
    await session.detach();
  };

  it("begins a cell inside a composition without losing or doubling a letter", async () => {
    await cell(0, 0).click();
    await compose(["d", "đ", "đu", "đươ", "đươn", "đường"], "đường");
    await press("Enter");
    expect((await held())[0]!["content"]).toBe("đường");
    expect((await held())[1]!["content"]).toBe("Mua vật tư 2");
  });

  it("keeps a word that is still being composed when another cell is clicked", async () => {
    await cell(0, 0).click();
    await compose(["h", "ho", "hoá"], "hoá ");
    const session = await context.newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "châ", selectionStart: 3, selectionEnd: 3 });
    await cell(2, 0).click();
    await session.detach();
    const rows = await held();
    expect(rows.map(({ content }) => content)).toEqual(["hoá châ", "Mua vật tư 2", "Mua vật tư 3"]);
  });

  it("takes the backspace and new letter by which some keyboards write đ", async () => {
    await cell(1, 0).click();
    await page.keyboard.type("d");
    await press("Backspace");
    await page.keyboard.insertText("đ");
    await page.keyboard.type("o");
    await press("Enter");
    expect((await held())[1]!["content"]).toBe("đo");
  });
});

describe("the clipboard", () => {
  it("lays down a block with quoted newlines and Vietnamese numbers, growing the table", async () => {
    await cell(2, 0).click();
    await paste('"Máy đo\n""pH"""\tcái\t1,5\t1.205.000\nHóa chất\tlít\t2\t500.000\r\n');
    const rows = await held();
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({ content: 'Máy đo "pH"', unit: "cái", quantity: "1.5", price: "1205000" });
    expect(rows[3]).toEqual({ content: "Hóa chất", unit: "lít", quantity: "2", price: "500000" });
  });

  it("keeps what it cannot read in sight and out of the data", async () => {
    await cell(0, 2).click();
    await paste("hai\t1000000");
    expect((await held())[0]).not.toHaveProperty("quantity");
    expect(await cell(0, 2).textContent()).toContain("hai");
    expect(await cell(0, 2).getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByRole("status").last().textContent()).toContain("1 ô không đọc chắc chắn được");
  });

  it("copies a rectangle as tab-separated text that pastes back the same", async () => {
    await cell(0, 2).click();
    await press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("2,5\t1000000\n2,5\t2000000");
    await cell(2, 2).click();
    await press("Control+v");
    expect((await held()).map(({ price }) => price)).toEqual(["1000000", "2000000", "1000000", "2000000"]);
  });
});

describe("what is seen", () => {
  it("adds up the column and the selection in whole đồng", async () => {
    expect(await page.locator(".foot").textContent()).toContain("15.000.000");
    await cell(0, 3).click();
    await cell(1, 3).click({ modifiers: ["Shift"] });
    expect(await page.getByRole("status").last().textContent()).toBe("Đang chọn 2 dòng × 1 cột. Cộng: 3.000.000 đồng.");
  });

  it("says what is wrong in the cell one stands in", async () => {
    await cell(1, 3).click();
    expect(await page.getByRole("status").last().textContent()).toBe("Đơn giá vượt định mức");
    expect(await page.locator(":focus").getAttribute("aria-invalid")).toBe("true");
  });

  it("draws a handful of 500 rows, and keeps the hand on its cell while one scrolls", async () => {
    await open("rows=500");
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("502");
    expect(await page.locator(".body [role=row]").count()).toBeLessThan(60);
    await cell(0, 0).click();
    await press("Control+End", "Home");
    await page.keyboard.type("Dòng cuối");
    await page.getByRole("grid").evaluate((grid) => (grid.parentElement!.scrollTop = 0));
    await cell(5, 0).waitFor();
    await press("Enter");
    expect((await held()).at(-1)!["content"]).toBe("Dòng cuối");
  });

  it.each([
    ["the grid", 1280, "light"],
    ["the grid in the dark", 1280, "dark"],
    ["the cards", 360, "light"],
    ["the cards in the dark", 360, "dark"],
  ] as const)("has no axe violation: %s", async (_, width, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open("rows=30", width);
    expect(await axeComplaints(page)).toEqual([]);
  });
});

describe("a phone", () => {
  it("shows each row as a card and writes it in labelled fields, without sideways scroll", async () => {
    await open("rows=30", 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("button", { name: /^2\. Mua vật tư 2/ }).click();
    await page.getByLabel("Đơn giá").fill("1.500.000");
    await page.getByRole("button", { name: "Dòng sau" }).click();
    await page.getByLabel("Số lượng").fill("ba");
    await page.getByRole("button", { name: "Đóng" }).click();
    const rows = await held();
    expect(rows[1]).toMatchObject({ price: "1500000" });
    expect(rows[2]).not.toHaveProperty("quantity");
    await page.getByRole("button", { name: /^3\. .*Có điểm cần sửa/s }).waitFor();
  });
});
