import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** Prisma's own advisory lock, so that `prisma migrate` elsewhere and this runner never work at the same time. */
const LOCK = 72707369;
const folder = fileURLToPath(new URL("../prisma/migrations/", import.meta.url));

const historyTable = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** The database and the code do not belong together; `message` says which is older and what to do. */
export class MigrationMismatch extends Error {
  override readonly name = "MigrationMismatch";
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

async function migrationsOfCode(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

function refuseMismatch(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) {
      throw new MigrationMismatch(`the database has migration ${name}, which this code does not know: update the code`);
    }
    if (known.get(name) !== checksum) {
      throw new MigrationMismatch(`migration ${name} was changed after it was applied: restore it or start clean`);
    }
  }
}

/** Applies what is missing, one transaction per migration; two callers at once: the second finds nothing to do. */
export async function migrate(
  databaseUrl: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<{ applied: string[] }> {
  const migrations = await migrationsOfCode();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(historyTable);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      `SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    refuseMismatch(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) {
      onProgress(migration.name);
      await apply(client, migration);
    }
    return { applied: missing.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}
