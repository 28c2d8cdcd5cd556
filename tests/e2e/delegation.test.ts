import { randomUUID } from "node:crypto";
import { request, type BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";
import { addDays, localDate } from "../../domain/calendar/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { travelRequest } from "../support/travel-request.ts";
import { Person } from "./browser.ts";

let servers: Servers;
let browser: BrowserContext;
const today = localDate(Date.now());
const TITLE = "Đi công tác Huế";
let path = "";

const email = (mail: string): string => `${mail}.skhcn@demo.trinhky.vn`;

async function as(mail: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await Person.signIn(browser, servers.url, email(mail));
  try {
    await work(person);
  } catch (error) {
    await person.picture(`failed-delegation-${mail}`);
    throw error;
  } finally {
    await person.leave();
  }
}

async function publishTable(): Promise<void> {
  const api = await request.newContext({ baseURL: servers.url, extraHTTPHeaders: { origin: servers.url } });
  const signedIn = await api.post("/api/auth/sign-in/email", {
    data: { email: email("quantri"), password: DEMO_PASSWORD },
  });
  expect(signedIn.status()).toBe(200);
  const data = { table: travelRequest, basedOn: 0, reason: "Quy chế làm việc" };
  expect((await api.post("/api/v1/pipelines", { data })).status()).toBe(200);
  await api.dispose();
}

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
  await publishTable();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await servers?.stop();
}, 60_000);

describe("acting for the head", () => {
  it("begins with a case that a specialist opens, writes and submits", async () => {
    await as("chuyenvien", async (person) => {
      await person.goTo("/cases");
      await person.button("Mở hồ sơ mới").click();
      await person.dialog.getByLabel(/Tên hồ sơ/).fill(TITLE);
      await person.picture("start-case");
      await person.dialog.getByRole("button", { name: "Mở hồ sơ mới" }).click();
      await person.page.waitForURL(/\/cases\/travel-request-.*\/draft/);
      path = new URL(person.page.url()).pathname.replace("/draft", "");
      for (const words of ["Dự hội thảo về công nghệ sinh học", "Huế, ngày 10/12"]) {
        await person.page.getByLabel(/Nội dung/).fill(words);
        await person.page
          .getByRole("button", { name: /^(Mục tiếp theo|Kiểm tra và trình)$/ })
          .last()
          .click();
      }
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await person.picture("paper-draft");
      await person.button("Trình hồ sơ").click();
      await person.confirm();
      expect(await person.receipt()).toContain("Thủ trưởng, Sở Khoa học và Công nghệ");
    });
  });

  it("is given by the head to the deputy, by document, for some days", async () => {
    await as("thutruong", async (person) => {
      await person.goTo("/delegations");
      await person.button("Lập ủy quyền").click();
      await person.dialog
        .getByLabel(/^Người được ủy quyền/)
        .selectOption({ label: "Phó thủ trưởng Sở Khoa học và Công nghệ (Phó thủ trưởng, Sở Khoa học và Công nghệ)" });
      await person.dialog.getByLabel(/Đến hết ngày/).fill(addDays(today, 4));
      await person.dialog.getByLabel(/Số, ký hiệu văn bản/).fill("12/GUQ-SKHCN");
      await person.picture("delegation-new");
      await person.phonePicture("delegation-new-phone");
      await person.dialog.getByRole("button", { name: "Ghi ủy quyền" }).click();
      await person.dialog.waitFor({ state: "hidden" });
      await person.page.getByText("Đang có hiệu lực", { exact: true }).waitFor();
      await person.picture("delegations");
      await person.phonePicture("delegations-phone");
      await person.button("Lập ủy quyền").click();
      await person.dialog.getByLabel(/^Người được ủy quyền/).selectOption({ index: 1 });
      await person.dialog.getByLabel(/Đến hết ngày/).fill(addDays(today, 4));
      await person.dialog.getByLabel(/Số, ký hiệu văn bản/).fill("13/GUQ-SKHCN");
      await person.dialog.getByRole("button", { name: "Ghi ủy quyền" }).click();
      await person.dialog.getByText("Trùng với một ủy quyền khác").waitFor();
    });
  });

  it("lets the deputy sign on a phone, on behalf of the head, with both names on screen", async () => {
    await as("phothutruong", async (person) => {
      await person.page.setViewportSize({ width: 360, height: 740 });
      await person.goTo("/inbox");
      await person.page.getByText(/Thay mặt Thủ trưởng Sở Khoa học và Công nghệ/).waitFor();
      await person.picture("inbox-on-behalf-phone");
      await person.page.getByRole("link", { name: TITLE }).click();
      await person.button("Ký duyệt").click();
      await person.dialog.getByText(/thay mặt Thủ trưởng Sở Khoa học và Công nghệ .* theo ủy quyền/).waitFor();
      await person.picture("sign-on-behalf-phone");
      await person.confirm();
      expect(await person.receipt()).toContain("Mã biên nhận");
    });
  });

  it("shows both in the signatures, in the log and among what was done on behalf", async () => {
    await as("thutruong", async (person) => {
      await person.goTo(`${path}?tab=signatures`);
      await person.page.getByText(/TUQ\. Phó thủ trưởng .*, thay mặt Thủ trưởng/).waitFor();
      await person.goTo(`${path}?tab=progress`);
      await person.page
        .getByText(/Phó thủ trưởng .* thay mặt Thủ trưởng/)
        .first()
        .waitFor();
      await person.picture("log-on-behalf");
      await person.goTo("/delegations");
      await person.page.getByRole("link", { name: /Xem ủy quyền của Phó thủ trưởng/ }).click();
      await person.page.getByRole("link", { name: TITLE }).waitFor();
      await person.picture("delegation");
      await person.button("Chấm dứt ngay").click();
      await person.dialog.getByLabel(/Lý do/).fill("Đã về");
      await person.dialog.getByRole("button", { name: "Chấm dứt ngay" }).click();
      await person.page.getByText("Đã chấm dứt", { exact: true }).waitFor();
    });
  });
});

