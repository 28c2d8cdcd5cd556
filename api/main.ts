import { pino } from "pino";
import { readConfig } from "./config.ts";
import { startApi, type Api } from "./start.ts";

const log = pino({
  name: "api",
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: ["req.headers", "password", "*.password", "*.cookie"],
});

/** A signal, or the death of the launcher, ends the process once; what is under way is finished first. */
function stopOnce(api: Api): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    api.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
}

try {
  const config = readConfig(process.env);
  const api = await startApi({ config, log });
  stopOnce(api);
  log.info({ url: api.url }, "ready");
  process.send?.("ready");
} catch (error) {
  log.fatal({ err: error }, "the API did not start");
  process.exit(1);
}
