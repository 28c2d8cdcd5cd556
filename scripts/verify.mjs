import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./bootstrap/project-root.mjs";

/** The guards, two at a time; quick enough to run before every commit. */
const checks = [
  ["format", "prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
  ["types", "typescript/bin/tsc", "-b"],
  [
    "arrows",
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    "domain",
    "workflows",
    "store",
    "workers",
    "api",
    "admin-ui/src",
    "scripts",
    "prisma",
  ],
  ["lint", "eslint/bin/eslint.js", "--cache", "--cache-location", ".cache/eslint", "."],
  ["unit tests", "vitest/vitest.mjs", "run", "--project", "unit", "--reporter=dot"],
];

/**
 * @param {readonly string[]} check
 * @returns {Promise<boolean>}
 */
function run([name = "", script = "", ...args]) {
  const since = Date.now();
  const child = spawn(process.execPath, [join(projectRoot, "node_modules", script), ...args], { cwd: projectRoot });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once("exit", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

const { readTypeScript } = await import("./bootstrap/packages.mjs");
await readTypeScript();
const { ensurePrismaClient } = await import("./stack/prisma-client.ts");
await ensurePrismaClient(projectRoot);
const waiting = [...checks];
/** @type {boolean[]} */
const results = [];
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
};
await Promise.all([work(), work()]);
process.exit(results.every(Boolean) ? 0 : 1);
