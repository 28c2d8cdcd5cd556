import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";
import { Stop } from "./stop.mjs";

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Entry
 * @typedef {Record<string, Entry>} Packages
 */

/** @param {string} root */
export function dependenciesAreCurrent(root) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
  return wanted !== undefined && installed !== undefined && matches(wanted, installed);
}

/**
 * Compared by content, not by age: a checkout of another branch and back touches the lock and changes nothing.
 * npm writes its own list last, so an installation that was broken off has none.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function matches(wanted, installed) {
  const same = Object.entries(installed).every(
    ([path, { version, integrity }]) => wanted[path]?.version === version && wanted[path]?.integrity === integrity,
  );
  const missing = Object.entries(wanted).some(
    ([path, entry]) => path !== "" && !installed[path] && !entry.optional && !entry.devOptional && !entry.peer,
  );
  return same && !missing;
}

/**
 * @param {string} path
 * @returns {Packages | undefined}
 */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined; // not there, or cut off: either way it has to be installed again
  }
}

/**
 * @param {string} root
 * @param {import("./progress.mjs").Note} note
 */
export async function installDependencies(root, note) {
  const total = Object.keys(packagesIn(join(root, "package-lock.json")) ?? {}).length;
  const log = join(root, ".cache/logs/npm-ci.log");
  let fetched = 0;
  const { code, output } = await runCommand("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=http"], {
    cwd: root,
    log,
    onLine(line) {
      if (!line.includes("http fetch") && !line.includes("http cache")) return;
      fetched += 1;
      note(fetched < total ? `${fetched} of about ${total} packages` : `${total} packages fetched, unpacking`);
    },
  });
  if (code !== 0) throw installationFailed(output, log);
}

/**
 * @param {string} output
 * @param {string} log
 */
function installationFailed(output, log) {
  const detail = output
    .split("\n")
    .filter((line) => line.startsWith("npm error"))
    .slice(0, 8)
    .join("\n");
  const causes = /** @type {const} */ ([
    [/ENOSPC/, "The disk is full.", "Free about 2 GB and run this again."],
    [/EINTEGRITY/, "A package arrived damaged.", "Run `npm cache verify`, then this again."],
    [/EACCES|EPERM/, "npm may not write here.", "Make this folder and ~/.npm yours (chown) and run this again."],
    [
      /ENOTFOUND|ETIMEDOUT|ECONNRE|EAI_AGAIN|network/i,
      "The npm registry cannot be reached.",
      "Check the connection or `npm config get registry` and `proxy`, then run this again.",
    ],
  ]);
  const cause = causes.find(([sign]) => sign.test(output));
  const [, what, remedy] = cause ?? ["", "`npm ci` failed.", "The reason is below; mend it and run this again."];
  return new Stop(what, remedy, { detail: `${detail}\nWhole output: ${log}` });
}
