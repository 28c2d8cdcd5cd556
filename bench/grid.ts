/**
 * How the grid feels with 500 rows × 8 columns: time from a key press to the frame that shows it, and frames while one
 * scrolls. `npx tsx bench/grid.ts [path of Chromium]`; bar: a key press is on screen within 50 ms (p95).
 */
import { chromium, type Page } from "playwright-core";
import { startPages } from "../tests/ui/support/pages.ts";

const KEYS = 120;
const SLOWER = 4;

const percentile = (values: readonly number[], share: number): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
};

const report = (name: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(46)} n=${values.length}  p50 ${percentile(values, 0.5)} ms  p95 ${percentile(values, 0.95)} ms  max ${percentile(values, 1)} ms`,
  );

/** From the event's own time stamp to the frame after the one that drew its effect. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    addEventListener(
      "keydown",
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      true,
    );
  });
}

async function timesOf(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => ((window as unknown as { times: number[] }).times.length = 0));
  for (const key of keys) await page.keyboard.press(key, { delay: 30 });
  await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, keys.length);
  return page.evaluate(() => [...(window as unknown as { times: number[] }).times]);
}

const repeat = (keys: readonly string[]): string[] =>
  Array.from({ length: KEYS }, (_, index) => keys[index % keys.length]!);

/** Between two frames while the wheel turns 60 px in each, through the whole sheet. */
const framesWhileScrolling = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const scroller = document.querySelector("[role=grid]")!.parentElement!;
    const gaps: number[] = [];
    let before = performance.now();
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += 60;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - before);
      before = now;
    }
    return gaps;
  });

async function measure(page: Page, label: string): Promise<void> {
  await page.locator('[data-row="0"][data-column="0"]').click();
  report(`${label}: move to the next cell`, await timesOf(page, repeat(["ArrowRight", "ArrowDown"])));
  await page.keyboard.press("Control+Home");
  report(`${label}: type into a cell`, await timesOf(page, repeat(["a", "b", "c", "d", "e", "f"])));
  await page.keyboard.press("Escape");
  await page.locator('[data-row="5"][data-column="3"]').click();
  report(`${label}: a price, then Enter (sums anew)`, await timesOf(page, repeat(["1", "2", "Enter"])));
  await page.keyboard.press("Control+Home");
  report(`${label}: frames while scrolling 500 rows`, await framesWhileScrolling(page));
}

const pages = await startPages();
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: sandbox });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${pages.url}/?page=grid&rows=500`);
await page.getByRole("grid").waitFor();
await watchKeys(page);
await measure(page, "this machine");
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
await measure(page, `processor ${SLOWER} times slower`);
await browser.close();
await pages.stop();
