import { setTimeout as sleep } from "node:timers/promises";
import type { ChildrenRecord } from "./children-record.ts";
import { rotate } from "./log-files.ts";
import { describe, Service, type Exit, type ServiceSpec } from "./service.ts";

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** Up for this long, a service counts as healthy and its next death starts with the short pause again. */
const healthyAfterMs = 60_000;

type Kept = { service: Service; pauseMs: number; readySince: number };

/** Starts services one after the other, brings back the ones that die, ends them in the opposite order. */
export class Supervisor {
  readonly #kept: Kept[] = [];
  readonly #record: ChildrenRecord;
  readonly #say: (line: string) => void;
  #stopping = false;

  constructor(record: ChildrenRecord, say: (line: string) => void) {
    this.#record = record;
    this.#say = say;
  }

  async start(spec: ServiceSpec): Promise<void> {
    rotate(spec.log);
    const { name, stopSignal, graceMs } = spec;
    const service = new Service(spec, {
      spawned: (identity) => this.#record.add({ ...identity, name, stopSignal, graceMs }),
      died: (exit) => void this.#bringBack(kept, exit),
    });
    const kept: Kept = { service, pauseMs: firstPauseMs, readySince: 0 };
    if (this.#stopping) throw new Error("stopping");
    this.#kept.push(kept);
    await service.start();
    kept.readySince = Date.now();
  }

  async #bringBack(kept: Kept, exit: Exit): Promise<void> {
    const { name, log } = kept.service.spec;
    if (Date.now() - kept.readySince > healthyAfterMs) kept.pauseMs = firstPauseMs;
    let what = `${name} ended (${describe(exit)}; log: ${log})`;
    while (!this.#stopping) {
      this.#say(`! ${what}; starting it again in ${kept.pauseMs / 1_000} s`);
      await sleep(kept.pauseMs, undefined, { ref: false });
      kept.pauseMs = Math.min(kept.pauseMs * 2, longestPauseMs);
      if (this.#stopping) return;
      try {
        await kept.service.start();
        kept.readySince = Date.now();
        this.#say(`✓ ${name} is back`);
        return;
      } catch (error) {
        what = error instanceof Error ? error.message : String(error);
      }
    }
  }

  async stop(onStopping: (name: string) => void): Promise<void> {
    this.#stopping = true;
    for (const { service } of this.#kept.toReversed()) {
      if (service.pid === undefined) continue;
      onStopping(service.spec.name);
      await service.stop();
    }
  }

  kill(): void {
    this.#stopping = true;
    for (const { service } of this.#kept.toReversed()) void service.kill9();
  }
}
