import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";

const tailLines = 40;
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number | undefined} [uid]
 * @property {number | undefined} [gid]
 * @property {string} [log] a file that keeps the whole output
 * @property {(line: string) => void} [onLine]
 */

/**
 * Runs a command to its end; its last lines come back so that a failure can be explained.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runCommand(command, args, options = {}) {
  const { log, onLine, uid, gid, ...rest } = options;
  if (log) mkdirSync(dirname(log), { recursive: true });
  const file = log ? createWriteStream(log) : undefined;
  const child = spawn(command, args, {
    ...rest,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  /** @type {string[]} */
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      file?.write(`${line}\n`);
      tail.push(line);
      if (tail.length > tailLines) tail.shift();
      onLine?.(line);
    });
  }
  try {
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject).on("close", (status, signal) => resolve(status ?? (signal ? 1 : 0)));
    });
    return { code, output: tail.join("\n") };
  } finally {
    running.delete(child);
    file?.end();
  }
}

/** Ends every command still running; for the moment the launcher itself is told to stop. */
export function stopCommands() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string | undefined>} what it printed, undefined when it is missing or refuses
 */
export async function ask(command, args) {
  try {
    const { code, output } = await runCommand(command, args);
    return code === 0 ? output : undefined;
  } catch {
    return undefined; // not found, not executable
  }
}
