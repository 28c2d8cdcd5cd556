import { join } from "node:path";
import { projectRoot } from "../bootstrap/project-root.mjs";
import { runCommand } from "../bootstrap/run-command.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import type { ServiceSpec } from "./service.ts";

/** A process of ours: says "ready" over ipc, ends with the launcher. */
export function appService(name: string, script: string, data: string, env: Record<string, string>): ServiceSpec {
  return {
    name,
    command: process.execPath,
    args: ["--import", "tsx", script],
    cwd: projectRoot,
    env: { ...process.env, ...env },
    log: join(data, `logs/${name.toLowerCase()}.log`),
    ipc: true,
    stopSignal: "SIGTERM",
    graceMs: 25_000,
    readyWithinMs: 60_000,
    ready: () => true,
  };
}

/** Migrations and seed, in a process of its own: the launcher holds no connection to the application's database. */
export async function prepareDatabase(url: string): Promise<void> {
  const { code, output } = await runCommand(
    process.execPath,
    ["--import", "tsx", "scripts/stack/prepare-database.ts"],
    { cwd: projectRoot, env: { ...process.env, DATABASE_URL: url, DEMO: "1" } },
  );
  if (code === 0) return;
  const mismatch = /MigrationMismatch: (.*)/.exec(output)?.[1];
  if (mismatch) {
    throw new Stop(
      `The database does not fit this code: ${mismatch}.`,
      "Or start clean: npm start -- --reset (deletes the data).",
    );
  }
  throw new Stop("The database could not be prepared.", "The reason is below.", { detail: output });
}

interface Account {
  email: string;
  password: string;
  label: { vi: string };
  unitName: string;
  can: { vi: string };
}

/** What the person at the keyboard needs next: one address, and who to be. */
export async function welcome(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/demo-accounts`);
  const accounts = (await response.json()) as Account[];
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  const lines = accounts.map(
    ({ email, label, unitName, can }) => `    ${email.padEnd(width)}  ${label.vi}, ${unitName}: ${can.vi}`,
  );
  const [first] = accounts;
  return [
    "",
    `  Trình Ký: ${url}`,
    "",
    ...(first ? [`  Tài khoản trình diễn / demo accounts (mật khẩu / password: ${first.password})`, ...lines, ""] : []),
    "  Ctrl-C dừng tất cả / stops everything.",
    "",
  ].join("\n");
}
