import { randomUUID } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { commandLine, identify } from "../bootstrap/process-identity.mjs";
import { runCommand } from "../bootstrap/run-command.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { postgresBinaries } from "./postgres-binaries.ts";
import { endStranger, type ServiceSpec } from "./service.ts";

export const administrator = "postgres";

export type ClusterOptions = {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly log: string;
  /** Test clusters may lose everything in a power cut and are twice as quick for it. */
  readonly settings?: readonly string[];
};

export async function createCluster({ folder, password }: ClusterOptions): Promise<void> {
  const { initdb, major, user } = postgresBinaries();
  if (existsSync(join(folder, "PG_VERSION"))) return requireMajor(folder, major);
  const draft = `${folder}.${randomUUID()}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const { code, output } = await runCommand(initdb, initdbArguments(draft, passwordFile), { cwd: "/", ...user });
    if (code !== 0) throw clusterFailed(output);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder); // whole or not at all
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  const locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", administrator, "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  // Two checkouts' tests start at once: without the sync initdb is a second quicker, and the rename makes it whole.
  return ["-D", folder, "--no-instructions", ...access, ...locale];
}

function requireMajor(folder: string, major: number): void {
  const made = Number(readFileSync(join(folder, "PG_VERSION"), "utf8"));
  if (made === major) return;
  throw new Stop(
    `The data in ${folder} were made by PostgreSQL ${made}; this version of Trình Ký runs PostgreSQL ${major}.`,
    "Go on with the version you had, or start clean with `npm start -- --reset` (this deletes the data).",
  );
}

function clusterFailed(output: string): Stop {
  const full = /No space left/i.test(output);
  const remedy = full ? "Free about 1 GB and run this again." : "The reason is below.";
  return new Stop(full ? "The disk is full." : "PostgreSQL could not create its data folder.", remedy, {
    detail: output,
  });
}

export function postgresService(options: ClusterOptions): ServiceSpec {
  const { postgres, user } = postgresBinaries();
  const { folder, port, password, log, settings = [] } = options;
  // No unix socket: its path would be longer than the system allows in a deep folder.
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "timezone=UTC"];
  return {
    name: "PostgreSQL",
    command: postgres,
    args: ["-D", folder, "-p", String(port), ...[...fixed, ...settings].flatMap((setting) => ["-c", setting])],
    cwd: "/",
    user,
    log,
    stopSignal: "SIGINT", // "fast": ends the sessions, writes a checkpoint
    graceMs: 20_000,
    readyWithinMs: 60_000, // after a hard kill it replays its log first
    beforeStart: () => endOrphan(folder),
    ready: () => answers(port, password),
  };
}

/**
 * A launcher killed hard leaves its PostgreSQL running, and its pid file may by now name somebody else's process.
 * Only a process whose command line names this very folder is ours.
 */
async function endOrphan(folder: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const identity = identify(Number(readFileSync(pidFile, "utf8").split("\n")[0]));
  if (identity && commandLine(identity.pid).includes(`-D ${folder} `)) await endStranger(identity, "SIGINT", 20_000);
  rmSync(pidFile, { force: true });
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl({ port, password }), connectionTimeoutMillis: 2_000 });
  client.on("error", () => {}); // it may be ended under us; the next attempt tells
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") return false; // not up yet
    throw new Stop(
      "The database in the data folder does not know this launcher's password (the secrets file was lost or replaced).",
      "Put the old secrets.json back beside it, or start clean with `npm start -- --reset` (this deletes the data).",
    );
  } finally {
    await client.end().catch(() => {}); // never connected
  }
}

type Place = { port: number; password: string; role?: string; database?: string };

export function databaseUrl({ port, password, role = administrator, database = "postgres" }: Place): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** The server's own user must be able to walk down to its folder. */
export function openWayTo(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  if (postgresBinaries().user) chmodSync(dirname(folder), 0o711);
}
