import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../prisma/generated/client.ts";

/**
 * One pool, two ways in: Prisma where rows are read and written plainly, prepared SQL where round trips, locking or
 * keyset paging count (the write path, lists).
 */
export interface Db {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
}

export interface DbOptions {
  max?: number;
  /** Called when an idle connection breaks, e.g. because the server was restarted; the pool opens another. */
  onConnectionLost?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 5_000;
// A statement that waits longer hangs on a lock or a dead server; the caller's own deadline is 10 s.
const STATEMENT_TIMEOUT_MS = 8_000;

export function createDb(url: string, { max = 10, onConnectionLost = () => undefined }: DbOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + 1_000,
    keepAlive: true,
  });
  surviveLostConnections(pool, onConnectionLost);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/**
 * Without a listener a broken connection ends the process. The pool listens on idle ones only; one that is checked out
 * between two statements hears of the server's death too.
 */
export function surviveLostConnections(pool: pg.Pool, onLost: (error: Error) => void): void {
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
}

export async function closeDb({ pool, prisma }: Db): Promise<void> {
  await prisma.$disconnect();
  await pool.end();
}
