import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { createNamespace, temporalAddress } from "../support/temporal.ts";

let database: TestDatabase;
let uiDir: string;
let env: NodeJS.ProcessEnv;
let port: number;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

beforeAll(async () => {
  database = await createTestDatabase();
  uiDir = await mkdtemp(join(tmpdir(), "trinh-ky-ui-"));
  await mkdir(join(uiDir, "assets"));
  await writeFile(join(uiDir, "index.html"), "<!doctype html><title>Trình Ký</title>");
  await writeFile(join(uiDir, "assets", "main-abc.js"), "export {};");
  port = await freePort();
  env = {
    PATH: process.env["PATH"],
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: await createNamespace(),
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    AUTH_SECRET: "for tests only, long enough to be accepted",
    UI_DIR: uiDir,
    DEMO: "1",
  };
});
afterAll(async () => {
  await database.drop();
  await rm(uiDir, { recursive: true });
});

interface Running {
  child: ChildProcess;
  output: () => string;
}

function launch(extra: NodeJS.ProcessEnv = {}): Running {
  const child = fork("api/main.ts", { env: { ...env, ...extra }, execArgv: ["--import", "tsx"], silent: true });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function ready(running: Running): Promise<Running> {
  const [message] = (await once(running.child, "message")) as [unknown];
  expect(message).toBe("ready");
  return running;
}

const exitOf = async ({ child }: Running): Promise<number | null> => {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
};

const page = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);

describe("the API process", () => {
  it("says it is ready, serves the interface, keeps secrets out of its log, and ends on a signal", async () => {
    const running = await ready(launch());
    const home = await page("/");
    expect(home.headers.get("cache-control")).toBe("no-cache");
    expect(await home.text()).toContain("Trình Ký");
    expect(await (await page("/cases/annual-report-2026-syt/show")).text()).toContain("Trình Ký");
    expect((await page("/assets/main-abc.js")).headers.get("cache-control")).toContain("immutable");
    for (const missing of ["/assets/other.js", "/api/v9/x"]) {
      const answer = await page(missing);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    }
    await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email?token=geheim`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: `http://127.0.0.1:${port}`,
        cookie: "trinh-ky.session_token=mine",
      },
      body: JSON.stringify({ email: "someone@example.org", password: "not to be logged" }),
    });
    running.child.kill("SIGTERM");
    expect(await exitOf(running)).toBe(0);
    expect(running.output()).toContain('"status":401');
    expect(running.output()).not.toMatch(/not to be logged|someone@example|geheim|session_token/);
  });

  it("ends when its launcher is gone", async () => {
    const running = await ready(launch());
    running.child.disconnect();
    expect(await exitOf(running)).toBe(0);
  });

  it("refuses to start with a configuration that lacks something, and names it", async () => {
    const running = launch({ AUTH_SECRET: "short", DATABASE_URL: "" });
    expect(await exitOf(running)).toBe(1);
    expect(running.output()).toMatch(/DATABASE_URL/);
    expect(running.output()).toMatch(/AUTH_SECRET/);
  });
});
