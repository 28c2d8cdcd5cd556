import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accounts, type Account } from "../api/support/accounts.ts";
import { launchChromium } from "../support/chromium.ts";
import { startServers, type Servers } from "../support/servers.ts";
import { builtUi } from "./support/built-ui.ts";
import { screens } from "./support/screens.ts";

const PASSWORD = "trinh-ky-demo-2026";
const people = [...new Set(screens.map(({ by }) => by))];
const appearances = (["light", "dark"] as const).flatMap((theme) =>
  (["vi", "en"] as const).flatMap((language) => [1280, 360].map((width) => ({ theme, language, width }))),
);

let servers: Servers;
let folder: string;

async function signIn(context: BrowserContext, account: Account): Promise<void> {
  const answer = await context.request.post(`${servers.url}/api/auth/sign-in/email`, {
    data: { email: accounts[account], password: PASSWORD },
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
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".MuiSkeleton-root") === null);
}

async function complaintsAbout(page: Page, path: string): Promise<string[]> {
  await page.goto(servers.url + path);
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const headings = await page.getByRole("heading", { level: 1 }).count();
  return [
    ...violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ...(wide > 0 ? [`${path}: ${wide} px wider than the screen`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} headings of level 1`]),
  ];
}

describe("every screen has no axe violation, one heading and no sideways scroll", () => {
  describe.each(appearances)("$theme, $language, $width px", ({ theme, language, width }) => {
    it.each(people)("seen by %s", async (person) => {
      const context = await launchChromium({ viewport: { width, height: 800 } });
      try {
        await context.addInitScript(
          ([tongue, look]) => {
            localStorage.setItem("trinh-ky.language", tongue!);
            localStorage.setItem("RaStore.theme", JSON.stringify(look));
          },
          [language, theme],
        );
        if (person) await signIn(context, person);
        const page = context.pages()[0] ?? (await context.newPage());
        const complaints: string[] = [];
        for (const { path, by } of screens) {
          if (by === person) complaints.push(...(await complaintsAbout(page, path)));
        }
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    });
  });
});
