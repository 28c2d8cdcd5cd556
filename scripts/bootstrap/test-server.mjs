import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { waitForLock } from "./file-lock.mjs";
import { ask, runCommand } from "./run-command.mjs";
import { Stop } from "./stop.mjs";
import { platform, userCache } from "./user-cache.mjs";

/**
 * Temporal's time-skipping test server, as the SDK wants it named.
 * @typedef {{ type: "existing-path", path: string } | { type: "cached-download", downloadDir: string }} TestServer
 */

/**
 * @param {string} root
 * @param {import("./progress.mjs").Note} note
 * @returns {Promise<TestServer>}
 */
export async function obtainTestServer(root, note) {
  const pom = join(root, "tools/test-server/pom.xml");
  const version = /<version>(.+)<\/version>/.exec(readFileSync(pom, "utf8"))?.[1];
  const home = userCache(`test-server-${version}`);
  const path = join(home, "temporal-test-server");
  if (existsSync(path)) return { type: "existing-path", path };
  note("asking for the SDK's download");
  if (await sdkDownloadAnswers()) return sdkDownload();
  mkdirSync(dirname(home), { recursive: true });
  const lock = await waitForLock(`${home}.lock`, ({ pid }) => note(`process ${pid} fetches it already; waiting`));
  try {
    if (!existsSync(path)) await fromMaven(root, pom, home, note);
  } finally {
    lock.release();
  }
  return { type: "existing-path", path };
}

/** @returns {TestServer} */
function sdkDownload() {
  const downloadDir = userCache("sdk-test-server", platform);
  mkdirSync(downloadDir, { recursive: true });
  return { type: "cached-download", downloadDir };
}

async function sdkDownloadAnswers() {
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const query = `arch=${arch}&platform=${process.platform}&sdk-name=sdk-typescript&sdk-version=1.24.0`;
  try {
    const url = `https://temporal.download/temporal-test-server/default?${query}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) });
    const { archiveUrl } = /** @type {{ archiveUrl: string }} */ (await answer.json());
    return (await fetch(archiveUrl, { method: "HEAD", signal: AbortSignal.timeout(4_000) })).ok;
  } catch {
    return false; // no way out of this network, or no build for this platform
  }
}

/**
 * @param {string} root
 * @param {string} pom
 * @param {string} home
 * @param {import("./progress.mjs").Note} note
 */
async function fromMaven(root, pom, home, note) {
  if ((await ask("java", ["-version"])) === undefined || (await ask("mvn", ["-q", "--version"])) === undefined) {
    throw new Stop(
      "The workflow tests need Temporal's test server: its download does not answer, and Java or Maven is missing.",
      "Install Java 11 or newer and Maven, or run the other tests: npm test -- --project unit --project store",
    );
  }
  note("fetching 40 libraries with Maven");
  const draft = `${home}.${process.pid}`;
  const log = join(root, ".cache/logs/test-server.log");
  const copy = ["-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${join(draft, "lib")}`];
  const { code, output } = await runCommand("mvn", copy, { cwd: root, log, onLine: mavenNotes(note) });
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const detail = output
      .split("\n")
      .filter((line) => line.includes("ERROR"))
      .slice(0, 4)
      .join("\n");
    throw new Stop("Maven could not fetch Temporal's test server.", `Run this again; the log: ${log}`, { detail });
  }
  writeScript(draft, home);
  renameSync(draft, home);
}

/** @param {import("./progress.mjs").Note} note */
function mavenNotes(note) {
  let fetched = 0;
  /** @param {string} line */
  return (line) => {
    if (line.includes("Downloaded from")) note(`${(fetched += 1)} files fetched with Maven`);
  };
}

/**
 * `exec`, because the SDK ends only the process it started itself. It wants an answer within 5 seconds, which the two
 * options bring down to one.
 * @param {string} draft
 * @param {string} home
 */
function writeScript(draft, home) {
  const script = join(draft, "temporal-test-server");
  const java = `exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "${home}/lib/*" io.temporal.testserver.TestServer "$@"`;
  writeFileSync(script, `#!/bin/sh\n${java}\n`);
  chmodSync(script, 0o755);
}
