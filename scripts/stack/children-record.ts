import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isAlive, type ProcessIdentity } from "../bootstrap/process-identity.mjs";
import { endStranger } from "./service.ts";

type Child = ProcessIdentity & { readonly name: string; readonly stopSignal: NodeJS.Signals; readonly graceMs: number };

/** Which processes are ours, on disk: a launcher that is killed hard cannot say it any more. */
export class ChildrenRecord {
  readonly #path: string;
  #children: readonly Child[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  add(child: Child): void {
    this.#children = [...this.#children.filter(({ name }) => name !== child.name), child];
    writeFileSync(`${this.#path}.new`, JSON.stringify(this.#children), { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
  }

  /** Ends what an earlier launcher left running, the last one started first. */
  async endLeftovers(say: (line: string) => void): Promise<void> {
    if (!existsSync(this.#path)) return;
    const left = (JSON.parse(readFileSync(this.#path, "utf8")) as Child[]).filter((child) => isAlive(child));
    if (left.length > 0) say(`! An earlier start was killed; ending what it left: ${left.map(named).join(", ")}`);
    for (const child of left.reverse()) await endStranger(child, child.stopSignal, child.graceMs);
  }
}

const named = ({ name, pid }: Child) => `${name} (process ${pid})`;
