import { join } from "node:path";
import { runCommand } from "../../scripts/bootstrap/run-command.mjs";
import { Stop } from "../../scripts/bootstrap/stop.mjs";
import { ensureDatabases } from "../../scripts/stack/databases.ts";
import { freePorts } from "../../scripts/stack/ports.ts";
import { createCluster, databaseUrl, postgresService } from "../../scripts/stack/postgres.ts";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import { Service } from "../../scripts/stack/service.ts";
import { temporalDatabases } from "../../scripts/stack/temporal.ts";
import { application, template } from "./names.ts";
import type { PostgresOfRun } from "./provided.ts";
import type { RunPlace } from "./run-place.ts";

/** No test asks what a power cut leaves behind; the chaos tests kill processes, and have clusters of their own. */
const quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB"];

export async function startPostgresOfRun(run: RunPlace): Promise<PostgresOfRun> {
  const [port] = await freePorts(1);
  const password = "test";
  const cluster = { folder: join(run.folder, "cluster"), port: port!, password, log: join(run.folder, "postgres.log") };
  await createCluster(cluster);
  const service = new Service(postgresService({ ...cluster, settings: quick }), { spawned: run.spawned });
  run.keep(service);
  await service.start();
  await ensureDatabases(databaseUrl(cluster), [
    { database: template, role: application, password },
    ...Object.values(temporalDatabases).map((store) => ({ ...store, password })),
  ]);
  await fillTemplate(databaseUrl({ port: port!, password, role: application, database: template }));
  return { port: port!, administrator: databaseUrl(cluster), application: password };
}

/** In a process of its own, so that no connection to the template stays open: it could not be copied then. */
async function fillTemplate(url: string): Promise<void> {
  const { code, output } = await runCommand(
    process.execPath,
    ["--import", "tsx", "scripts/stack/prepare-database.ts"],
    {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: url, DEMO: "1" },
    },
  );
  if (code !== 0) throw new Stop("Migrations or seed failed on an empty database.", "Mend them.", { detail: output });
}
