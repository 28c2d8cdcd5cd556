import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForLock } from "../bootstrap/file-lock.mjs";
import { runCommand } from "../bootstrap/run-command.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { fingerprint } from "./fingerprint.ts";

/** The generated client is not in git: made again whenever the schema it was made from has changed. */
export async function ensurePrismaClient(root: string): Promise<boolean> {
  if (isCurrent(root)) return false;
  mkdirSync(join(root, ".cache"), { recursive: true });
  const lock = await waitForLock(join(root, ".cache/prisma-generate.lock"), () => {});
  try {
    if (isCurrent(root)) return false;
    await generate(root);
    writeFileSync(marker(root), sources(root));
    return true;
  } finally {
    lock.release();
  }
}

const sources = (root: string) =>
  fingerprint(root, "prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json");
const marker = (root: string) => join(root, "prisma/generated/.made-from");
const isCurrent = (root: string) => existsSync(marker(root)) && readFileSync(marker(root), "utf8") === sources(root);

async function generate(root: string): Promise<void> {
  const { code, output } = await runCommand(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    cwd: root,
    // Generating needs no engine, but the tool looks for one; a path that exists keeps it from downloading.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", ...process.env },
  });
  if (code === 0) return;
  throw new Stop("The database client could not be generated from prisma/schema.prisma.", "The reason is below.", {
    detail: output,
  });
}
