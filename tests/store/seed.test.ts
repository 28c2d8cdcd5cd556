import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annualReport } from "../../domain/pipelines/index.ts";
import { seed } from "../../prisma/seed/main.ts";
import { createTestDatabase } from "../support/database.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const tables = ["Unit", "Indicator", "PlanTask", "FundingSource", "Obligation", "CalendarDay", "Person", "Post"];

const counts = async (): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
    found[table] = rows[0]?.n ?? -1;
  }
  return found;
};

describe("the seed", () => {
  it("loads the plan as it stands: 82 units, 10 indicators, 53 tasks under 10 headings, 15 sources, 15 obligations", async () => {
    expect(await counts()).toMatchObject({ Unit: 82, Indicator: 10, PlanTask: 63, FundingSource: 15, Obligation: 15 });
  });

  it("changes nothing when it runs again", async () => {
    const before = await counts();
    await seed(database.url, { demo: true });
    expect(await counts()).toEqual(before);
  });

  it("gives every agency of the 2024 set somebody who drafts and somebody who signs", async () => {
    const { rows } = await client.query<{ code: string }>(
      `SELECT u."code" FROM "Unit" u WHERE u."reportDuty" AND u."effectiveFrom" IS NULL
         AND (u."effectiveTo" IS NULL OR u."effectiveTo" <> '2025-07-01' OR u."type" <> 'group')
         AND u."code" NOT LIKE 'DN_%'
         AND 2 > (SELECT count(DISTINCT p."role") FROM "Post" p WHERE p."unitCode" = u."code" AND p."role" IN ('specialist', 'head'))`,
    );
    expect(rows).toEqual([]);
  });

  it("refuses a published pipeline that was edited", async () => {
    await client.query(`ALTER TABLE "PipelineVersion" DISABLE TRIGGER "PipelineVersion_append_only"`);
    await client.query(`UPDATE "PipelineVersion" SET "hash" = md5('x') || md5('y') WHERE "id" = 'annual-report'`);
    await client.query(`ALTER TABLE "PipelineVersion" ENABLE TRIGGER "PipelineVersion_append_only"`);
    await expect(seed(database.url, { demo: true })).rejects.toThrow(
      `annual-report@${annualReport.version} was published with another table`,
    );
  });
});
