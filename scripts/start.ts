import type { Lock } from "./bootstrap/file-lock.mjs";
import type { StartOptions } from "./bootstrap/start-options.mjs";
import type { Progress } from "./bootstrap/progress.mjs";
import type { TemporalBinaries } from "./bootstrap/temporal-binaries.mjs";
import { applicationService } from "./stack/application.ts";
import { ChildrenRecord } from "./stack/children-record.ts";
import { prepareDatabase, requireDatabase, startPostgres } from "./stack/database-server.ts";
import { prepareNamespace, startTemporal } from "./stack/engine-server.ts";
import { keptPorts } from "./stack/kept-ports.ts";
import { firstAdministrator } from "./stack/first-administrator.ts";
import { emptyDataFolder, layoutOf, type Layout } from "./stack/layout.ts";
import { orderlyEnd } from "./stack/orderly-end.ts";
import { secretsIn } from "./stack/secrets.ts";
import { Supervisor } from "./stack/supervisor.ts";
import { temporalPortCount } from "./stack/temporal-config.ts";
import { buildUserInterface } from "./stack/user-interface.ts";
import { chooseWebPort } from "./stack/web-port.ts";
import { welcome } from "./stack/welcome.ts";
import { bundleWorkflows } from "./stack/workflow-bundle.ts";

type Stack = StartOptions & {
  root: string;
  progress: Progress;
  lock: Lock;
  /** Undefined when TEMPORAL_ADDRESS names a server. */
  temporal: Promise<TemporalBinaries> | undefined;
};

/** From packages in place to one address on the screen. */
export async function startStack(stack: Stack): Promise<void> {
  const { progress, lock } = stack;
  const say = (line: string) => progress.say(line);
  const layout = layoutOf(stack.data);
  const record = new ChildrenRecord(layout.children);
  const supervisor = new Supervisor(record, say);
  const isEnding = orderlyEnd(supervisor, say);
  try {
    await record.endLeftovers(say);
    if (stack.reset) emptyDataFolder(layout);
    const { url, port, databaseUrl } = await bringUp(stack, layout, supervisor);
    lock.annotate(url);
    say(await welcome(url, port));
    const about = await firstAdministrator(databaseUrl, { email: stack.admin, now: Date.now() });
    for (const line of about) say(line);
  } catch (error) {
    if (isEnding()) return; // what fails while everything is being ended is no news
    await supervisor.stop(() => {});
    throw error;
  }
}

interface Up {
  url: string;
  port: number;
  databaseUrl: string;
}

/** A demonstration has accounts whose password everybody knows: never in somebody's own database unless they ask for it. */
const isDemo = ({ DEMO, DATABASE_URL }: NodeJS.ProcessEnv): boolean => (DATABASE_URL ? DEMO === "1" : DEMO !== "0");

async function bringUp(stack: Stack, layout: Layout, supervisor: Supervisor): Promise<Up> {
  const { root, progress } = stack;
  progress.expect("User interface", "PostgreSQL", "Database", "Temporal server", "Worker", "API");
  const port = await chooseWebPort(stack.port, (line) => progress.say(line));
  const url = `http://localhost:${port}`;
  const ground = { layout, secrets: secretsIn(layout.secrets), supervisor };
  const ports = await keptPorts(layout.ports, 1 + temporalPortCount);
  const [databasePort = 0, ...temporalOwn] = ports;
  const demo = isDemo(process.env);

  const userInterface = progress.run(
    "User interface",
    () => buildUserInterface(root),
    ({ built }) => (built ? "built" : "unchanged"),
  );
  userInterface.catch(() => {}); // told where it is awaited
  const databaseUrl = await provideDatabase(stack, () => startPostgres(ground, databasePort));
  const namespace = process.env.TEMPORAL_NAMESPACE ?? "trinh-ky";
  const begin = (binaries: TemporalBinaries) =>
    startTemporal(ground, binaries, { postgres: databasePort, temporal: temporalOwn });
  const [temporalAddress, { folder }, bundle] = await Promise.all([
    provideTemporal(stack, namespace, begin),
    userInterface,
    bundleWorkflows(root),
    provideTables(stack, databaseUrl, demo),
  ]);
  const env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    AUTH_SECRET: ground.secrets.auth,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    UI_DIR: folder,
    WORKFLOW_BUNDLE: bundle,
    DEMO: demo ? "1" : "0",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
  };
  const place = { root, layout, env };
  // Begun in this order, so that Ctrl-C ends the API before the worker that carries out its commands.
  await Promise.all([
    progress.run("Worker", () => supervisor.start(applicationService("worker", place))),
    progress.run("API", () => supervisor.start(applicationService("API", place))),
  ]);
  return { url, port, databaseUrl };
}

async function provideDatabase({ progress, temporal }: Stack, start: () => Promise<string>): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) await progress.run("Database of DATABASE_URL", () => requireDatabase(given));
  const own = given && !temporal ? undefined : await progress.run("PostgreSQL", start);
  return given ?? own ?? "";
}

async function provideTables({ progress }: Stack, url: string, demo: boolean): Promise<void> {
  await progress.run(
    "Database",
    (note) => prepareDatabase(url, demo, note),
    (done) => done,
  );
}

async function provideTemporal(
  { progress, temporal }: Stack,
  namespace: string,
  start: (binaries: TemporalBinaries) => Promise<string>,
): Promise<string> {
  const binaries = await temporal;
  return progress.run("Temporal server", async (note) => {
    const address = binaries ? await start(binaries) : (process.env.TEMPORAL_ADDRESS ?? "");
    note(`namespace ${namespace}`);
    await prepareNamespace(address, namespace);
    return address;
  });
}
