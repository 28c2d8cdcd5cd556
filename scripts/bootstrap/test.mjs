import { obtainChromium } from "./chromium.mjs";
import { ensurePackages, installing, readTypeScript } from "./packages.mjs";
import { Progress } from "./progress.mjs";
import { projectRoot } from "./project-root.mjs";
import { checkRequirements } from "./requirements.mjs";
import { stopCommands } from "./run-command.mjs";
import { explain } from "./stop.mjs";
import { obtainTemporal } from "./temporal-binaries.mjs";
import { obtainTestServer } from "./test-server.mjs";

const titles = {
  temporal: "Obtaining the Temporal server",
  skipping: "Obtaining the time-skipping test server",
  browser: "Finding Chromium",
  client: "Database client",
};

/**
 * `npm test`: everything the tests stand on, then the tests, then what came of them.
 * @param {readonly string[]} args handed on to vitest: a path, --project api
 */
export async function test(args) {
  process.once("exit", stopCommands);
  const giveUp = () => process.exit(130);
  process.once("SIGINT", giveUp).once("SIGTERM", giveUp);
  try {
    await obtainAll(wantedProjects(args));
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
  process.removeListener("SIGINT", giveUp).removeListener("SIGTERM", giveUp);
  const { runTests } = await import("../test/run.ts");
  process.exit(await runTests(projectRoot, args));
}

/**
 * @param {readonly string[]} args
 * @returns {(project: string) => boolean} what a narrowed run does not touch need not be there
 */
function wantedProjects(args) {
  const line = args.join(" ");
  const named = [...line.matchAll(/--project[= ](\S+)|tests\/(\w+)/g)].map((match) => match[1] ?? match[2]);
  return (project) => named.length === 0 || named.includes(project);
}

/** @param {(project: string) => boolean} wants */
async function obtainAll(wants) {
  await checkRequirements();
  const progress = new Progress([titles.temporal, installing, titles.client]);
  const withServer = ["api", "e2e", "chaos", "launcher", "bench"].some(wants);
  await Promise.all([
    withServer ? progress.run(titles.temporal, (note) => obtainTemporal(projectRoot, note)) : undefined,
    ensurePackages(projectRoot, progress).then(() => obtainWithPackages(progress, wants)),
  ]);
}

/**
 * @param {Progress} progress
 * @param {(project: string) => boolean} wants
 */
async function obtainWithPackages(progress, wants) {
  await readTypeScript();
  const { ensurePrismaClient } = await import("../stack/prisma-client.ts");
  await progress.run(titles.client, () => ensurePrismaClient(projectRoot));
  if (wants("workflows")) await progress.run(titles.skipping, (note) => obtainTestServer(projectRoot, note));
  if (wants("e2e")) await progress.run(titles.browser, (note) => obtainChromium(projectRoot, note));
}
