import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";
import { addUp, type Proved } from "./proved.ts";

const sayEveryMs = 20_000;

export type ProjectResult = { name: string; passed: number; failed: number; ms: number };
export type RunResult = { projects: ProjectResult[]; outside: number; proved: Proved };

/** Says what has been running for long, and leaves the counts for the closing lines of `npm test`. */
export default class RunReporter implements Reporter {
  readonly #running = new Map<TestModule, number>();
  readonly #spans = new Map<string, { from: number; to: number }>();
  #timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.#timer = setInterval(() => this.#say(), sayEveryMs);
    this.#timer.unref();
  }

  onTestModuleStart(module: TestModule): void {
    const now = Date.now();
    this.#running.set(module, now);
    const span = this.#spans.get(module.project.name);
    if (!span) this.#spans.set(module.project.name, { from: now, to: now });
  }

  onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module);
    const span = this.#spans.get(module.project.name);
    if (span) span.to = Date.now();
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], _reason: TestRunEndReason): void {
    clearInterval(this.#timer);
    const names = [...new Set(modules.map((module) => module.project.name))];
    const projects = names.map((name) => this.#result(name, modules));
    const path = process.env.TEST_RESULT;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const result: RunResult = {
      projects,
      outside: errors.length,
      proved: addUp(tests.map((test) => test.meta().proved)),
    };
    if (path) writeFileSync(path, JSON.stringify(result));
  }

  #result(name: string, modules: readonly TestModule[]): ProjectResult {
    const counts = modules.filter((module) => module.project.name === name).map(count);
    const sum = (which: "passed" | "failed") => counts.reduce((total, each) => total + each[which], 0);
    const { from, to } = this.#spans.get(name) ?? { from: 0, to: 0 };
    return { name, passed: sum("passed"), failed: sum("failed"), ms: to - from };
  }

  #say(): void {
    if (process.stdout.isTTY) return; // there vitest shows a live line for each
    for (const [module, since] of this.#running) {
      const running = [...module.children.allTests()].find((test) => test.result().state === "pending");
      const what = running ? `: ${running.name}` : "";
      process.stdout.write(`  … ${module.relativeModuleId}, ${Math.round((Date.now() - since) / 1_000)} s${what}\n`);
    }
  }
}

/** A file that could not be loaded, or whose hooks failed, is a failure though no test of it is. */
function count(module: TestModule): { passed: number; failed: number } {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const failed = states.filter((state) => state === "failed").length;
  const broken = module.state() === "failed" && failed === 0 ? 1 : 0;
  return { passed: states.filter((state) => state === "passed").length, failed: failed + broken };
}
