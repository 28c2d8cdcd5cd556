import type pg from "pg";

/** A connection inside the seed's transaction. */
export type Queryable = Pick<pg.Client, "query">;
