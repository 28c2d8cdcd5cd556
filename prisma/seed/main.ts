import { pathToFileURL } from "node:url";
import pg from "pg";
import { loadDemoCeilings } from "./demo-ceilings.ts";
import { loadDemoPeople } from "./demo-people.ts";
import { loadPlan, loadSettings, publishPipelines, refuseWrongPlan } from "./plan-rows.ts";

/** Loads the plan, the calendar, the pipelines and, in a demo installation, its people. Running it again changes nothing. */
export async function seed(databaseUrl: string, { demo }: { demo: boolean }): Promise<void> {
  await refuseWrongPlan();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await loadPlan(client);
    await loadSettings(client);
    await publishPipelines(client);
    if (demo) {
      await loadDemoPeople(client);
      await loadDemoCeilings(client);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    await client.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("environment variable DATABASE_URL is missing");
  await seed(url, { demo: process.env.DEMO === "1" });
}
