import { getMigrations } from "better-auth/db/migration";
import type { Pool } from "pg";
import { authOptions, type AuthSettings } from "./auth.ts";

/** Any number; it only has to be the same in every process that starts. */
const SCHEMA_LOCK = 7_253_001;

/** Brings the tables of the sign-in library up to date; several processes may start at once. */
export async function prepareAuthSchema(settings: AuthSettings): Promise<void> {
  await withLock(settings.pool, async () => {
    const { runMigrations } = await getMigrations(authOptions(settings));
    await runMigrations();
  });
}

export async function withLock(pool: Pool, work: () => Promise<void>): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query("select pg_advisory_lock($1)", [SCHEMA_LOCK]);
    await connection.query("create schema if not exists auth");
    await work();
  } finally {
    await connection.query("select pg_advisory_unlock($1)", [SCHEMA_LOCK]).catch(() => undefined);
    connection.release();
  }
}
