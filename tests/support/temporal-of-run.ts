import { join } from "node:path";
import { obtainTemporal } from "../../scripts/bootstrap/temporal-binaries.mjs";
import { freePorts } from "../../scripts/stack/ports.ts";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import { Service } from "../../scripts/stack/service.ts";
import { applyTemporalSchema, temporalDatabases, temporalService } from "../../scripts/stack/temporal.ts";
import { temporalPortCount, temporalPorts } from "../../scripts/stack/temporal-config.ts";
import type { PostgresOfRun } from "./provided.ts";
import type { RunPlace } from "./run-place.ts";
import { shortRuns } from "./short-runs.ts";

/** @returns the address of a real server with its stores in the run's PostgreSQL */
export async function startTemporalOfRun(run: RunPlace, postgres: PostgresOfRun): Promise<string> {
  const binaries = await obtainTemporal(projectRoot, (line) => process.stdout.write(`  ${line}\n`));
  const password = postgres.application;
  const ports = temporalPorts(await freePorts(temporalPortCount));
  const options = {
    binaries,
    folder: join(run.folder, "temporal"),
    log: join(run.folder, "temporal.log"),
    plan: {
      postgresPort: postgres.port,
      main: { ...temporalDatabases.main, password },
      visibility: { ...temporalDatabases.visibility, password },
      ports,
    },
    settings: shortRuns,
  };
  await applyTemporalSchema(options);
  const service = new Service(temporalService(options), { spawned: run.spawned });
  run.keep(service);
  await service.start();
  return `127.0.0.1:${ports.frontend.rpc}`;
}
