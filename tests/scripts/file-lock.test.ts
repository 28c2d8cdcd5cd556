import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryLock, waitForLock } from "../../scripts/bootstrap/file-lock.mjs";
import { identify } from "../../scripts/bootstrap/process-identity.mjs";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trinh-ky-lock-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const heldBy = (holder: object) => writeFileSync(path, JSON.stringify({ host: hostname(), ...holder }));

describe("a lock shared by processes", () => {
  it("is held by one, who is named to the others with what it says of itself", async () => {
    const mine = await waitForLock(path, () => {});
    mine.annotate("http://localhost:8080");
    expect(await tryLock(path)).toEqual({
      holder: expect.objectContaining({ pid: process.pid, note: "http://localhost:8080" }) as unknown,
    });
    mine.release();
    expect(await tryLock(path)).toHaveProperty("lock");
  });

  it("is taken from a process that has died", async () => {
    heldBy({ pid: 2 ** 22 + 1, startedAt: "long ago" });
    expect(await tryLock(path)).toHaveProperty("lock");
  });

  it("is taken from a process whose number now belongs to another", async () => {
    heldBy({ pid: process.pid, startedAt: "before the reboot" });
    expect(await tryLock(path)).toHaveProperty("lock");
  });

  it("is taken when what was written of it was cut off", async () => {
    writeFileSync(path, '{"pid":');
    expect(await tryLock(path)).toHaveProperty("lock");
  });

  it("stays with a holder on another machine for as long as its heartbeat goes on", async () => {
    heldBy({ host: "another", ...identify(process.pid) });
    const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 500);
    expect(await tryLock(path)).toHaveProperty("holder");
    clearInterval(beat);
    expect(await tryLock(path)).toHaveProperty("lock");
  }, 30_000);

  it("passes from one to the next of many that wait, and leaves nothing else behind", async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      const lock = await waitForLock(path, () => {});
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      lock.release();
    };
    await Promise.all([work(), work(), work()]);
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});
