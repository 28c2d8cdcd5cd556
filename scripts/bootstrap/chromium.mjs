import { existsSync } from "node:fs";
import { ask, runCommand } from "./run-command.mjs";
import { Stop } from "./stop.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const debianPackages = ["chromium", "fonts-noto-core", "fonts-liberation"];

/**
 * @param {string} root
 * @param {import("./progress.mjs").Note} note
 * @returns {Promise<string>} the path of a browser that starts
 */
export async function obtainChromium(root, note) {
  const found = (await findChromium()) ?? (await installDebian(note)) ?? (await installPlaywright(root, note));
  if (found) return found;
  throw new Stop(
    "The browser tests need Chromium, and none was found or could be installed.",
    "Install it (Debian: sudo apt-get install chromium fonts-noto-core; else https://www.chromium.org) or name one: CHROMIUM_PATH=…",
  );
}

async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  for (const command of commands) {
    const path = (await ask("/bin/sh", ["-c", `command -v ${command}`]))?.trim();
    if (path) return path;
  }
  return macApplications.find((path) => existsSync(path)) ?? (await playwrightsOwn());
}

async function playwrightsOwn() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** @param {import("./progress.mjs").Note} note */
async function installDebian(note) {
  if (process.getuid?.() !== 0 || (await ask("apt-get", ["--version"])) === undefined) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=180"];
  note("apt-get update");
  await runCommand("apt-get", [...wait, "update"], { env });
  const install = [...wait, "install", "-y", "--no-install-recommends", ...debianPackages];
  await runCommand("apt-get", install, { env, onLine: (line) => note(line.trim()) });
  return findChromium();
}

/**
 * @param {string} root
 * @param {import("./progress.mjs").Note} note
 */
async function installPlaywright(root, note) {
  note("Playwright's own download");
  const tool = "node_modules/playwright-core/cli.js";
  await runCommand(process.execPath, [tool, "install", "chromium"], { cwd: root, onLine: (line) => note(line.trim()) });
  return playwrightsOwn();
}
