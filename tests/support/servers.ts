import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import { runCommand } from "../../scripts/bootstrap/run-command.mjs";
import { obtainTemporal } from "../../scripts/bootstrap/temporal-binaries.mjs";
import { ensureDatabases } from "../../scripts/stack/databases.ts";
import { freePorts } from "../../scripts/stack/ports.ts";
import { createCluster, databaseUrl, postgresService } from "../../scripts/stack/postgres.ts";
import { bundleWorkflows } from "../../scripts/stack/workflow-bundle.ts";
import { searchAttributes } from "../../workflows/search-attributes.ts";
import { Service, type ServiceSpec } from "../../scripts/stack/service.ts";
import { temporalPortCount, temporalPorts } from "../../scripts/stack/temporal-config.ts";
import { ensureNamespace } from "../../scripts/stack/temporal-namespace.ts";
import { applyTemporalSchema, temporalDatabases, temporalService } from "../../scripts/stack/temporal.ts";
import { application } from "./names.ts";
import { newRunFolder, recordProcesses } from "../../scripts/stack/run-folder.ts";

/** A process that a test may kill at any moment and bring back on the same ports and data. */
export interface Killable {
  kill9: () => Promise<void>;
  start: () => Promise<void>;
}

/** The whole system as processes of its own, as in production, with PostgreSQL's default durability. */
export interface Servers {
  url: string;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  postgres: Killable;
  temporal: Killable;
  worker: Killable;
  api: Killable;
  stop: () => Promise<void>;
}

const NAMESPACE = "trinh-ky";
const PASSWORD = "test";

/** A process of ours, told by itself when it is ready. */
export const node = (name: string, script: string, log: string, env: Record<string, string>): ServiceSpec => ({
  name,
  command: process.execPath,
  args: ["--import", "tsx", script],
  cwd: projectRoot,
  env: { ...process.env, ...env },
  log,
  ipc: true,
  stopSignal: "SIGTERM",
  graceMs: 20_000,
  readyWithinMs: 60_000,
  ready: () => true,
});

/** Recorded as they come up: what a killed test leaves running, the next run ends. */
function recorded(folder: string): (spec: ServiceSpec) => Service {
  const children: ProcessIdentity[] = [];
  const spawned = (identity: ProcessIdentity): void => {
    children.push(identity);
    recordProcesses(folder, children);
  };
  return (spec) => new Service(spec, { spawned });
}

async function startStores(folder: string, started: Service[], service: (spec: ServiceSpec) => Service) {
  const ports = await freePorts(temporalPortCount + 2);
  const [port = 0, apiPort = 0] = ports.splice(0, 2);
  const cluster = { folder: join(folder, "cluster"), port, password: PASSWORD, log: join(folder, "postgres.log") };
  await createCluster(cluster);
  const postgres = service(postgresService(cluster));
  started.unshift(postgres);
  await postgres.start();
  await ensureDatabases(databaseUrl(cluster), [
    { database: "trinhky", role: application, password: PASSWORD },
    ...Object.values(temporalDatabases).map((store) => ({ ...store, password: PASSWORD })),
  ]);
  const options = {
    binaries: await obtainTemporal(projectRoot, () => undefined),
    folder: join(folder, "temporal"),
    log: join(folder, "temporal.log"),
    plan: {
      postgresPort: port,
      main: { ...temporalDatabases.main, password: PASSWORD },
      visibility: { ...temporalDatabases.visibility, password: PASSWORD },
      ports: temporalPorts(ports),
    },
  };
  await applyTemporalSchema(options);
  const temporal = service(temporalService(options));
  started.unshift(temporal);
  await temporal.start();
  const url = databaseUrl({ port, password: PASSWORD, role: application, database: "trinhky" });
  return { postgres, temporal, url, address: `127.0.0.1:${options.plan.ports.frontend.rpc}`, apiPort };
}

async function prepare(url: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, DEMO: "1" };
  const script = "scripts/stack/prepare-database.ts";
  const { code, output } = await runCommand(process.execPath, ["--import", "tsx", script], { cwd: projectRoot, env });
  if (code !== 0) throw new Error(`migrations or seed failed: ${output}`);
}

export async function startServers(extra: Record<string, string> = {}): Promise<Servers> {
  const folder = newRunFolder();
  const service = recorded(folder);
  const started: Service[] = [];
  const stop = async (): Promise<void> => {
    for (const service of started.splice(0)) await service.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { postgres, temporal, url, address, apiPort } = await startStores(folder, started, service);
    await prepare(url);
    await ensureNamespace(address, { name: NAMESPACE, retentionDays: 1, searchAttributes });
    const publicUrl = `http://127.0.0.1:${apiPort}`;
    const env = {
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: NAMESPACE,
      PORT: String(apiPort),
      PUBLIC_URL: publicUrl,
      AUTH_SECRET: "for tests only, long enough to be accepted",
      DEMO: "1",
      SIGN_IN_LIMIT: "1000",
      LOG_LEVEL: "info",
      WORKFLOW_BUNDLE: await bundleWorkflows(projectRoot),
      ...extra,
    };
    const worker = service(node("worker", "workers/main.ts", join(folder, "worker.log"), env));
    const api = service(node("api", "api/main.ts", join(folder, "api.log"), env));
    started.unshift(api, worker);
    await Promise.all([worker.start(), api.start()]);
    return {
      url: publicUrl,
      databaseUrl: url,
      temporalAddress: address,
      namespace: NAMESPACE,
      postgres,
      temporal,
      worker,
      api,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
