import { createHash } from "node:crypto";
import type pg from "pg";

/** A pool or a connection inside a transaction. */
export interface Queryable {
  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>>;
}

/** SQL text that never varies: its name lets each connection keep the prepared plan (planning costs more than running). */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export const statement = (text: string): Statement => ({
  name: createHash("sha256").update(text).digest("base64url").slice(0, 20),
  text,
});

/** Runs a prepared statement. Instants come back as epoch milliseconds, as everywhere outside the database. */
export async function run<Row>(db: Queryable, { name, text }: Statement, ...values: unknown[]): Promise<Row[]> {
  const { rows } = await db.query<pg.QueryResultRow>({ name, text, values });
  return rows.map((row) => plain(row) as Row);
}

export function plain(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) {
    const value = row[key];
    if (value instanceof Date) row[key] = value.getTime();
  }
  return row;
}

/** ISO text for a timestamptz parameter. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
