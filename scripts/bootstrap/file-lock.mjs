import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./process-identity.mjs";

const heartbeatMs = 1_000;

/**
 * @typedef {{ pid: number, startedAt: string, host: string, note?: string }} Holder
 * @typedef {{ release: () => void, annotate: (note: string) => void }} Lock
 */

/**
 * Takes the lock, or says who holds it.
 * @param {string} path
 * @returns {Promise<{ lock: Lock } | { holder: Holder }>}
 */
export async function tryLock(path) {
  for (;;) {
    const lock = create(path);
    if (lock) return { lock };
    const holder = read(path);
    if (holder && (await holds(holder, path))) return { holder };
    discard(path, holder);
  }
}

/**
 * @param {string} path
 * @param {(holder: Holder) => void} onWait
 * @returns {Promise<Lock>}
 */
export async function waitForLock(path, onWait) {
  for (;;) {
    const attempt = await tryLock(path);
    if ("lock" in attempt) return attempt.lock;
    onWait(attempt.holder);
    await sleep(500);
  }
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function create(path) {
  const self = identify(process.pid);
  const mine = { pid: process.pid, startedAt: self?.startedAt ?? "", host: hostname() };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, path); // atomic, and never a half-written lock
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const beat = setInterval(() => touch(path), heartbeatMs);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      rmSync(path, { force: true });
    },
    annotate(note) {
      writeFileSync(draft, JSON.stringify({ ...mine, note }), { mode: 0o600 });
      renameSync(draft, path);
    },
  };
}

/** @param {string} path */
function touch(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // the folder was removed under us: the lock is gone with it
  }
}

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined; // released meanwhile, or not ours to understand
  }
}

/**
 * @param {Holder} holder
 * @param {string} path
 */
async function holds(holder, path) {
  if (holder.host === hostname()) return isAlive(holder);
  // Another machine or container on the same disk: its process cannot be seen, its heartbeat can.
  const before = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  await sleep(heartbeatMs * 3);
  const after = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return after !== undefined && after !== before;
}

/**
 * Moves a dead holder's lock aside; puts it back if a new holder was quicker.
 * @param {string} path
 * @param {Holder | undefined} dead
 */
function discard(path, dead) {
  const aside = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, aside);
    const found = read(aside);
    if (found && JSON.stringify(found) !== JSON.stringify(dead)) linkSync(aside, path);
  } catch {
    // someone else moved it first
  }
  rmSync(aside, { force: true });
}
