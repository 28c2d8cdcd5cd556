import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { inject } from "vitest";
import type {} from "./provided.ts";

type PersistentOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A browser that talks to nobody but the pages it is sent to. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** One person at one browser: a profile of its own, gone when the context is closed. */
export async function launchChromium(options: PersistentOptions = {}): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), "trinh-ky-chromium-"));
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : []; // its sandbox refuses to run as root
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject("chromium"),
    headless: true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 900 },
    args: [...quiet, ...sandbox],
    ...options,
  });
  const close = context.close.bind(context);
  // Chromium's children may still write while they end: the folder goes away a moment later, and is waited for.
  context.close = async (reason) => {
    await close(reason);
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return context;
}
