import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";

const kept = 5;

/** api.log → api.log.1 → … → api.log.5: the last starts can be compared, and the folder does not grow for ever. */
export function rotate(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) return;
  for (let age = kept - 1; age >= 0; age -= 1) {
    const from = age === 0 ? path : `${path}.${age}`;
    if (existsSync(from)) renameSync(from, `${path}.${age + 1}`);
  }
}
