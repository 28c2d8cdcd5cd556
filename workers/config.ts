import { defaultNamespace } from "../workflows/messages.ts";

export interface WorkerConfig {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  logLevel: string;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`environment variable ${name} is missing`);
  return value;
}

export const configFrom = (env: NodeJS.ProcessEnv): WorkerConfig => ({
  databaseUrl: required(env, "DATABASE_URL"),
  temporalAddress: required(env, "TEMPORAL_ADDRESS"),
  namespace: env.TEMPORAL_NAMESPACE ?? defaultNamespace,
  logLevel: env.LOG_LEVEL ?? "info",
});
