import { rmSync } from "node:fs";
import type { ProvidedContext } from "vitest";
import { obtainChromium } from "../../scripts/bootstrap/chromium.mjs";
import type { ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import { obtainTestServer } from "../../scripts/bootstrap/test-server.mjs";
import { ensurePrismaClient } from "../../scripts/stack/prisma-client.ts";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import type { Service } from "../../scripts/stack/service.ts";
import { buildUserInterface } from "../../scripts/stack/user-interface.ts";
import { bundleWorkflows } from "../../scripts/stack/workflow-bundle.ts";
import { startPostgresOfRun } from "./postgres-of-run.ts";
import type { PostgresOfRun } from "./provided.ts";
import { newRunFolder, recordProcesses } from "../../scripts/stack/run-folder.ts";
import type { RunPlace } from "./run-place.ts";
import { startTemporalOfRun } from "./temporal-of-run.ts";

type Make = { [N in keyof ProvidedContext]: () => Promise<ProvidedContext[N]> };

/** What one run of the tests has started: its own servers and files, made when first needed, gone at its end. */
class Run implements RunPlace {
  readonly folder = newRunFolder();
  readonly #obtained = new Map<keyof ProvidedContext, Promise<unknown>>();
  readonly #services: Service[] = [];
  readonly #children: ProcessIdentity[] = [];

  async obtain<N extends keyof ProvidedContext>(need: N): Promise<ProvidedContext[N]> {
    const begun = this.#obtained.get(need) ?? this.#make[need]();
    this.#obtained.set(need, begun);
    return (await begun) as ProvidedContext[N];
  }

  readonly #make: Make = {
    postgres: () => this.#postgres(),
    temporal: async () => startTemporalOfRun(this, await this.obtain("postgres")),
    workflowBundle: () => bundleWorkflows(projectRoot),
    testServer: () => obtainTestServer(projectRoot, say),
    chromium: () => obtainChromium(projectRoot, say),
    userInterface: async () => (await buildUserInterface(projectRoot)).folder,
  };

  async #postgres(): Promise<PostgresOfRun> {
    await ensurePrismaClient(projectRoot);
    return startPostgresOfRun(this);
  }

  keep(service: Service): void {
    this.#services.unshift(service);
  }

  readonly spawned = (identity: ProcessIdentity): void => {
    this.#children.push(identity);
    recordProcesses(this.folder, this.#children);
  };

  async stop(): Promise<void> {
    for (const service of this.#services.splice(0)) await service.stop();
    if (!process.env.KEEP_TEST_RUN) rmSync(this.folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

const key = Symbol.for("trinh-ky.test-run");

/** Vitest loads this file once for each project; the run is one. */
export function runOf(): Run {
  const holder = globalThis as { [key]?: Run };
  return (holder[key] ??= new Run());
}
