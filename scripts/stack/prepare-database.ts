import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../bootstrap/project-root.mjs";

type Prepare = {
  migrate?: (url: string, onProgress?: (line: string) => void) => Promise<{ applied: string[] }>;
  seed?: (url: string, options: { demo: boolean }) => Promise<void>;
};

/** As a process of its own: node --import tsx scripts/stack/prepare-database.ts (DATABASE_URL, DEMO). */
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
await (await load("store/migrate.ts")).migrate?.(url, (line) => process.stdout.write(`${line}\n`));
await (await load("prisma/seed/main.ts")).seed?.(url, { demo: process.env.DEMO !== "0" });

async function load(path: string): Promise<Prepare> {
  const file = join(projectRoot, path);
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Prepare) : {};
}
