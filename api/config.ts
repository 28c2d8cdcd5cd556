import { coerce, enum as zEnum, object, prettifyError, string, url, type infer as Infer } from "zod";

const flag = zEnum(["0", "1"]).transform((value) => value === "1");

const configSchema = object({
  DATABASE_URL: string().min(1),
  TEMPORAL_ADDRESS: string().min(1),
  TEMPORAL_NAMESPACE: string().min(1).default("trinh-ky"),
  HOST: string().min(1).default("127.0.0.1"),
  PORT: coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: url(),
  /** Further origins the browser may come from, e.g. a development server; comma-separated. */
  TRUSTED_ORIGINS: string()
    .default("")
    .transform((value) => value.split(",").filter(Boolean)),
  AUTH_SECRET: string().min(32),
  UI_DIR: string().optional(),
  DEMO: flag.default(false),
  SETTLER: flag.default(true),
  /** Number of reverse proxies in front whose X-Forwarded-For is believed. */
  TRUST_PROXY: coerce.number().int().min(0).max(5).default(0),
  SIGN_IN_LIMIT: coerce.number().int().positive().optional(),
  CHECK_RESPONSES: flag.optional(),
  LOG_LEVEL: zEnum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});
export type Config = Infer<typeof configSchema>;

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) throw new Error(`configuration:\n${prettifyError(parsed.error)}`);
  return parsed.data;
}
