import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accounts } from "../api/support/accounts.ts";
import { command, openCycle, submitReport } from "../api/support/cycle.ts";
import { signIn, type Person as Caller } from "../api/support/person.ts";
import { PUBLIC_URL } from "../api/support/public-url.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { until } from "../support/until.ts";
import { Person } from "./browser.ts";

const CAMPAIGN = "annual-report-2026";
const REPORT = `${CAMPAIGN}-syt`;
/** Sở KH&CN's own report has two specialists at it, and so has the consolidation. */
const SHARED = `${CAMPAIGN}-skhcn`;
const DOSSIER = "consolidated-report-2026";
const colleague = "chuyenvien.skhcn@demo.trinhky.vn";
const SAVED = /Đã lưu \d\d:\d\d/;

let servers: Servers;
let browser: BrowserContext;

const enter = (email: string): Promise<Caller> => signIn(servers.url, email);

beforeAll(async () => {
  const env = { UI_DIR: inject("userInterface"), TRUSTED_ORIGINS: PUBLIC_URL };
  [servers, browser] = await Promise.all([startServers(env), launchChromium()]);
  await openCycle(await enter(accounts.admin), await enter(accounts.clerk));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await servers?.stop();
}, 60_000);

async function as(email: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await Person.signIn(browser, servers.url, email);
  try {
    await work(person);
  } finally {
    await browser.setOffline(false);
    await person.leave();
  }
}

interface Draft {
  version: number;
  body: {
    head?: { preparedBy?: string };
    sections?: Record<string, { narrative?: string }>;
    editorial?: { assessment?: string; recommendations?: string };
  };
}

const draftOf = async (caller: Caller, caseId: string): Promise<Draft> =>
  (await caller.get(`/cases/${caseId}/draft`)).body;

/** What a colleague saves from another desk meanwhile. */
async function colleagueSaves(caseId: string, change: (body: Draft["body"]) => object): Promise<void> {
  const caller = await enter(colleague);
  const { version, body } = await draftOf(caller, caseId);
  const saved = await caller.send("PUT", `/cases/${caseId}/draft`, { version, body: change(body) });
  expect(saved.status).toBe(200);
}

describe("a decision confirmed where there is no network", () => {
  it("is kept as unsent, and carried out once when the network is back", async () => {
    expect((await submitReport(await enter(accounts.clerk))).status).toBe(200);
    await as(accounts.reviewer, async (person) => {
      await person.page.clock.install();
      await person.goTo(`/cases/${REPORT}`);
      await person.button("Phê duyệt").click();
      await browser.setOffline(true);
      // Longer than anything the page remembers of its person.
      await person.page.clock.fastForward(60_000);
      await person.confirm();
      await person.dialog.getByText("Chưa gửi").waitFor();
      await person.dialog.getByRole("button", { name: "Đóng" }).click();
      await browser.setOffline(false);
      await person.page.reload();
      await person.button("Gửi lại").click();
      await person.page.getByText("Đã ghi nhận").waitFor();
    });
    const log = await (await enter(accounts.reviewer)).get(`/cases/${REPORT}/events`);
    expect(log.body.items.map(({ type }) => type)).toEqual(["approved", "submitted", "opened"]);
  });

  it("is still there after the session ran out, for the person who made it", async () => {
    await as(accounts.head, async (person) => {
      await person.goTo(`/cases/${REPORT}`);
      await person.button("Ký duyệt").click();
      await browser.clearCookies();
      await person.confirm();
      await person.signInAgain(accounts.head);
      await person.goTo(`/cases/${REPORT}`);
      await person.button("Gửi lại").click();
      await person.page.getByText("Đã ghi nhận").waitFor();
    });
  });
});

describe("a reason typed in a dialog", () => {
  it("is not thrown away by a finger beside it", async () => {
    await as(accounts.records, async (person) => {
      await person.goTo(`/cases/${REPORT}`);
      await person.button("Trả lại").click();
      await person.dialog.getByLabel(/Nêu rõ để người soạn/).fill("Sai thể thức");
      await person.page.mouse.click(5, 5);
      expect(await person.dialog.getByLabel(/Nêu rõ để người soạn/).inputValue()).toBe("Sai thể thức");
    });
  });
});

