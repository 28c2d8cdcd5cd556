import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const kept = 5;

/** Of what is kept once for each state of the sources, the states nobody comes back to. */
export function forgetOldest(folder: string): void {
  const age = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newestFirst = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of newestFirst.slice(kept)) rmSync(join(folder, name), { recursive: true, force: true });
}
