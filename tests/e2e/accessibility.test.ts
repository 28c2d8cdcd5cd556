import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { request, type APIRequestContext, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DEMO_PASSWORD } from "../../api/auth/demo-accounts.ts";
import { accounts, type Account } from "../api/support/accounts.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { builtUi } from "./support/built-ui.ts";
import { screens } from "./support/screens.ts";

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

async function openCycle(): Promise<void> {
  const api = await request.newContext({ baseURL: servers.url, extraHTTPHeaders: { origin: servers.url } });
  await signIn(api, "admin");
  const opened = await api.post("/api/v1/campaigns", { data: { kind: "annual-report", year: 2026 } });
  expect(opened.status()).toBe(200);
  await vi.waitFor(async () => expect((await api.get("/api/v1/cases/annual-report-2026-syt")).status()).toBe(200), {
    timeout: 30_000,
    interval: 100,
  });
  await api.dispose();
}

beforeAll(async () => {
  folder = await builtUi();
  servers = await startServers({ UI_DIR: folder });
  await openCycle();
}, 180_000);

afterAll(async () => {
  await servers.stop();
  rmSync(dirname(folder), { recursive: true, force: true });
});

/** The page is there when its heading is and nothing on it is still loading. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
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
  const headings = await page.getByRole("heading", { level: 1 }).count();
  return [
    ...violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
  ];
}

/** One load serves both themes and both widths: the page must also survive being turned or resized. */
async function complaintsAbout(page: Page, path: string): Promise<string[]> {
  await page.goto(servers.url + path);
  await settled(page);
  const complaints: string[] = [];
  for (const theme of themes) {
    await wear(page, theme);
    for (const width of widths) {
      complaints.push(...(await complaintsAt(page, width)).map((text) => `${path}, ${theme}, ${width} px: ${text}`));
    }
  }
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

  const seen = screens.filter(({ by }) => by === person).map(({ path }) => path);
  it.each(languages.flatMap((language) => seen.map((path) => [language, path] as const)))(
    "%s %s",
    async (language, path) => {
      await page.evaluate((tongue) => localStorage.setItem("trinh-ky.language", tongue), language);
      expect(await complaintsAbout(page, path)).toEqual([]);
    },
  );
});
