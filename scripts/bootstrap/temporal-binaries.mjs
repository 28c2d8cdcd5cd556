import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { waitForLock } from "./file-lock.mjs";
import { ask } from "./run-command.mjs";
import { buildTemporal } from "./temporal-build.mjs";
import { temporalVersions } from "./temporal-version.mjs";
import { platform, userCache } from "./user-cache.mjs";

/**
 * @typedef {{ server: string, sqlTool: string, from: "PATH" | "cache" | "build" }} TemporalBinaries
 */

/**
 * @param {string} root
 * @param {import("./progress.mjs").Note} note
 * @returns {Promise<TemporalBinaries>}
 */
export async function obtainTemporal(root, note) {
  const version = temporalVersions(root).server;
  const home = userCache(`temporal-${version}`, platform);
  const found = await findTemporal(version, home);
  if (found) return found;
  mkdirSync(dirname(home), { recursive: true });
  const lock = await waitForLock(`${home}.lock`, ({ pid }) => note(`process ${pid} is building it already; waiting`));
  try {
    return (await findTemporal(version, home)) ?? (await build(root, home, note));
  } finally {
    lock.release();
  }
}

/**
 * @param {string} version
 * @param {string} home
 * @returns {Promise<TemporalBinaries | undefined>}
 */
async function findTemporal(version, home) {
  if (await isVersion(version, "temporal-server", "temporal-sql-tool")) {
    return { server: "temporal-server", sqlTool: "temporal-sql-tool", from: "PATH" };
  }
  const cached = binariesIn(home);
  // Asking it for its version proves more than that the file exists: that it is whole and runs on this machine.
  return (await isVersion(version, cached.server, cached.sqlTool)) ? { ...cached, from: "cache" } : undefined;
}

/** @param {string} home */
const binariesIn = (home) => ({ server: join(home, "temporal-server"), sqlTool: join(home, "temporal-sql-tool") });

/**
 * @param {string} version
 * @param {string} server
 * @param {string} sqlTool
 */
async function isVersion(version, server, sqlTool) {
  const answers = await Promise.all([ask(server, ["--version"]), ask(sqlTool, ["--version"])]);
  return answers.every((answer) => answer?.trim().endsWith(` ${version}`));
}

/**
 * @param {string} root
 * @param {string} home
 * @param {import("./progress.mjs").Note} note
 * @returns {Promise<TemporalBinaries>}
 */
async function build(root, home, note) {
  rmSync(home, { recursive: true, force: true });
  await buildTemporal(root, home, note);
  return { ...binariesIn(home), from: "build" };
}
