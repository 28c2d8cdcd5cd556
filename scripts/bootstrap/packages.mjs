import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { dependenciesAreCurrent, installDependencies } from "./dependencies.mjs";
import { waitForLock } from "./file-lock.mjs";

export const installing = "Installing packages";

/**
 * Start, test and verify may meet in one folder: only one of them installs.
 * @param {string} root
 * @param {import("./progress.mjs").Progress} progress
 */
export async function ensurePackages(root, progress) {
  if (dependenciesAreCurrent(root)) return progress.skip(installing);
  mkdirSync(join(root, ".cache"), { recursive: true });
  await progress.run(installing, async (note) => {
    const lock = await waitForLock(join(root, ".cache/npm-ci.lock"), ({ pid }) =>
      note(`process ${pid} does it already`),
    );
    try {
      if (!dependenciesAreCurrent(root)) await installDependencies(root, note);
    } finally {
      lock.release();
    }
  });
}

/** From here on TypeScript files can be imported. */
export async function readTypeScript() {
  const { register } = await import("tsx/esm/api");
  register();
}
