import type { MigrateCasesArgs } from "./messages.ts";
import { fanOut } from "./durable.ts";

/** A case takes some 50 ms; a batch stays far below its heartbeat, and 3,400 cases are 68 activities. */
const BATCH = 50;

/** Sends every case of a migration its command, once. What each answered is read from the commands themselves. */
export async function migrateCases({ migrationId }: MigrateCasesArgs): Promise<void> {
  let after: string | null = null;
  do after = (await fanOut.migrateBatch({ migrationId, after, limit: BATCH })).next;
  while (after !== null);
}
