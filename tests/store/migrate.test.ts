import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import pg from "pg";
import { migrate, MigrationMismatch } from "../../store/index.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let client: pg.Client;

const history = async () => {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM "_prisma_migrations" ORDER BY migration_name`,
  );
  return rows;
};

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe("migrating", () => {
  it("finds nothing to do on a database that is up to date", async () => {
    expect((await migrate(database.url)).applied).toEqual([]);
  });

  describe("from nothing", () => {
    beforeEach(async () => {
      await client.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public`);
    });

    it("applies each migration once when two processes start together", async () => {
      const applied = await Promise.all([migrate(database.url), migrate(database.url)]);
      const names = applied.flatMap((result) => result.applied);
      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual((await history()).map((row) => row.migration_name));
    });

    it("says each migration it applies", async () => {
      const lines: string[] = [];
      const { applied } = await migrate(database.url, (line) => lines.push(line));
      expect(lines).toHaveLength(applied.length);
    });
  });

  describe("a database that does not belong to this code", () => {
    it("is refused when it was made by newer code", async () => {
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ('newer', 'x', '29990101000000_newer', now(), 1)`,
      );
      await expect(migrate(database.url)).rejects.toThrow(MigrationMismatch);
      await client.query(`DELETE FROM "_prisma_migrations" WHERE id = 'newer'`);
      expect((await migrate(database.url)).applied).toEqual([]);
    });

    it("is refused when a migration was edited after it had been applied", async () => {
      const [first] = await history();
      await client.query(`UPDATE "_prisma_migrations" SET checksum = 'edited' WHERE migration_name = $1`, [
        first?.migration_name,
      ]);
      await expect(migrate(database.url)).rejects.toThrow(/changed after it was applied/);
      await client.query(`UPDATE "_prisma_migrations" SET checksum = $1`, [first?.checksum]);
    });
  });
});
