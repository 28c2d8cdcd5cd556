import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TemporalBinaries } from "../bootstrap/temporal-binaries.mjs";
import type { Progress } from "../bootstrap/progress.mjs";
import { ensureDatabases } from "./databases.ts";
import { canEnter, serverUser } from "./postgres-binaries.ts";
import { createCluster, databaseUrl, openWayTo, postgresService } from "./postgres.ts";
import { freePorts } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervisor.ts";
import { temporalPortCount, temporalPorts } from "./temporal-config.ts";
import { applyTemporalSchema, temporalDatabases, temporalService } from "./temporal.ts";

export interface StoresOptions {
  data: string;
  secrets: Secrets;
  supervisor: Supervisor;
  progress: Progress;
}

export interface Cluster {
  port: number;
  databaseUrl: string;
}

/** Under /root the server's own user cannot reach the data: then they lie outside, in a folder of this checkout's own. */
export function clusterFolder(data: string): string {
  const user = serverUser();
  const folder = join(data, "postgres");
  openWayTo(folder);
  if (!user || canEnter(data, user)) return folder;
  const outside = `/var/lib/trinh-ky/data-${createHash("sha256").update(data).digest("hex").slice(0, 12)}`;
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  return join(outside, "postgres");
}

/** PostgreSQL with the application's and Temporal's databases, each with its own role. */
export async function startCluster({ data, secrets, supervisor, progress }: StoresOptions): Promise<Cluster> {
  return progress.run("Starting PostgreSQL", async () => {
    const [port = 0] = await freePorts(1);
    const folder = clusterFolder(data);
    const cluster = { folder, port, password: secrets.administrator, log: join(data, "logs/postgres.log") };
    await createCluster(cluster);
    await supervisor.start(postgresService(cluster));
    await ensureDatabases(databaseUrl(cluster), [
      { database: "trinhky", role: "trinhky", password: secrets.trinhky },
      { ...temporalDatabases.main, password: secrets.temporal },
      { ...temporalDatabases.visibility, password: secrets.temporalVisibility },
    ]);
    return {
      port,
      databaseUrl: databaseUrl({ port, password: secrets.trinhky, role: "trinhky", database: "trinhky" }),
    };
  });
}

/** @returns the address of the frontend */
export async function startTemporal(
  { data, secrets, supervisor, progress }: StoresOptions,
  { port: postgresPort }: Cluster,
  binaries: TemporalBinaries,
): Promise<string> {
  return progress.run("Starting Temporal", async (note) => {
    const ports = temporalPorts(await freePorts(temporalPortCount));
    const options = {
      binaries,
      folder: join(data, "temporal"),
      log: join(data, "logs/temporal.log"),
      plan: {
        postgresPort,
        main: { ...temporalDatabases.main, password: secrets.temporal },
        visibility: { ...temporalDatabases.visibility, password: secrets.temporalVisibility },
        ports,
      },
    };
    note("schema");
    await applyTemporalSchema(options);
    note("server");
    await supervisor.start(temporalService(options));
    return `127.0.0.1:${ports.frontend.rpc}`;
  });
}
