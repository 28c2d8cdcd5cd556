import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryLock } from "./file-lock.mjs";
import { Stop } from "./stop.mjs";

export const markerName = "trinh-ky";
export const lockName = "launcher.lock";

/**
 * Takes the folder for this launcher alone until the process ends; the lock's note is the address once there is one.
 * @param {string} data
 */
export async function claimDataFolder(data) {
  refuseForeignFolder(data);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // Started by root, PostgreSQL runs as another user, who must be able to walk down to its own part.
  if (process.getuid?.() === 0) chmodSync(data, 0o711);
  writeFileSync(join(data, markerName), "Data of Trình Ký. `npm start -- --reset` deletes this folder's contents.\n");
  const attempt = await tryLock(join(data, lockName));
  if ("lock" in attempt) {
    process.once("exit", () => attempt.lock.release());
    return attempt.lock;
  }
  const { note, pid } = attempt.holder;
  throw new Stop(
    note
      ? `Trình Ký runs from this folder already: ${note} (process ${pid}).`
      : `Process ${pid} is starting it already.`,
    `Open that address, or stop it first: Ctrl-C where it runs, or kill ${pid}.`,
  );
}

/**
 * `--reset` deletes what is in here, so a mistyped `--data /home` must never be taken for ours.
 * @param {string} data
 */
function refuseForeignFolder(data) {
  if (!existsSync(data) || existsSync(join(data, markerName)) || readdirSync(data).length === 0) return;
  throw new Stop(`${data} holds files that are not Trình Ký's.`, "Name a new or an empty folder with --data.");
}
