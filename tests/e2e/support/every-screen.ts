import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { DEMO_PASSWORD } from "../../../api/auth/demo-accounts.ts";
import { accounts, type Account } from "../../api/support/accounts.ts";
import { CASE, command, fillDraft, openCycle, submitReport } from "../../api/support/cycle.ts";
import { signIn as signInByHttp, type Person as Caller } from "../../api/support/person.ts";
import { PUBLIC_URL } from "../../api/support/public-url.ts";
import { launchChromium } from "../../support/chromium.ts";
import { startServers, type Servers } from "../../support/servers.ts";
import { until } from "../../support/until.ts";
import { ROUND, roundOpening } from "./round.ts";
import { screens, type Screen } from "./screens.ts";

const people = [...new Set(screens.map(({ by }) => by))];
let servers: Servers;

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
  const steer = (body: object) => officer.send("POST", `/campaigns/${CAMPAIGN}/commands`, { id: randomUUID(), body });
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

/** With a request in it, and its list begun. */
async function openTheRound(): Promise<void> {
  const enter = (account: Account) => signInByHttp(servers.url, accounts[account]);
  const [admin, clerk, officer] = [await enter("admin"), await enter("clerk"), await enter("officer")];
  const send = async (person: Caller, path: string, body: object) =>
    expect((await person.send("POST", path, body)).status).toBe(200);
  await send(admin, "/campaigns", roundOpening);
  await send(clerk, `/campaigns/${ROUND}/requests`, { id: randomUUID() });
  const body = { verb: "start-consolidation", reason: "Kịp kỳ họp" };
  await send(officer, `/campaigns/${ROUND}/commands`, { id: randomUUID(), body });
  await send(officer, "/money/outside", {
    id: "00000000-0000-4000-8000-000000000001",
    unit: "SYT",
    task: "III.3.b.1",
    source: "IV.3.5",
    year: 2026,
    title: "Máy xét nghiệm do doanh nghiệp đầu tư",
    amount: "70000000",
    document: "Hợp đồng 12/2026/HĐ",
  });
}

/** The page is there when its heading is and nothing on it is still loading. */
async function settled(page: Page): Promise<void> {
  // Behind an open dialog it is there all the same, hidden from assistive technology.
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".MuiSkeleton-root, [aria-busy='true']") === null);
}

const themes = ["light", "dark"] as const;
const widths = [1280, 360];
type Theme = (typeof themes)[number];

/** As when the person changes it in another tab: the page must take it up as it stands. */
async function wear(page: Page, theme: Theme): Promise<void> {
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

/**
 * Only colours change with the theme: what is built is judged once. Legacy mode spares axe a second page for frames of
 * other origins; the application has none.
 */
function axe(page: Page, theme: Theme): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  return theme === "light" ? builder : builder.withRules(["color-contrast"]);
}

async function complaintsAt(page: Page, theme: Theme, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await settled(page);
  const { violations } = await axe(page, theme).analyze();
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
      complaints.push(
        ...(await complaintsAt(page, theme, width)).map((text) => `${path}, ${theme}, ${width} px: ${text}`),
      );
    }
  }
  if (failing !== undefined) await page.unroute(failing);
  return complaints;
}

/** Every screen as each person sees it in this language: no axe violation, one heading, nothing to read sideways. */
export function everyScreenIn(language: "vi" | "en"): void {
  beforeAll(async () => {
    servers = await startServers({ UI_DIR: inject("userInterface"), TRUSTED_ORIGINS: PUBLIC_URL });
    await openTheYear();
    await openTheRound();
  }, 180_000);

  afterAll(() => servers.stop());

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
    const looks = seen.map((screen) => [screen.path, screen] as const);
    it.each(looks)("%s", async (_, screen) => {
      await page.evaluate((tongue) => localStorage.setItem("trinh-ky.language", tongue), language);
      expect(await complaintsAbout(page, screen)).toEqual([]);
    });
  });
}
