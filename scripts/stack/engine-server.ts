import { searchAttributes } from "../../workflows/search-attributes.ts";
import type { TemporalBinaries } from "../bootstrap/temporal-binaries.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import type { Layout } from "./layout.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervisor.ts";
import { temporalPorts } from "./temporal-config.ts";
import { ensureNamespace, retentionDays } from "./temporal-namespace.ts";
import { applyTemporalSchema, temporalAnswers, temporalDatabases, temporalService } from "./temporal.ts";

type Ground = { layout: Layout; secrets: Secrets; supervisor: Supervisor };
type Ports = { postgres: number; temporal: readonly number[] };

/** @returns the address of the frontend */
export async function startTemporal(
  { layout, secrets, supervisor }: Ground,
  binaries: TemporalBinaries,
  ports: Ports,
): Promise<string> {
  const own = temporalPorts(ports.temporal);
  const options = {
    binaries,
    folder: layout.temporal,
    log: layout.log("temporal"),
    plan: {
      postgresPort: ports.postgres,
      main: { ...temporalDatabases.main, password: secrets.temporal },
      visibility: { ...temporalDatabases.visibility, password: secrets.temporalVisibility },
      ports: own,
    },
  };
  await applyTemporalSchema(options);
  await supervisor.start(temporalService(options));
  return `127.0.0.1:${own.frontend.rpc}`;
}

export async function prepareNamespace(address: string, name: string): Promise<void> {
  if (!(await temporalAnswers(address))) {
    throw new Stop(`No Temporal server answers at ${address}.`, "Start it or correct TEMPORAL_ADDRESS.");
  }
  await ensureNamespace(address, { name, retentionDays, searchAttributes });
}
