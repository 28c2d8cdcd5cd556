import { randomInt } from "node:crypto";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { ask } from "../bootstrap/run-command.mjs";

/** Below the range that the system gives to outgoing connections, so that a port stays free between two starts. */
const range = { from: 15_000, to: 31_000 };

export async function isFree(port: number): Promise<boolean> {
  // A browser tries ::1 for "localhost" too: a stranger there would answer in our place.
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRNOTAVAIL"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Starts at a random place: two checkouts that look at the same moment should not meet. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = randomInt(range.from, range.to); found.length < count; port += 1) {
    if (port > range.to) port = range.from;
    if (await isFree(port)) found.push(port);
  }
  return found;
}

export async function nextFreePort(from: number): Promise<number> {
  let port = from;
  while (!(await isFree(port))) port += 1;
  return port;
}

/** "node (process 123)" when the system tells, else nothing. */
export async function whoListens(port: number): Promise<string | undefined> {
  if (process.platform === "linux") return listenerOnLinux(port);
  const answer = await ask("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"]);
  const [, pid, name] = /p(\d+)\nc(.+)/.exec(answer ?? "") ?? [];
  return pid && `${name} (process ${pid})`;
}

function listenerOnLinux(port: number): string | undefined {
  const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listeningSockets(table, port)));
  if (sockets.size === 0) return undefined;
  const pid = readdirSync("/proc").find((entry) => /^\d+$/.test(entry) && owns(entry, sockets));
  return pid && `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
}

function listeningSockets(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return readIfThere(table)
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === "0A")
    .map((fields) => `socket:[${fields[9]}]`);
}

function owns(pid: string, sockets: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false; // somebody else's process, or gone
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // a kernel without IPv6 has no such table
  }
}
