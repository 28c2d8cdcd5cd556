import { pino } from "pino";
import { readConfig } from "../../../api/config.ts";
import { startApi } from "../../../api/start.ts";
import { impatience } from "./impatience.ts";

/** The product's API, in a process of its own that a test may kill, with deadlines that tests can wait for. */
await startApi({ config: readConfig(process.env), log: pino({ level: "warn" }), ...impatience });
process.send?.("ready");
