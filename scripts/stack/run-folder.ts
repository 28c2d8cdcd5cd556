import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identify, isAlive, type ProcessIdentity } from "../bootstrap/process-identity.mjs";
import { endStranger } from "./service.ts";

const prefix = "trinh-ky-test-";
const record = "processes.json";
type Processes = { owner: ProcessIdentity; children: ProcessIdentity[] };

export function newRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user and must be able to walk down
  recordProcesses(folder, []);
  return folder;
}

export function recordProcesses(folder: string, children: readonly ProcessIdentity[]): void {
  const owner = identify(process.pid);
  writeFileSync(join(folder, record), JSON.stringify({ owner, children }));
}

/** A run that was killed hard left its servers running and its files lying. */
export async function clearDeadRuns(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix));
  await Promise.all(folders.map((name) => clearIfDead(join(tmpdir(), name))));
}

async function clearIfDead(folder: string): Promise<void> {
  const processes = readProcesses(folder);
  if (processes ? isAlive(processes.owner) : isYoung(folder)) return;
  await Promise.all((processes?.children ?? []).map((child) => endStranger(child, "SIGKILL", 5_000)));
  rmSync(folder, { recursive: true, force: true });
}

function readProcesses(folder: string): Processes | undefined {
  const path = join(folder, record);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Processes) : undefined;
}

/** Another run may be between making its folder and writing its first record. */
function isYoung(folder: string): boolean {
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000;
}
