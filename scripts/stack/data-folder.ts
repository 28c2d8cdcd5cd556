import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { tryLock, type Lock } from "../bootstrap/file-lock.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { clusterFolder, layoutOf, type Layout } from "./layout.ts";
import { serverUser } from "./postgres-binaries.ts";

/** Takes the folder for this launcher alone; the lock's note is the address once there is one. */
export async function claimDataFolder(data: string): Promise<{ layout: Layout; lock: Lock }> {
  const layout = layoutOf(data);
  refuseForeignFolder(layout);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (serverUser()) chmodSync(data, 0o711);
  writeFileSync(layout.marker, "Data of Trình Ký. `npm start -- --reset` deletes this folder's contents.\n");
  const attempt = await tryLock(layout.lock);
  if ("lock" in attempt) return { layout, lock: attempt.lock };
  const { note, pid } = attempt.holder;
  throw new Stop(
    note
      ? `Trình Ký runs from this folder already: ${note} (process ${pid}).`
      : `Process ${pid} is starting it already.`,
    `Open that address, or stop it first: Ctrl-C where it runs, or kill ${pid}.`,
  );
}

/** `--reset` deletes what is in here, so a mistyped `--data /home` must never be taken for ours. */
function refuseForeignFolder({ data, marker }: Layout): void {
  if (!existsSync(data) || existsSync(marker) || readdirSync(data).length === 0) return;
  throw new Stop(`${data} holds files that are not Trình Ký's.`, "Name a new or an empty folder with --data.");
}

/** All but the lock that is being held. */
export function emptyDataFolder({ data, marker, lock }: Layout): void {
  rmSync(clusterFolder(data), { recursive: true, force: true });
  const kept = new Set([marker, lock].map((path) => basename(path)));
  for (const name of readdirSync(data)) if (!kept.has(name)) rmSync(join(data, name), { recursive: true, force: true });
}
