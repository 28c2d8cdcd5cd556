import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProvidedContext } from "vitest";
import { identify, type ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import { obtainChromium } from "../../scripts/bootstrap/chromium.mjs";
import { obtainTestServer } from "../../scripts/bootstrap/test-server.mjs";
import { projectRoot } from "../../scripts/stack/project-root.ts";
import { ensurePrismaClient } from "../../scripts/stack/prisma-client.ts";
import type { Service } from "../../scripts/stack/service.ts";
import { startPostgresOfRun } from "./postgres-of-run.ts";
import { startTemporalOfRun } from "./temporal-of-run.ts";
import { bundleWorkflows } from "./workflow-bundle.ts";
import type { PostgresOfRun } from "./provided.ts";

type Obtained = { [N in keyof ProvidedContext]?: Promise<ProvidedContext[N]> };

/** What one run of the tests has started: its own servers and files, made when first needed, gone at its end. */
export class Run {
  readonly folder: string;
  readonly #obtained: Obtained = {};
  readonly #services: Service[] = [];
  readonly #pids: ProcessIdentity[] = [];

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "trinh-ky-test-"));
    chmodSync(this.folder, 0o711); // PostgreSQL may run as another user and must be able to walk down
    this.#record();
  }

  obtain<N extends keyof ProvidedContext>(need: N): Promise<ProvidedContext[N]> {
    const obtained = this.#obtained as Record<N, Promise<ProvidedContext[N]> | undefined>;
    return (obtained[need] ??= this.#make[need]() as Promise<ProvidedContext[N]>);
  }

  readonly #make: { [N in keyof ProvidedContext]: () => Promise<ProvidedContext[N]> } = {
    postgres: () => this.#postgres(),
    temporal: async () => startTemporalOfRun(this, await this.obtain("postgres")),
    workflowBundle: () => bundleWorkflows(this.folder),
    testServer: () => obtainTestServer(projectRoot, say),
    chromium: () => obtainChromium(projectRoot, say),
    userInterface: async () => "",
  };

  async #postgres(): Promise<PostgresOfRun> {
    await ensurePrismaClient(projectRoot);
    return startPostgresOfRun(this);
  }

  /** Written down at once: if this process is killed, the next run ends what it left. */
  keep(service: Service): void {
    this.#services.unshift(service);
  }

  spawned(identity: ProcessIdentity): void {
    this.#pids.push(identity);
    this.#record();
  }

  #record(): void {
    const owner = identify(process.pid);
    writeFileSync(join(this.folder, "processes.json"), JSON.stringify({ owner, children: this.#pids }));
  }

  async stop(): Promise<void> {
    for (const service of this.#services.splice(0)) await service.stop();
    if (existsSync(this.folder) && !process.env.KEEP_TEST_RUN) rmSync(this.folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

const key = Symbol.for("trinh-ky.test-run");
type Holder = { [key]?: Run };

/** Vitest loads this file once for each project; the run is one. */
export function runOf(): Run {
  return ((globalThis as Holder)[key] ??= new Run());
}
