import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockName, markerName } from "../bootstrap/data-folder.mjs";
import { canEnter, serverUser } from "./postgres-binaries.ts";

export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf(data: string) {
  return {
    data,
    cluster: clusterFolder(data),
    children: join(data, "children.json"),
    secrets: join(data, "secrets.json"),
    ports: join(data, "ports.json"),
    temporal: join(data, "temporal"),
    log: (name: string) => join(data, "logs", `${name}.log`),
  };
}

/** Under /root the user that PostgreSQL runs as cannot reach the data folder: then its part lives outside. */
function clusterFolder(data: string): string {
  const user = serverUser();
  if (!user || canEnter(data, user)) return join(data, "postgres");
  const name = createHash("sha256").update(data).digest("hex").slice(0, 16);
  return join("/var/lib/trinh-ky/clusters", name, "postgres");
}

/** All but what says whose folder it is and who holds it. */
export function emptyDataFolder({ data, cluster }: Layout): void {
  rmSync(cluster, { recursive: true, force: true });
  const kept = new Set([markerName, lockName]);
  for (const name of readdirSync(data)) if (!kept.has(name)) rmSync(join(data, name), { recursive: true, force: true });
}
