import { claimDataFolder } from "./data-folder.mjs";
import { ensurePackages, installing, readTypeScript } from "./packages.mjs";
import { Progress } from "./progress.mjs";
import { projectRoot } from "./project-root.mjs";
import { checkRequirements } from "./requirements.mjs";
import { stopCommands } from "./run-command.mjs";
import { startOptions } from "./start-options.mjs";
import { explain } from "./stop.mjs";
import { obtainTemporal } from "./temporal-binaries.mjs";

const obtaining = "Obtaining the Temporal server";

/**
 * The part of `npm start` that needs no package: it fetches them, and what takes minutes goes on beside it.
 * @param {readonly string[]} args
 */
export async function start(args) {
  const progress = new Progress([installing, obtaining]);
  const giveUp = () => process.exit(130);
  process.once("SIGINT", giveUp).once("SIGTERM", giveUp).once("SIGHUP", giveUp);
  process.once("exit", stopCommands);
  try {
    const options = startOptions(args, projectRoot);
    await checkRequirements();
    const lock = await claimDataFolder(options.data);
    const temporal = beginTemporal(progress);
    await Promise.race([ensurePackages(projectRoot, progress), failureOf(temporal)]);
    await readTypeScript();
    // Before the stack is read: it reads the tables, and a fresh clone has no client for them yet.
    const { ensurePrismaClient } = await import("../stack/prisma-client.ts");
    await ensurePrismaClient(projectRoot);
    const { startStack } = await import("../start.ts");
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(signal, giveUp);
    await startStack({ root: projectRoot, progress, lock, temporal, ...options });
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
}

/** @param {Progress} progress */
function beginTemporal(progress) {
  if (process.env.TEMPORAL_ADDRESS) return undefined;
  const temporal = progress.run(
    obtaining,
    (note) => obtainTemporal(projectRoot, note),
    ({ from }) => ({ PATH: "found on PATH", cache: "from the cache", build: "built" })[from],
  );
  temporal.catch(() => {}); // told where it is awaited
  return temporal;
}

/**
 * @param {Promise<unknown> | undefined} work
 * @returns {Promise<never>} only ever a failure
 */
function failureOf(work) {
  return new Promise((_resolve, reject) => void work?.catch(reject));
}
