import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const names = ["administrator", "trinhky", "temporal", "temporalVisibility", "auth"] as const;
export type Secrets = Readonly<Record<(typeof names)[number], string>>;

export function newSecrets(): Secrets {
  return Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("hex")])) as Secrets;
}

/** Kept between starts: sessions and the cluster's roles depend on them. */
export function secretsIn(path: string): Secrets {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Partial<Secrets>) : {};
  const all = { ...newSecrets(), ...kept };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(all, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return all;
}
