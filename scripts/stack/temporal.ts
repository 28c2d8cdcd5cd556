import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Connection } from "@temporalio/client";
import type { TemporalBinaries } from "../bootstrap/temporal-binaries.mjs";
import { runCommand } from "../bootstrap/run-command.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import type { ServiceSpec } from "./service.ts";
import { dynamicConfig, temporalConfig, type DynamicConfig, type Store, type TemporalPlan } from "./temporal-config.ts";

export type TemporalOptions = {
  readonly binaries: TemporalBinaries;
  readonly folder: string;
  readonly log: string;
  readonly plan: Omit<TemporalPlan, "dynamicConfig">;
  /** Beside the usual ones. */
  readonly settings?: DynamicConfig;
};

export const temporalDatabases = {
  main: { database: "temporal", role: "temporal" },
  visibility: { database: "temporal_visibility", role: "temporal_visibility" },
} as const;

/** The schemas are inside the tool; both steps skip what is done already. */
export async function applyTemporalSchema({ binaries, plan }: TemporalOptions): Promise<void> {
  const stores: [Store, string][] = [
    [plan.main, "postgresql/v12/temporal"],
    [plan.visibility, "postgresql/v12/visibility"],
  ];
  await Promise.all(stores.map(([store, schema]) => applySchema(binaries.sqlTool, plan.postgresPort, store, schema)));
}

async function applySchema(tool: string, port: number, store: Store, schema: string): Promise<void> {
  const target = ["--pl", "postgres12_pgx", "--ep", "127.0.0.1", "-p", String(port), "-u", store.role];
  const run = (...step: string[]) =>
    runCommand(tool, [...target, "--db", store.database, ...step], {
      env: { ...process.env, SQL_PASSWORD: store.password },
    });
  let { code, output } = await run("update-schema", "--schema-name", schema);
  if (code !== 0 && /schema_version/.test(output)) {
    ({ code, output } = await run("setup-schema", "-v", "0.0"));
    if (code === 0) ({ code, output } = await run("update-schema", "--schema-name", schema));
  }
  if (code !== 0) {
    throw new Stop(`Temporal's database "${store.database}" could not be prepared.`, "The reason is below.", {
      detail: output.split("\n").slice(-6).join("\n"),
    });
  }
}

export function temporalService(options: TemporalOptions): ServiceSpec {
  const { binaries, folder, log, plan, settings } = options;
  const config = join(folder, "config.json");
  return {
    name: "Temporal",
    command: binaries.server,
    args: ["--config-file", config, "--allow-no-auth", "start"],
    cwd: folder,
    log,
    stopSignal: "SIGTERM",
    graceMs: 20_000,
    readyWithinMs: 60_000,
    beforeStart: () => writeConfig(folder, config, plan, settings),
    ready: () => temporalAnswers(`127.0.0.1:${plan.ports.frontend.rpc}`),
  };
}

function writeConfig(
  folder: string,
  config: string,
  plan: TemporalOptions["plan"],
  settings: DynamicConfig = {},
): void {
  const dynamic = join(folder, "dynamic-config.json");
  mkdirSync(folder, { recursive: true });
  writeFileSync(dynamic, JSON.stringify({ ...dynamicConfig, ...settings }));
  writeFileSync(config, temporalConfig({ ...plan, dynamicConfig: dynamic }), { mode: 0o600 });
}

export async function temporalAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.close();
    return true;
  } catch {
    return false; // not up yet; the caller sets the limit
  }
}
