import { Pool } from "pg";

/** Accounts and sessions live in a schema of their own: the application's tables never refer to them. */
export const createAuthPool = (databaseUrl: string, onError: (error: Error) => void): Pool => {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    options: "-c search_path=auth",
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
  });
  // An idle connection that PostgreSQL drops would otherwise end the process.
  pool.on("error", onError);
  return pool;
};
