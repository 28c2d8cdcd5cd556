import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, identify } from "../bootstrap/process-identity.mjs";
import type { ProcessIdentity } from "../bootstrap/process-identity.mjs";
import { Stop } from "../bootstrap/stop.mjs";

export type ServiceSpec = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly log: string;
  /** An ipc channel: the child says "ready" on it and sees the launcher's death as its end. */
  readonly ipc?: boolean;
  readonly stopSignal: NodeJS.Signals;
  readonly graceMs: number;
  readonly readyWithinMs: number;
  readonly beforeStart?: () => Promise<void> | void;
  readonly ready: (child: ChildProcess) => Promise<boolean> | boolean;
};

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };
type Watcher = { spawned?: (identity: ProcessIdentity) => void; died?: (exit: Exit) => void };

/** One child process: its start until it is ready, its end in the gentle or the hard way. */
export class Service {
  readonly spec: ServiceSpec;
  readonly #watcher: Watcher;
  #child: ChildProcess | undefined;
  #exit: Promise<Exit> | undefined;
  #isReady = false;
  #stopping = false;

  constructor(spec: ServiceSpec, watcher: Watcher = {}) {
    this.spec = spec;
    this.#watcher = watcher;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  async start(): Promise<void> {
    const { spec } = this;
    await spec.beforeStart?.();
    this.#stopping = false;
    const child = this.#spawn();
    const until = Date.now() + spec.readyWithinMs;
    let exit: Exit | undefined;
    void this.#exit?.then((ended) => (exit = ended));
    const announced = new Promise<boolean>((resolve) => child.once("message", () => resolve(true)));
    while (!(await readyOr(spec.ipc ? announced : Promise.resolve(true), spec.ready, child))) {
      if (exit) throw new Stop(`${spec.name} ended while starting (${describe(exit)}).`, ...this.#evidence());
      if (Date.now() > until) {
        await this.kill9();
        throw new Stop(`${spec.name} was not ready after ${spec.readyWithinMs / 1_000} s.`, ...this.#evidence());
      }
      await sleep(50);
    }
    this.#isReady = true;
  }

  /** Its own process group: Ctrl-C in the terminal reaches the launcher only, which ends the children in order. */
  #spawn(): ChildProcess {
    const { spec } = this;
    mkdirSync(dirname(spec.log), { recursive: true });
    const log = openSync(spec.log, "a", 0o600);
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env ?? process.env,
      detached: true,
      stdio: spec.ipc ? ["ignore", log, log, "ipc"] : ["ignore", log, log],
      ...spec.user,
    });
    closeSync(log);
    this.#child = child;
    this.#exit = new Promise((resolve) => {
      child.once("exit", (code, signal) => resolve({ code, signal }));
      child.once("error", () => resolve({ code: 127, signal: null }));
    });
    void this.#exit.then((exit) => this.#ended(child, exit));
    const identity = child.pid === undefined ? undefined : identify(child.pid);
    if (identity) this.#watcher.spawned?.(identity);
    return child;
  }

  #ended(child: ChildProcess, exit: Exit): void {
    if (this.#child !== child) return;
    const wasReady = this.#isReady;
    this.#isReady = false;
    this.#child = undefined;
    if (wasReady && !this.#stopping) this.#watcher.died?.(exit);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (!this.#child) return;
    this.#child.kill(this.spec.stopSignal);
    const ended = await Promise.race([this.#exit, sleep(this.spec.graceMs, undefined, { ref: false })]);
    if (ended === undefined) await this.kill9();
  }

  async kill9(): Promise<void> {
    this.#stopping = true;
    this.#child?.kill("SIGKILL");
    await this.#exit;
  }

  #evidence(): [remedy: string, more: { detail: string }] {
    const lines = existsSync(this.spec.log) ? readFileSync(this.spec.log, "utf8").trimEnd().split("\n") : [];
    return [`Its last words are below; the whole log: ${this.spec.log}`, { detail: lines.slice(-12).join("\n") }];
  }
}

async function readyOr(announced: Promise<boolean>, ready: ServiceSpec["ready"], child: ChildProcess) {
  const heard = await Promise.race([announced, sleep(50, false)]);
  return heard && (await ready(child));
}

export function describe({ code, signal }: Exit): string {
  return signal ? `signal ${signal}` : `exit code ${code}`;
}

/** Ends a process that this launcher did not spawn itself, and only while it is the one that was recorded. */
export async function endStranger(identity: ProcessIdentity, gentle: NodeJS.Signals, graceMs: number): Promise<void> {
  for (const [signal, patience] of [
    [gentle, graceMs],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!isAlive(identity)) return;
    process.kill(identity.pid, signal);
    const until = Date.now() + patience;
    while (isAlive(identity) && Date.now() < until) await sleep(50);
  }
}
