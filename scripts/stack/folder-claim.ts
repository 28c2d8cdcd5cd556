import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identify, isAlive, type ProcessIdentity } from "../bootstrap/process-identity.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { endStranger } from "./service.ts";

interface Record {
  launcher: ProcessIdentity | undefined;
  url: string | null;
  children: ProcessIdentity[];
}

/**
 * One launcher for a folder. What an earlier one left behind when it was killed hard is ended first, and only while a
 * process is the very one that was recorded: ids are used again.
 */
export class FolderClaim {
  readonly #path: string;
  readonly #record: Record = { launcher: identify(process.pid), url: null, children: [] };

  constructor(folder: string) {
    this.#path = join(folder, "launcher.json");
  }

  async take(): Promise<void> {
    const earlier = this.#read();
    if (earlier?.launcher && isAlive(earlier.launcher)) {
      const where = earlier.url ? `at ${earlier.url}` : "and is still starting";
      throw new Stop(`Trình Ký already runs in this folder ${where}.`, "Use that one, or end it with Ctrl-C first.");
    }
    // Newest first: what was started last depends on what was started before it.
    for (const child of [...(earlier?.children ?? [])].reverse()) await endStranger(child, "SIGTERM", 5_000);
    this.#write();
  }

  readonly spawned = (identity: ProcessIdentity): void => {
    this.#record.children = [...this.#record.children.filter(isAlive), identity];
    this.#write();
  };

  reachedAt(url: string): void {
    this.#record.url = url;
    this.#write();
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }

  #read(): Record | undefined {
    if (!existsSync(this.#path)) return undefined;
    try {
      return JSON.parse(readFileSync(this.#path, "utf8")) as Record;
    } catch {
      return undefined; // cut off by a crash while it was written; nothing in it can be trusted
    }
  }

  #write(): void {
    writeFileSync(`${this.#path}.new`, JSON.stringify(this.#record), { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
  }
}