describe("a question", () => {
  const opened = `travel-request-${randomUUID()}`;

  async function openAndSubmit(): Promise<void> {
    const api = await request.newContext({ baseURL: servers.url, extraHTTPHeaders: { origin: servers.url } });
    await api.post("/api/auth/sign-in/email", { data: { email: email("chuyenvien"), password: DEMO_PASSWORD } });
    const id = opened.replace("travel-request-", "");
    const data = { id, pipelineId: "travel-request", unit: "SKHCN", title: "Đi công tác Đà Nẵng" };
    await api.post("/api/v1/cases", { data });
    const url = `/api/v1/cases/${opened}`;
    await vi.waitFor(async () => expect((await api.get(url)).status()).toBe(200), { timeout: 30_000, interval: 100 });
    const sections = { "ly-do": { text: "Khảo sát" }, "thoi-gian-ddia-ddiem": { text: "Đà Nẵng" } };
    expect((await api.put(`${url}/draft`, { data: { version: 0, body: { sections } } })).status()).toBe(200);
    const command = {
      id: randomUUID(),
      expected: { step: "draft", round: 1, contentHash: null },
      body: { verb: "submit", draftVersion: 1 },
    };
    expect((await api.post(`${url}/commands`, { data: command })).status()).toBe(200);
    await api.dispose();
  }

  it("shows who asked whom, and is answered where it is read", async () => {
    await openAndSubmit();
    await as("thutruong", async (person) => {
      await person.goTo(`/cases/${opened}`);
      await person.button("Yêu cầu làm rõ").click();
      await person.dialog.getByLabel(/Lý do/).fill("Kinh phí lấy từ nguồn nào?");
      await person.confirm();
      await person.receipt();
    });
    await as("chuyenvien", async (person) => {
      await person.goTo(`/cases/${opened}`);
      const sheet = person.page.getByRole("region", { name: "Yêu cầu làm rõ đang chờ trả lời" });
      await sheet.getByText("Kinh phí lấy từ nguồn nào?").waitFor();
      await person.picture("question");
      await person.phonePicture("question-phone");
      await sheet.getByLabel(/Trả lời/).fill("Từ dự toán năm 2026");
      await sheet.getByRole("button", { name: "Gửi trả lời" }).click();
      await sheet.waitFor({ state: "hidden" });
      await person.goTo(`/cases/${opened}?tab=progress`);
      await person.page.getByText("Từ dự toán năm 2026").waitFor();
    });
  });
});