describe("words typed where there is no network", () => {
  const typedAway = async (person: Person, words: string): Promise<void> => {
    await person.goTo(`/cases/${SHARED}/draft`);
    await person.page.getByLabel(/Người lập/).waitFor();
    await browser.setOffline(true);
    await person.page.getByLabel(/Người lập/).fill(words);
    await person.page.getByText("Có thay đổi chưa lưu").waitFor();
  };

  it("come back beside what a colleague wrote meanwhile, and overwrite none of it", async () => {
    await as(accounts.officer, async (person) => {
      await typedAway(person, "Soạn lúc mất mạng");
      await colleagueSaves(SHARED, (body) => ({
        ...body,
        sections: { ...body.sections, VIII: { narrative: "Phương hướng của đồng nghiệp" } },
      }));
      await person.page.close();
      await browser.setOffline(false);
    });
    await as(accounts.officer, async (person) => {
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.button("Dùng bản trên máy này").click();
      await person.page.getByText(SAVED).waitFor();
    });
    const { body } = await draftOf(await enter(colleague), SHARED);
    expect(body.head?.preparedBy).toBe("Soạn lúc mất mạng");
    expect(body.sections?.["VIII"]?.narrative).toBe("Phương hướng của đồng nghiệp");
  });

  it("are put beside a colleague's where both wrote in one section, and one of them chooses", async () => {
    await as(accounts.officer, async (person) => {
      await typedAway(person, "Người lập thứ nhất");
      await colleagueSaves(SHARED, (body) => ({ ...body, head: { ...body.head, preparedBy: "Người lập thứ hai" } }));
      await person.page.close();
      await browser.setOffline(false);
    });
    await as(accounts.officer, async (person) => {
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.button("Dùng bản trên máy này").click();
      await person.page.getByText("Người lập thứ hai").waitFor();
      await person.page.getByRole("radio", { name: "Bản của tôi" }).check();
      await person.button("Ghép và lưu").click();
      await person.page.getByText(SAVED).waitFor();
    });
    expect((await draftOf(await enter(colleague), SHARED)).body.head?.preparedBy).toBe("Người lập thứ nhất");
  });

  it("are shown to nobody else who signs in on the same machine", async () => {
    await as(accounts.officer, async (person) => {
      await typedAway(person, "Của riêng một người");
      await person.page.close();
      await browser.setOffline(false);
    });
    await as(colleague, async (person) => {
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.page.getByLabel(/Người lập/).waitFor();
      expect(await person.page.getByText("Tìm thấy bản chưa gửi trên máy này").count()).toBe(0);
    });
  });

  it("do not keep the page from opening when the copy on the machine cannot be read", async () => {
    await as(accounts.officer, async (person) => {
      await person.page.evaluate(() => {
        for (const key of Object.keys(localStorage)) if (key.includes("draft")) localStorage.setItem(key, "{");
      });
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.page.getByLabel(/Người lập/).waitFor();
    });
  });

  it("are saved by leaving for another page of the application at once", async () => {
    const held = async () => (await draftOf(await enter(colleague), SHARED)).body.head?.preparedBy;
    await as(accounts.officer, async (person) => {
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.page.getByLabel(/Người lập/).fill("Gõ xong là đi");
      await person.page.getByRole("link", { name: "Việc chờ xử lý" }).first().click();
      await person.page.getByRole("heading", { level: 1, name: "Việc chờ xử lý" }).waitFor();
      expect(await until(held, (words) => words === "Gõ xong là đi")).toBe("Gõ xong là đi");
    });
  });

  it("are still on the machine after the session ran out under them", async () => {
    await as(accounts.officer, async (person) => {
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.page.getByLabel(/Người lập/).waitFor();
      await browser.clearCookies();
      await person.page.getByLabel(/Người lập/).fill("Phiên đã hết");
      await person.signInAgain(accounts.officer);
      await person.goTo(`/cases/${SHARED}/draft`);
      await person.button("Dùng bản trên máy này").click();
      await person.page.getByText(SAVED).waitFor();
      expect(await person.page.getByLabel(/Người lập/).inputValue()).toBe("Phiên đã hết");
    });
  });
});

describe("the department's own text, written by two specialists", () => {
  it("keeps what each of them wrote, and sends the words alone, not the whole report", async () => {
    const officer = await enter(accounts.officer);
    const early = { verb: "start-consolidation", reason: "Kịp kỳ họp" };
    const started = await officer.send("POST", `/campaigns/${CAMPAIGN}/commands`, {
      id: crypto.randomUUID(),
      body: early,
    });
    expect(started.status).toBe(200);
    await until(
      async () => (await officer.get(`/cases/${DOSSIER}`)).status,
      (status) => status === 200,
    );
    const sent: string[][] = [];
    await as(accounts.officer, async (person) => {
      person.page.on("request", (request) => {
        const body = request.method() === "PUT" ? (request.postDataJSON() as { body: object }) : null;
        if (body) sent.push(Object.keys(body.body));
      });
      await person.goTo(`/cycles/${CAMPAIGN}/desk`);
      await person.page.getByLabel("Đánh giá chung của Sở").waitFor();
      await colleagueSaves(DOSSIER, ({ editorial }) => ({
        editorial: { ...editorial, recommendations: "Đề nghị của đồng nghiệp" },
      }));
      await person.page.getByLabel("Đánh giá chung của Sở").fill("Đánh giá của tôi");
      await until(
        async () => (await draftOf(officer, DOSSIER)).body.editorial?.assessment,
        (words) => words === "Đánh giá của tôi",
      );
      await person.page.getByText(SAVED).waitFor();
      expect(await person.page.getByLabel("Đề xuất, kiến nghị của Sở").inputValue()).toBe("Đề nghị của đồng nghiệp");
    });
    expect((await draftOf(officer, DOSSIER)).body.editorial).toEqual({
      assessment: "Đánh giá của tôi",
      recommendations: "Đề nghị của đồng nghiệp",
    });
    expect(new Set(sent.flat())).toEqual(new Set(["editorial"]));
  });

  it("is frozen as it was seen: a change since then is refused", async () => {
    const officer = await enter(accounts.officer);
    const { version } = await draftOf(officer, DOSSIER);
    const { seen } = (await officer.get(`/campaigns/${CAMPAIGN}/desk`)).body;
    await colleagueSaves(DOSSIER, ({ editorial }) => ({ editorial: { ...editorial, assessment: "Đã đổi" } }));
    const frozen = await command(officer, DOSSIER, { verb: "freeze", draftVersion: version, seen, missing: [] });
    expect(frozen).toMatchObject({ status: 409, body: { code: "draft-changed" } });
  });
});
