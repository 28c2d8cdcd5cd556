import { localDate } from "../domain/calendar/index.ts";
import type { DelegationEvent } from "../domain/delegation/index.ts";
import type { Instant, SealedEvent } from "../domain/engine/case.ts";
import type { Db } from "./db.ts";
import { delegationColumns, delegationSource, type DelegationRow } from "./delegation-rows.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface DelegationFilter extends PageRequest {
  /** Those of one person and of the units whose papers they keep; null: everybody's. */
  seenBy: { personId: string; units: readonly string[] } | null;
  /** Only what still holds or will. */
  open: boolean;
  now: Instant;
}

const listStatement = statement(`
SELECT ${delegationColumns} FROM ${delegationSource}
WHERE ($1::text IS NULL OR $1 IN (d."fromPersonId", d."toPersonId") OR d."fromUnit" = ANY ($2::text[]))
  AND (NOT $3::boolean OR (d."endedAt" IS NULL AND d."to" > $4::date))
  AND ($5::timestamptz IS NULL OR (d."madeAt", d."id") < ($5, $6::uuid))
ORDER BY d."madeAt" DESC, d."id" DESC LIMIT $7`);

/** Newest first. */
export async function listDelegations(
  db: Db,
  { seenBy, open, now, ...page }: DelegationFilter,
): Promise<Page<DelegationRow>> {
  const limit = limitOf(page);
  const [at, id] = decodeCursor(page.cursor, "instant", "uuid") ?? [null, null];
  const who = [seenBy?.personId ?? null, seenBy?.units ?? []];
  const rows = await run<DelegationRow>(db.pool, listStatement, ...who, open, localDate(now), iso(at), id, limit + 1);
  return pageOf(rows, limit, (row) => [row.madeAt, row.id]);
}

export interface ActUnderDelegation {
  title: string;
  event: SealedEvent;
}

const actsStatement = statement(`
SELECT c."title", e."body" AS "event" FROM "CaseEvent" e JOIN "Case" c ON c."id" = e."caseId"
WHERE e."body" #>> '{actor,onBehalfOf,delegationId}' = $1
  AND ($2::timestamptz IS NULL OR (e."at", e."hash") < ($2, $3))
ORDER BY e."at" DESC, e."hash" DESC LIMIT $4`);

/** What was done on behalf of its giver, newest first. */
export async function actsUnder(db: Db, delegationId: string, page: PageRequest): Promise<Page<ActUnderDelegation>> {
  const limit = limitOf(page);
  const [at, hash] = decodeCursor(page.cursor, "instant", "text") ?? [null, null];
  const rows = await run<ActUnderDelegation>(db.pool, actsStatement, delegationId, iso(at), hash, limit + 1);
  return pageOf(rows, limit, ({ event }) => [event.at, event.hash]);
}

const chainStatement = statement(`
SELECT e."body" || jsonb_build_object('hash', e."hash") AS "event" FROM "DelegationEvent" e
WHERE e."delegationId" = $1::uuid ORDER BY e."seq"`);

export type SealedDelegationEvent = DelegationEvent & { prevHash: string; hash: string };

/** The sealed record of one delegation, oldest first. */
export async function delegationChain(db: Db, id: string): Promise<SealedDelegationEvent[]> {
  return (await run<{ event: SealedDelegationEvent }>(db.pool, chainStatement, id)).map(({ event }) => event);
}
