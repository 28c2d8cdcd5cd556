import pg from "pg";

export type DatabasePlan = { readonly database: string; readonly role: string; readonly password: string };

/** Makes roles and databases that are missing; a role gets the password of the day. Safe to repeat. */
export async function ensureDatabases(adminUrl: string, plans: readonly DatabasePlan[]): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const { database, role, password } of plans) {
      const verb = (await exists(client, "pg_roles", "rolname", role)) ? "ALTER" : "CREATE";
      await client.query(`${verb} ROLE ${quoted(role)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
      if (await exists(client, "pg_database", "datname", database)) continue;
      await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(role)}`);
      await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${quoted(database)} FROM PUBLIC`);
    }
  });
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, catalogue: string, column: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM ${catalogue} WHERE ${column} = $1`, [name]);
  return rowCount === 1;
}

export const quoted = (name: string): string => pg.escapeIdentifier(name);
