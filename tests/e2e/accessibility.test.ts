import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";
import { accounts, type Account } from "../api/support/accounts.ts";
import { CASE, command, fillDraft, openCycle, submitReport } from "../api/support/cycle.ts";
import { signIn as signInByHttp, type Person as Caller } from "../api/support/person.ts";
import { PUBLIC_URL } from "../api/support/public-url.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { until } from "../support/until.ts";
import { builtUi } from "./support/built-ui.ts";
import { screens, type Screen } from "./support/screens.ts";

const people = [...new Set(screens.map(({ by }) => by))];
let servers: Servers;
let folder: string;

async function signIn(api: APIRequestContext, account: Account): Promise<void> {
  const answer = await api.post(`${servers.url}/api/auth/sign-in/email`, {
    data: { email: accounts[account], password: DEMO_PASSWORD },
    headers: { origin: servers.url },
  });
  expect(answer.status()).toBe(200);
}

const CAMPAIGN = "annual-report-2026";
const DOSSIER = "consolidated-report-2026";

/** A cycle in its midst: a report returned, one on a desk, one agency out of it, a dossier that came back once. */
async function openTheYear(): Promise<void> {
  const enter = (email: string) => signInByHttp(servers.url, email);
  const [officer, division, clerk] = await Promise.all(
    [accounts.officer, accounts.division, accounts.clerk].map(enter),
  );
  if (!officer || !division || !clerk) throw new Error("nobody signed in");
  await openCycle(await enter(accounts.admin), clerk);
  const back = { verb: "return", code: "incomplete", reason: "Bổ sung biểu 03", sections: ["IV"] };
  await submitReport(clerk);
  await command(await enter(accounts.reviewer), CASE, back);
  const own = `${CAMPAIGN}-skhcn`;
  const colleague = await enter("chuyenvien.skhcn@demo.trinhky.vn");
  await command(colleague, own, { verb: "submit", draftVersion: await fillDraft(colleague, own, "SKHCN") });
  const steer = (body: object) =>
    officer.send("POST", `/campaigns/${CAMPAIGN}/commands`, { id: crypto.randomUUID(), body });
  await steer({ verb: "exclude", unit: "SCT", reason: "Đã hợp nhất" });
  await steer({ verb: "start-consolidation", reason: "Kịp kỳ họp" });
  await until(
    async () => (await officer.get(`/cases/${DOSSIER}`)).status,
    (status) => status === 200,
  );
  await freezeDossier(officer);
  const returned = await command(division, DOSSIER, { ...back, sections: ["VI"] });
  expect(returned.status).toBe(200);
}

async function freezeDossier(officer: Caller): Promise<void> {
  const editorial = { assessment: "Đạt yêu cầu", recommendations: "Bố trí thêm kinh phí" };
  const draft = await officer.get(`/cases/${DOSSIER}/draft`);
  const saved = await officer.send("PUT", `/cases/${DOSSIER}/draft`, {
    version: draft.body.version,
    body: { editorial },
  });
  const { members, seen } = (await officer.get(`/campaigns/${CAMPAIGN}/desk`)).body;
  const missing = members
    .filter(({ position }) => position !== "excluded")
    .map(({ unit }) => ({ unit, reason: "Chưa có báo cáo" }));
  const body = { verb: "freeze", draftVersion: saved.body.version, seen, missing };
  expect((await command(officer, DOSSIER, body)).status).toBe(200);
}

beforeAll(async () => {
  folder = await builtUi();
  servers = await startServers({ UI_DIR: folder, TRUSTED_ORIGINS: PUBLIC_URL });
  await openTheYear();
}, 180_000);

afterAll(async () => {
  await servers.stop();
  rmSync(dirname(folder), { recursive: true, force: true });
});

/** The page is there when its heading is and nothing on it is still loading. */
async function settled(page: Page): Promise<void> {
  // Behind an open dialog it is there all the same, hidden from assistive technology.
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".MuiSkeleton-root, [aria-busy='true']") === null);
}

const languages = ["vi", "en"] as const;
const themes = ["light", "dark"] as const;
const widths = [1280, 360];

/** As when the person changes it in another tab: the page must take it up as it stands. */
async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate((newValue) => {
    localStorage.setItem("RaStore.theme", newValue);
    dispatchEvent(new StorageEvent("storage", { key: "RaStore.theme", newValue }));
  }, JSON.stringify(theme));
  await page.waitForFunction(
    // A colour half-way between two themes is in neither of them.
    (wanted) =>
      getComputedStyle(document.documentElement).colorScheme === wanted && document.getAnimations().length === 0,
    theme,
  );
}

/** Legacy mode spares axe a second page for frames of other origins; the application has none. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

async function complaintsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await settled(page);
  const { violations } = await axe(page).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const headings = await page.locator("h1").count();
  return [
    ...violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
  ];
}

/** One load serves both themes and both widths: the page must also survive being turned or resized. */
async function complaintsAbout(page: Page, { path, failing, open }: Screen): Promise<string[]> {
  if (failing !== undefined) await page.route(failing, (route) => route.abort());
  await page.goto(servers.url + path);
  await settled(page);
  await open?.(page);
  const complaints: string[] = [];
  for (const theme of themes) {
    await wear(page, theme);
    for (const width of widths) {
      complaints.push(...(await complaintsAt(page, width)).map((text) => `${path}, ${theme}, ${width} px: ${text}`));
    }
  }
  if (failing !== undefined) await page.unroute(failing);
  return complaints;
}

describe.each(people)("every screen of %s has no axe violation, one heading and no sideways scroll", (person) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await launchChromium({ reducedMotion: "reduce" });
    if (person) await signIn(context.request, person);
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(servers.url);
  });

  afterAll(() => context.close());

  const seen = screens.filter(({ by }) => by === person);
  const looks = languages.flatMap((language) => seen.map((screen) => [language, screen.path, screen] as const));
  it.each(looks)("%s %s", async (language, _, screen) => {
    await page.evaluate((tongue) => localStorage.setItem("trinh-ky.language", tongue), language);
    expect(await complaintsAbout(page, screen)).toEqual([]);
  });
});
