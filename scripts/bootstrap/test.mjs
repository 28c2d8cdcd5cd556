import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { obtainChromium } from "./chromium.mjs";
import { ensurePackages, installing, readTypeScript } from "./packages.mjs";
import { Progress } from "./progress.mjs";
import { projectRoot } from "./project-root.mjs";
import { checkRequirements } from "./requirements.mjs";
import { stopCommands } from "./run-command.mjs";
import { explain } from "./stop.mjs";
import { obtainTemporal } from "./temporal-binaries.mjs";
import { obtainTestServer } from "./test-server.mjs";

/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ name: string, status: string, startTime: number, endTime: number, assertionResults: Assertion[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileResult[] }} Report
 */

/**
 * `npm test`: everything the tests stand on, then the tests, then what came of them.
 * @param {readonly string[]} args handed on to vitest
 */
export async function test(args) {
  process.once("exit", stopCommands);
  const report = join(projectRoot, ".cache/test-report.json");
  try {
    await obtainAll();
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
  mkdirSync(join(projectRoot, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const code = await runVitest([...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  process.exit(conclude(report, code));
}

async function obtainAll() {
  await checkRequirements();
  const titles = { temporal: "Temporal server", skipping: "Time-skipping test server", browser: "Chromium" };
  const progress = new Progress([installing, ...Object.values(titles)]);
  await Promise.all([
    ensurePackages(projectRoot, progress).then(async () => {
      await readTypeScript();
      const { ensurePrismaClient } = await import("../stack/prisma-client.ts");
      await ensurePrismaClient(projectRoot);
      await progress.run(titles.skipping, (note) => obtainTestServer(projectRoot, note));
      await progress.run(titles.browser, (note) => obtainChromium(projectRoot, note));
    }),
    progress.run(titles.temporal, (note) => obtainTemporal(projectRoot, note)),
  ]);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runVitest(args) {
  const command = [join(projectRoot, "node_modules/vitest/vitest.mjs"), "run", ...args];
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/**
 * A file that could not even be loaded counts as a failure, and a run without a test is none.
 * @param {string} path
 * @param {number} code
 */
function conclude(path, code) {
  const { numPassedTests, numFailedTests, testResults } = /** @type {Report} */ (
    JSON.parse(readFileSync(path, "utf8"))
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !failures(assertionResults),
  );
  const failed = numFailedTests + broken.length;
  console.log(summary(testResults));
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return code === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1;
}

/** @param {Assertion[]} results */
const failures = (results) => results.filter(({ status }) => status === "failed").length;

/** @param {FileResult[]} results */
function summary(results) {
  /** @type {Map<string, { tests: number, ms: number }>} */
  const folders = new Map();
  for (const { name, assertionResults, startTime, endTime } of results) {
    const folder = name
      .slice(projectRoot.length + 1)
      .split("/")
      .slice(0, 2)
      .join("/");
    const so = folders.get(folder) ?? { tests: 0, ms: 0 };
    folders.set(folder, { tests: so.tests + assertionResults.length, ms: so.ms + (endTime - startTime) });
  }
  const line = /** @param {[string, { tests: number, ms: number }]} entry */ ([folder, { tests, ms }]) =>
    `  ${folder.padEnd(18)} ${String(tests).padStart(5)} tests ${(ms / 1000).toFixed(1).padStart(8)} s`;
  return ["", ...[...folders].map(line)].join("\n");
}
