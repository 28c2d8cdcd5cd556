import { createServer, type AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimDataFolder } from "../../scripts/bootstrap/data-folder.mjs";
import { matches } from "../../scripts/bootstrap/dependencies.mjs";
import { startOptions } from "../../scripts/bootstrap/start-options.mjs";
import { fingerprint } from "../../scripts/stack/fingerprint.ts";
import { rotate } from "../../scripts/stack/log-files.ts";
import { freePorts, isFree, whoListens } from "../../scripts/stack/ports.ts";
import { chooseWebPort } from "../../scripts/stack/web-port.ts";
import { secretsIn } from "../../scripts/stack/secrets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trinh-ky-bootstrap-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("installed packages", () => {
  const wanted = { "": {}, "node_modules/a": { version: "1.0.0", integrity: "x" } };
  it("match a lock of the same versions", () => {
    expect(matches(wanted, { "node_modules/a": { version: "1.0.0", integrity: "x" } })).toBe(true);
  });
  it("do not match when one is older, is missing, or is no longer wanted", () => {
    expect(matches(wanted, { "node_modules/a": { version: "0.9.0", integrity: "x" } })).toBe(false);
    expect(matches(wanted, {})).toBe(false);
    expect(matches({ "": {} }, { "node_modules/a": { version: "1.0.0" } })).toBe(false);
  });
  it("need not hold what is for other platforms", () => {
    const forMac = { version: "1.0.0", optional: true };
    expect(matches({ ...wanted, "node_modules/mac": forMac }, { "node_modules/a": wanted["node_modules/a"] })).toBe(
      true,
    );
  });
});

describe("options of npm start", () => {
  it("are read in both spellings", () => {
    expect(startOptions(["--reset", "--port=9000"], folder)).toMatchObject({ reset: true, port: 9_000 });
    expect(startOptions(["--port", "9000", "--data", "x"], folder)).toMatchObject({
      port: 9_000,
      data: join(folder, "x"),
    });
  });
  it.each([
    [["--prot", "1"]],
    [["--port"]],
    [["--port", "0"]],
    [["--port", "70000"]],
    [["--data"]],
    [["--admin"]],
    [["--admin", "x"]],
  ])("that make no sense are refused: %j", (args) => {
    expect(() => startOptions(args, folder)).toThrow();
  });
});

describe("a data folder", () => {
  it("that holds somebody else's files is refused before anything is written", async () => {
    writeFileSync(join(folder, "thesis.docx"), "");
    await expect(claimDataFolder(folder)).rejects.toThrow("holds files that are not Trình Ký's");
  });
  it("serves one launcher at a time", async () => {
    const data = join(folder, "data");
    const lock = await claimDataFolder(data);
    lock.annotate("http://localhost:8080");
    await expect(claimDataFolder(data)).rejects.toThrow(`already: http://localhost:8080 (process ${process.pid})`);
    lock.release();
    (await claimDataFolder(data)).release();
  });
  it("keeps its secrets between starts, for its owner's eyes", () => {
    const path = join(folder, "secrets.json");
    const first = secretsIn(path);
    expect(secretsIn(path)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(Object.values(first).length);
  });
});

describe("ports", () => {
  it("in use are told with their holder; an asked one is refused, the usual one makes way", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await isFree(port)).toBe(false);
    expect(await whoListens(port)).toContain(`process ${process.pid}`);
    await expect(chooseWebPort(port, () => {})).rejects.toThrow(`Port ${port} is taken by`);
    await new Promise((resolve) => server.close(resolve));
    expect(await chooseWebPort(port, () => {})).toBe(port);
  });
  it("given out together are different", async () => {
    expect(new Set(await freePorts(9)).size).toBe(9);
  });
});

describe("files of a start", () => {
  it("keep the logs of the last five", () => {
    const log = join(folder, "logs/api.log");
    for (let start = 1; start <= 8; start += 1) {
      rotate(log);
      writeFileSync(log, `start ${start}`);
    }
    expect(readFileSync(`${log}.5`, "utf8")).toBe("start 3");
    expect(() => readFileSync(`${log}.6`)).toThrow();
  });
  it("are made again when a source changes in content or name, not in age", () => {
    writeFileSync(join(folder, "a.ts"), "1");
    const before = fingerprint(folder, "a.ts", "b.ts");
    writeFileSync(join(folder, "a.ts"), "1");
    expect(fingerprint(folder, "a.ts", "b.ts")).toBe(before);
    writeFileSync(join(folder, "b.ts"), "1");
    expect(fingerprint(folder, "a.ts", "b.ts")).not.toBe(before);
  });
});
