import { run, statement, type Queryable } from "./query.ts";

/** The same id says something else now: neither is guessed at. */
export class IdReused extends Error {
  override readonly name = "IdReused";
  constructor(id: string) {
    super(`${id} was used for something else`);
  }
}

const lockStatement = statement(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`);

/** Two requests with one id come one after the other. */
export const lockId = async (tx: Queryable, id: string): Promise<void> => void (await run(tx, lockStatement, id));
