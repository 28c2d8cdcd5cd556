import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
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

async function signIn(context: BrowserContext, account: Account): Promise<void> {
  const answer = await context.request.post(`${servers.url}/api/auth/sign-in/email`, {
    data: { email: accounts[account], password: DEMO_PASSWORD },
    headers: { origin: servers.url },
  });
  expect(answer.status()).toBe(200);
}

async function openCycle(): Promise<void> {
  const context = await launchChromium();
  await signIn(context, "admin");
  const headers = { origin: servers.url };
  const data = { kind: "annual-report", year: 2026 };
  expect((await context.request.post(`${servers.url}/api/v1/campaigns`, { data, headers })).status()).toBe(200);
  await vi.waitFor(
    async () => {
      const answer = await context.request.get(`${servers.url}/api/v1/cases/annual-report-2026-syt`);
      expect(answer.status()).toBe(200);
    },
    { timeout: 30_000, interval: 100 },
  );
  await context.close();
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

interface Look {
  theme: "light" | "dark";
  language: "vi" | "en";
}

const widths = [1280, 360];
const looks = (["light", "dark"] as const).flatMap((theme) =>
  (["vi", "en"] as const).map((language): Look => ({ theme, language })),
);

async function complaintsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const headings = await page.getByRole("heading", { level: 1 }).count();
  return [
    ...violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
  ];
}

/** One load serves both widths: the page must also survive being turned or resized. */
async function complaintsAbout(page: Page, path: string): Promise<string[]> {
  await page.goto(servers.url + path);
  const complaints: string[] = [];
  for (const width of widths) {
    complaints.push(...(await complaintsAt(page, width)).map((text) => `${path} at ${width} px: ${text}`));
  }
  return complaints;
}

describe.each(people)("every screen of %s has no axe violation, one heading and no sideways scroll", (person) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await launchChromium();
    if (person) await signIn(context, person);
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(servers.url);
  });

  afterAll(() => context.close());

  it.each(looks)("$theme, $language", async ({ theme, language }) => {
    await page.evaluate(
      ([tongue, look]) => {
        localStorage.setItem("trinh-ky.language", tongue!);
        localStorage.setItem("RaStore.theme", JSON.stringify(look));
      },
      [language, theme],
    );
    const complaints: string[] = [];
    for (const { path, by } of screens) {
      if (by === person) complaints.push(...(await complaintsAbout(page, path)));
    }
    expect(complaints).toEqual([]);
  });
});
