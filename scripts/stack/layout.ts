import { createHash } from "node:crypto";
import { join } from "node:path";
import { canEnter, serverUser } from "./postgres-binaries.ts";

export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf(data: string) {
  return {
    data,
    marker: join(data, "trinh-ky"),
    lock: join(data, "launcher.lock"),
    children: join(data, "children.json"),
    secrets: join(data, "secrets.json"),
    ports: join(data, "ports.json"),
    temporal: join(data, "temporal"),
    log: (name: string) => join(data, "logs", `${name}.log`),
  };
}

/** Under /root the user that PostgreSQL runs as cannot reach the data folder: then its part lives outside. */
export function clusterFolder(data: string): string {
  const user = serverUser();
  if (!user || canEnter(data, user)) return join(data, "postgres");
  const name = createHash("sha256").update(data).digest("hex").slice(0, 16);
  return join("/var/lib/trinh-ky/clusters", name, "postgres");
}
