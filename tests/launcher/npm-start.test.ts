import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive, type ProcessIdentity } from "../../scripts/bootstrap/process-identity.mjs";
import { freePorts } from "../../scripts/stack/ports.ts";
import { freshClone } from "./fresh-clone.ts";
import { launch, type Launch } from "./launch.ts";

type Child = ProcessIdentity & { name: string };

const home = mkdtempSync(join(tmpdir(), "trinh-ky-launcher-"));
const data = join(home, "data");
const clone = freshClone(join(home, "clone"));
let port = 0;
let running: Launch | undefined;
let cookie = "";

const begin = (...more: string[]): Launch => (running = launch(clone, "--data", data, "--port", String(port), ...more));
const start = async (...more: string[]): Promise<Launch> => {
  const started = begin(...more);
  await started.ready();
  return started;
};
const children = () => JSON.parse(readFileSync(join(data, "children.json"), "utf8")) as Child[];
const alive = () => children().filter((child) => isAlive(child));
const url = (path: string) => `http://localhost:${port}${path}`;
const whoAmI = async () => (await fetch(url("/api/v1/me"), { headers: { cookie } })).status;
const isReady = async () => expect((await fetch(url("/readyz"))).status).toBe(200);

async function signIn(): Promise<string> {
  const [account] = (await (await fetch(url("/api/v1/demo-accounts"))).json()) as { email: string; password: string }[];
  return signInAs(account?.email ?? "", account?.password ?? "");
}

async function signInAs(email: string, password: string): Promise<string> {
  const answer = await fetch(url("/api/auth/sign-in/email"), {
    method: "POST",
    headers: { "content-type": "application/json", origin: url("") },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

beforeAll(async () => {
  chmodSync(home, 0o711); // PostgreSQL may run as another user, and must be able to walk down
  [port = 0] = await freePorts(1);
});
afterEach(async () => {
  await running?.interrupt();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("npm start, on one data folder from its first start to its reset", () => {
  it("brings everything up, prints one address and the demo accounts, and ends it all in order", async () => {
    const first = await start();
    expect(first.printed()).toContain(`http://localhost:${port}`);
    expect(first.printed()).toMatch(/quantri\.skhcn@demo\.trinhky\.vn +Quản trị hệ thống/);
    expect((await fetch(url("/"))).headers.get("content-type")).toContain("text/html");
    cookie = await signIn();
    expect(await whoAmI()).toBe(200);
    expect(await first.interrupt()).toBe(0);
    expect([...first.printed().matchAll(/· Stopping (.+)/g)].map(([, name]) => name)).toEqual([
      "API",
      "worker",
      "Temporal",
      "PostgreSQL",
    ]);
    expect(alive()).toEqual([]);
  });

  it("keeps its data, brings back what dies, and refuses a second start with the address of the first", async () => {
    const launched = await start();
    expect(await whoAmI()).toBe(200);
    const second = launch(clone, "--data", data);
    expect(await second.exit).toBe(1);
    expect(second.printed()).toContain(`runs from this folder already: ${url("")}`);
    for (const { name, pid } of children()) {
      process.kill(pid, "SIGKILL");
      await vi.waitUntil(() => launched.printed().includes(`✓ ${name} is back`), { timeout: 60_000, interval: 50 });
    }
    await vi.waitFor(isReady, { timeout: 60_000, interval: 200 });
    expect(await whoAmI()).toBe(200);
  });

  it("ends what a killed launcher left, and goes on with its data", async () => {
    const killed = await start();
    const left = children();
    await killed.kill9();
    const next = await start();
    expect(next.printed()).toContain("! An earlier start was killed; ending what it left:");
    expect(left.filter((child) => isAlive(child))).toEqual([]);
    expect(await whoAmI()).toBe(200);
  });

  it("names a port that is taken, and leaves nothing running", async () => {
    const stranger = createServer().listen(port, "127.0.0.1");
    const refused = begin();
    expect(await refused.exit).toBe(1);
    expect(refused.printed()).toMatch(new RegExp(`✗ Port ${port} is taken by .*\\n.*→ .*--port ${port + 1}`));
    expect(stranger.listening).toBe(true);
    await new Promise((resolve) => stranger.close(resolve));
  });

  it("refuses a database that is newer than the code", async () => {
    const { withClient } = await import("../../scripts/stack/databases.ts");
    const launched = await start();
    const { trinhky: password } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")) as { trinhky: string };
    const [databasePort] = JSON.parse(readFileSync(join(data, "ports.json"), "utf8")) as number[];
    const database = `postgresql://trinhky:${password}@127.0.0.1:${databasePort}/trinhky`;
    const insert = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99991231_later', now())`;
    await withClient(database, (client) => client.query(insert));
    await launched.interrupt();
    const refused = begin();
    expect(await refused.exit).toBe(1);
    expect(refused.printed()).toMatch(/✗ The database and this code do not belong together: .*99991231_later/);
    expect(alive()).toEqual([]);
  });

  it("starts clean when told to, and without demo people gives one administrator a password, once", async () => {
    vi.stubEnv("DEMO", "0");
    const first = await start("--reset", "--admin", "Quantri@tinh.example");
    expect(await whoAmI()).toBe(401);
    const told = /First administrator: quantri@tinh\.example, password ([\w-]{20})/;
    await vi.waitUntil(() => told.test(first.printed()), { timeout: 10_000, interval: 50 });
    const [, password = ""] = told.exec(first.printed()) ?? [];
    cookie = await signInAs("quantri@tinh.example", password);
    expect(await whoAmI()).toBe(200);
    await first.interrupt();
    const again = await start("--admin", "other@tinh.example");
    await vi.waitUntil(() => again.printed().includes("--admin did nothing"), { timeout: 10_000, interval: 50 });
    vi.unstubAllEnvs();
  });
});
