import pg from "pg";
import type { Db } from "./db.ts";
import type { Queryable } from "./query.ts";

/** All or nothing, on one connection; a connection that cannot even roll back is thrown away. */
async function onConnection<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

export const inTransaction = <T>(db: Db, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  onConnection(db.pool, work);

/** A pool gets a transaction of its own; a connection is in one already. */
export const within = <T>(db: Queryable, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  db instanceof pg.Pool ? onConnection(db, work) : work(db);
