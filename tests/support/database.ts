import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { quoted, withClient } from "../../scripts/stack/databases.ts";
import { databaseUrl } from "../../scripts/stack/postgres.ts";
import { application, template } from "./names.ts";
import type {} from "./provided.ts";

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** A copy of the template: migrated, with the plan and the demo people in it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { administrator, port, application: password } = inject("postgres");
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await withClient(administrator, (client) =>
    client.query(`CREATE DATABASE ${quoted(database)} TEMPLATE ${quoted(template)} OWNER ${quoted(application)}`),
  );
  return {
    url: databaseUrl({ port, password, role: application, database }),
    async drop() {
      await withClient(administrator, (client) => client.query(`DROP DATABASE ${quoted(database)} WITH (FORCE)`));
    },
  };
}
