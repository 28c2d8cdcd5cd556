import { MigrationMismatch, migrate } from "../../store/migrate.ts";
import { seed } from "../../prisma/seed/main.ts";
import type { Note } from "../bootstrap/progress.mjs";
import { Stop } from "../bootstrap/stop.mjs";
import { ensureDatabases, withClient } from "./databases.ts";
import type { Layout } from "./layout.ts";
import { createCluster, databaseUrl, openWayTo, postgresService } from "./postgres.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervisor.ts";
import { temporalDatabases } from "./temporal.ts";

const oldest = 15;

export async function startPostgres(
  { layout, secrets, supervisor }: { layout: Layout; secrets: Secrets; supervisor: Supervisor },
  port: number,
): Promise<string> {
  const password = secrets.administrator;
  const cluster = { folder: layout.cluster, port, password, log: layout.log("postgres") };
  openWayTo(cluster.folder);
  await createCluster(cluster);
  await supervisor.start(postgresService(cluster));
  await ensureDatabases(databaseUrl(cluster), [
    { database: "trinhky", role: "trinhky", password: secrets.trinhky },
    { ...temporalDatabases.main, password: secrets.temporal },
    { ...temporalDatabases.visibility, password: secrets.temporalVisibility },
  ]);
  return databaseUrl({ port, role: "trinhky", password: secrets.trinhky, database: "trinhky" });
}

export async function requireDatabase(url: string): Promise<void> {
  let version: number;
  try {
    const { rows } = await withClient(url, (client) => client.query<{ v: string }>("SHOW server_version_num AS v"));
    version = Math.floor(Number(Object.values(rows[0] ?? {})[0]) / 10_000);
  } catch (cause) {
    const reason = cause instanceof Error && cause.message ? cause.message : String((cause as { code?: string }).code);
    throw new Stop(
      `The database that DATABASE_URL names does not answer: ${reason}.`,
      "Start it or correct DATABASE_URL.",
    );
  }
  if (version >= oldest) return;
  throw new Stop(`DATABASE_URL names a PostgreSQL ${version}; Trình Ký needs ${oldest} or newer.`, "Name a newer one.");
}

export async function prepareDatabase(url: string, demo: boolean, note: Note): Promise<string> {
  try {
    const { applied } = await migrate(url, note);
    note("the plan and the demo people");
    await seed(url, { demo });
    return applied.length > 0 ? `${applied.length} migrations` : "up to date";
  } catch (error) {
    if (!(error instanceof MigrationMismatch)) throw error;
    const remedy =
      "Bring the code to the version that last used these data (git pull), or start clean with `npm start -- --reset`.";
    throw new Stop(`The database and this code do not belong together: ${error.message}.`, remedy, { cause: error });
  }
}
