import { Pool } from "pg";
import { surviveLostConnections } from "../../store/index.ts";

/** Accounts and sessions live in a schema of their own: the application's tables never refer to them. */
export const createAuthPool = (databaseUrl: string, onError: (error: Error) => void): Pool => {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    options: "-c search_path=auth",
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
  });
  surviveLostConnections(pool, onError);
  return pool;
};
