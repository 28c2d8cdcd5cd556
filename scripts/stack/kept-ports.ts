import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { freePorts, isFree } from "./ports.ts";

/** The same ports at each start while they are free, so that a saved connection of an operator's tool stays true. */
export async function keptPorts(path: string, count: number): Promise<number[]> {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as number[]) : [];
  const free = await Promise.all(kept.map((port) => isFree(port)));
  if (kept.length === count && free.every(Boolean)) return kept;
  const ports = await freePorts(count);
  writeFileSync(path, JSON.stringify(ports));
  return ports;
}
