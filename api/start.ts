import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { closeDb, createDb, demoPeople } from "../store/index.ts";
import { createApp } from "./app.ts";
import { createAccounts } from "./auth/accounts.ts";
import { createAuth, originsOf, type AuthSettings } from "./auth/auth.ts";
import { ensureDemoAccounts } from "./auth/demo-accounts.ts";
import { createAuthPool } from "./auth/pool.ts";
import { prepareAuthSchema } from "./auth/schema.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { connectEngine } from "./engine.ts";
import { SEATS, STANDING_SEATS } from "../domain/rights/index.ts";
import { createRights } from "./rights.ts";
import { startSettler, type SettlerTimes } from "./settler/loop.ts";
import { createDirectory } from "./views/directory.ts";

export interface Api {
  url: string;
  deps: Deps;
  stop: () => Promise<void>;
}

export interface StartOptions {
  config: Config;
  log: Logger;
  clock?: () => number;
  settlerTimes?: SettlerTimes;
  callDeadlineMs?: number;
}

const listen = (server: Server, { HOST, PORT }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, () => resolve((server.address() as AddressInfo).port));
  });

/** In-flight requests finish; idle keep-alive connections would otherwise hold the server open. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

const CALL_DEADLINE_MS = 10_000;
const LONGEST_REQUEST_MS = 15_000;

const signInLimit = ({ SIGN_IN_LIMIT, DEMO }: Config): number => SIGN_IN_LIMIT ?? (DEMO ? 120 : 10);

function authSettings(config: Config, log: Logger): AuthSettings {
  const pool = createAuthPool(config.DATABASE_URL, (err) => log.warn({ err }, "sign-in database connection lost"));
  return {
    pool,
    secret: config.AUTH_SECRET,
    publicUrl: config.PUBLIC_URL,
    trustedOrigins: originsOf(config.PUBLIC_URL, config.TRUSTED_ORIGINS),
    signInLimit: signInLimit(config),
  };
}

/** Everything but the listening socket. */
function assemble(options: StartOptions, settings: AuthSettings): Deps {
  const { config, log, clock = Date.now, callDeadlineMs = CALL_DEADLINE_MS } = options;
  const db = createDb(config.DATABASE_URL, {
    onConnectionLost: (err) => log.warn({ err }, "database connection lost"),
  });
  return {
    db,
    engine: connectEngine(config.TEMPORAL_ADDRESS, config.TEMPORAL_NAMESPACE),
    auth: createAuth(settings),
    accounts: createAccounts(settings.pool),
    rights: createRights(STANDING_SEATS),
    seats: SEATS,
    directory: createDirectory(db, clock),
    clock,
    log,
    publicUrl: config.PUBLIC_URL,
    origins: settings.trustedOrigins,
    uiDir: config.UI_DIR ?? null,
    demo: config.DEMO,
    settlerOn: config.SETTLER,
    callDeadlineMs,
    trustProxy: config.TRUST_PROXY,
    checkResponses: config.CHECK_RESPONSES ?? process.env["NODE_ENV"] !== "production",
  };
}

export async function startApi(options: StartOptions): Promise<Api> {
  const { config, log, settlerTimes } = options;
  const settings = authSettings(config, log);
  const deps = assemble(options, settings);
  await prepareAuthSchema(settings);
  if (config.DEMO) await ensureDemoAccounts(settings.pool, await demoPeople(deps.db));
  const server = createServer(createApp(deps));
  const port = await listen(server, config);
  const settler = config.SETTLER ? startSettler(deps, settlerTimes) : null;
  const stop = async (): Promise<void> => {
    await Promise.race([close(server), pause(LONGEST_REQUEST_MS, undefined, { ref: false })]);
    await settler?.stop();
    await deps.engine.close();
    await Promise.all([closeDb(deps.db), settings.pool.end()]);
  };
  return { url: `http://${config.HOST}:${port}`, deps, stop };
}
