import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isAlive, type ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import { ChildrenRecord } from "../../scripts/stack/children-record.ts";
import { endStranger, Service, type ServiceSpec } from "../../scripts/stack/service.ts";
import { Supervisor } from "../../scripts/stack/supervisor.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trinh-ky-supervisor-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const patience = { timeout: 10_000, interval: 20 };
const lives = "setInterval(() => {}, 1000); process.send('ready');";

const child = (name: string, code: string, more: Partial<ServiceSpec> = {}): ServiceSpec => ({
  name,
  command: process.execPath,
  args: ["-e", code],
  cwd: folder,
  log: join(folder, "logs", `${name}.log`),
  ipc: true,
  stopSignal: "SIGTERM",
  graceMs: 5_000,
  readyWithinMs: 10_000,
  ready: () => true,
  ...more,
});

function supervisor() {
  const said: string[] = [];
  const path = join(folder, "children.json");
  const record = new ChildrenRecord(path);
  const all = new Supervisor(record, (line) => said.push(line));
  const recorded = () =>
    existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as (ProcessIdentity & { name: string })[]) : [];
  return { all, said, record, recorded };
}

describe("services under a supervisor", () => {
  it("come back when they die, and it is said", async () => {
    const { all, said, recorded } = supervisor();
    await all.start(child("worker", lives));
    const [first] = recorded();
    process.kill(first!.pid, "SIGKILL");
    await vi.waitFor(() => expect(said.at(-1)).toBe("✓ worker is back"), patience);
    expect(said[0]).toMatch(/worker ended \(signal SIGKILL.*again in 0.5 s/);
    expect(recorded()[0]!.pid).not.toBe(first!.pid);
    await all.stop(() => {});
  }, 20_000);

  it("end in the opposite order of their start, and stay ended", async () => {
    const { all, recorded } = supervisor();
    await all.start(child("first", lives));
    await all.start(child("second", lives));
    const order: string[] = [];
    await all.stop((name) => order.push(name));
    expect(order).toEqual(["second", "first"]);
    expect(recorded().filter((identity) => isAlive(identity))).toEqual([]);
  }, 20_000);

  it("that do not end when asked are killed after their grace", async () => {
    const { all, recorded } = supervisor();
    await all.start(child("deaf", `process.on("SIGTERM", () => {}); ${lives}`, { graceMs: 200 }));
    await all.stop(() => {});
    expect(isAlive(recorded()[0]!)).toBe(false);
  }, 20_000);

  it("that cannot start are told with their last words", async () => {
    const { all } = supervisor();
    const start = all.start(child("api", "console.error('no configuration'); process.exit(3)"));
    await expect(start).rejects.toMatchObject({
      message: "api ended while starting (exit code 3).",
      detail: expect.stringContaining("no configuration") as unknown,
    });
  }, 20_000);

  it("that never say they are ready are ended", async () => {
    const { all, recorded } = supervisor();
    const start = all.start(child("mute", "setInterval(() => {}, 1000)", { readyWithinMs: 300 }));
    await expect(start).rejects.toThrow("mute was not ready after 0.3 s.");
    expect(isAlive(recorded()[0]!)).toBe(false);
  }, 20_000);
});

describe("what a killed launcher leaves", () => {
  it("is ended by the next one, and told", async () => {
    const { all, recorded } = supervisor();
    await all.start(child("worker", lives));
    const said: string[] = [];
    const [left] = recorded();
    const next = new ChildrenRecord(join(folder, "children.json"));
    const ending = next.endLeftovers((line) => said.push(line));
    await all.stop(() => {});
    await ending;
    expect(isAlive(left!)).toBe(false);
    expect(said).toEqual([`! An earlier start was killed; ending what it left: worker (process ${left!.pid})`]);
  }, 20_000);

  it("is left alone when its number belongs to somebody else by now", async () => {
    const stranger = new Service(child("stranger", lives));
    await stranger.start();
    await endStranger({ pid: stranger.pid!, startedAt: "before the reboot" }, "SIGTERM", 1_000);
    expect(stranger.isReady).toBe(true);
    await stranger.stop();
  }, 20_000);
});
