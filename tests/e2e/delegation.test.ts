import { randomUUID } from "node:crypto";
import { request, type BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";
import { addDays, localDate } from "../../domain/calendar/index.ts";
import type { Pipeline } from "../../domain/engine/index.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { travelRequest } from "../support/travel-request.ts";
import { Person } from "./browser.ts";

let servers: Servers;
let browser: BrowserContext;
const today = localDate(Date.now());
const TITLE = "Đi công tác Huế";
let path = "";

/** The same with a check before the signature, which two administrators may pass over. */
const skippable: Pipeline = {
  ...travelRequest,
  id: "checked-travel-request",
  steps: {
    ...travelRequest.steps,
    draft: { ...travelRequest.steps.draft!, to: "check" } as Pipeline["steps"][string],
    check: {
      kind: "decide",
      name: { vi: "Trưởng phòng kiểm tra", en: "Division head checks" },
      by: { party: "owner", roles: ["division-head"] },
      act: "approve",
      on: { approve: "signing", return: ["draft"] },
      skippable: true,
    },
  },
};

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

async function publishTables(): Promise<void> {
  const api = await request.newContext({ baseURL: servers.url, extraHTTPHeaders: { origin: servers.url } });
  const signedIn = await api.post("/api/auth/sign-in/email", {
    data: { email: email("quantri"), password: DEMO_PASSWORD },
  });
  expect(signedIn.status()).toBe(200);
  for (const table of [travelRequest, skippable]) {
    const data = { table, basedOn: 0, reason: "Quy chế làm việc" };
    expect((await api.post("/api/v1/pipelines", { data })).status()).toBe(200);
  }
  await api.dispose();
}

beforeAll(async () => {
  [servers, browser] = await Promise.all([startServers({ UI_DIR: inject("userInterface") }), launchChromium()]);
  await publishTables();
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
      const texts = { "Lý do": "Dự hội thảo về công nghệ sinh học", "Thời gian, địa điểm": "Huế, ngày 10/12" };
      for (const [section, words] of Object.entries(texts)) {
        await person.button(new RegExp(`^${section}`)).click();
        await person.page.getByRole("heading", { name: section }).waitFor();
        await person.page.getByLabel(/^Nội dung/).fill(words);
      }
      await person.page.getByText(/Đã lưu \d\d:\d\d/).waitFor();
      await person.picture("paper-draft");
      await person.button(/Kiểm tra và trình/).click();
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
      await person.page.getByText(/Phó thủ trưởng .* \(thay mặt Thủ trưởng .*\), \d/).waitFor();
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

/** As the specialist of Sở KH&CN, by the API. */
async function openAndSubmit(pipelineId: string, title: string): Promise<string> {
  const api = await request.newContext({ baseURL: servers.url, extraHTTPHeaders: { origin: servers.url } });
  await api.post("/api/auth/sign-in/email", { data: { email: email("chuyenvien"), password: DEMO_PASSWORD } });
  const opened = await api.post("/api/v1/cases", { data: { id: randomUUID(), pipelineId, unit: "SKHCN", title } });
  const { caseId } = (await opened.json()) as { caseId: string };
  const url = `/api/v1/cases/${caseId}`;
  await vi.waitFor(async () => expect((await api.get(url)).status()).toBe(200), { timeout: 30_000, interval: 100 });
  const sections = { "ly-do": { text: "Khảo sát" }, "thoi-gian-ddia-ddiem": { text: "Đà Nẵng" } };
  expect((await api.put(`${url}/draft`, { data: { version: 0, body: { sections } } })).status()).toBe(200);
  const expected = { step: "draft", round: 1, contentHash: null };
  const command = { id: randomUUID(), expected, body: { verb: "submit", draftVersion: 1 } };
  expect((await api.post(`${url}/commands`, { data: command })).status()).toBe(200);
  await api.dispose();
  return caseId;
}

describe("a question", () => {
  it("shows who asked whom, and is answered where it is read", async () => {
    const opened = await openAndSubmit("travel-request", "Đi công tác Đà Nẵng");
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

describe("skipping a step", () => {
  it("is proposed by one administrator and confirmed by another, who is told", async () => {
    const opened = await openAndSubmit(skippable.id, "Đi công tác Hội An");
    await as("quantri", async (person) => {
      await person.goTo(`/cases/${opened}`);
      await person.button("Đề nghị bỏ qua bước").click();
      await person.dialog.getByLabel(/Lý do/).fill("Chưa bổ nhiệm trưởng phòng");
      await person.confirm();
      await person.receipt();
    });
    await as("quantri2", async (person) => {
      await person.goTo("/notices");
      await person.page.getByRole("link", { name: /đề nghị bỏ qua một bước/ }).click();
      await person.page.getByText("Có đề nghị bỏ qua bước này").waitFor();
      await person.picture("skip-proposed");
      await person.button("Xác nhận bỏ qua bước").click();
      await person.confirm();
      expect(await person.receipt()).toContain("Thủ trưởng ký");
    });
  });
});
