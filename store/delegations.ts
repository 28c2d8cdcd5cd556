import { localDate } from "../domain/calendar/index.ts";
import {
  noticesOfDelegation,
  refusalToAnswer,
  refusalToMake,
  type Answer,
  type DelegationAct,
  type DelegationEvent,
  type DelegationRejection,
  type DelegationTerms,
  type Seated,
} from "../domain/delegation/index.ts";
import type { Instant, PostRef } from "../domain/engine/case.ts";
import { GENESIS, hashOf, sealLink } from "../domain/engine/seal.ts";
import { SEATS } from "../domain/rights/seats.ts";
import type { Db } from "./db.ts";
import {
  columnsOf,
  delegationColumns,
  delegationSource,
  stateOf,
  termsOf,
  type DelegationRow,
} from "./delegation-rows.ts";
import { postsOn } from "./people.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { inTransaction } from "./transaction.ts";

/** Whether two delegations meet is judged over the whole register: one is made or answered at a time. */
const lockStatement = statement(`SELECT pg_advisory_xact_lock(7253004)`);

const oneStatement = statement(`SELECT ${delegationColumns} FROM ${delegationSource} WHERE d."id" = $1::uuid`);

export async function getDelegation(db: Queryable, id: string): Promise<DelegationRow | null> {
  const [row] = await run<DelegationRow>(db, oneStatement, id);
  return row ?? null;
}

const openStatement = statement(`
SELECT ${delegationColumns} FROM ${delegationSource} WHERE d."endedAt" IS NULL AND d."to" > $1::date`);

const insertStatement = statement(`
INSERT INTO "Delegation" SELECT * FROM jsonb_populate_record(NULL::"Delegation", $1::jsonb)`);

const eventStatement = statement(`
INSERT INTO "DelegationEvent" ("delegationId", "seq", "type", "at", "personId", "body", "prevHash", "hash")
VALUES ($1::uuid, $2, $3, $4::timestamptz, $5, $6::jsonb, $7, $8)`);

const noticeStatement = statement(`
INSERT INTO "Notice" ("id", "at", "kind", "unitCode", "role", "personId", "params", "key")
SELECT gen_random_uuid(), $1::timestamptz, n.* FROM jsonb_to_recordset($2::jsonb)
  AS n("kind" text, "unitCode" text, "role" text, "personId" text, "params" jsonb, "key" text)
ON CONFLICT ("key") DO NOTHING`);

async function write(tx: Queryable, terms: DelegationTerms, event: DelegationEvent, prevHash: string): Promise<void> {
  const { hash, ...sealed } = sealLink(event, prevHash);
  const { delegationId, seq, type, at, by } = event;
  await run(tx, eventStatement, delegationId, seq, type, iso(at), by.personId, JSON.stringify(sealed), prevHash, hash);
  const notices = noticesOfDelegation(terms, event).map(({ kind, to, params, key }) => ({
    kind,
    unitCode: to.post.unit,
    role: to.post.role,
    personId: to.personId,
    params,
    key,
  }));
  await run(tx, noticeStatement, iso(at), JSON.stringify(notices));
}

export type DelegationResult =
  | { kind: "done"; row: DelegationRow }
  | { kind: "refused"; rejection: DelegationRejection }
  /** The same id was used for another one. */
  | { kind: "payload-differs" };

interface Acting {
  /** The person who does it, in the post that is written down. */
  by: Seated;
  posts: readonly PostRef[];
  now: Instant;
}

/** Makes a delegation; the same id again changes nothing. */
export const makeDelegation = (
  db: Db,
  { terms, by, posts, now }: Acting & { terms: DelegationTerms },
): Promise<DelegationResult> =>
  inTransaction(db, async (tx) => {
    await run(tx, lockStatement);
    const known = await getDelegation(tx, terms.id);
    const payloadHash = hashOf(terms);
    if (known) return known.payloadHash === payloadHash ? { kind: "done", row: known } : { kind: "payload-differs" };
    const today = localDate(now);
    const others = (await run<DelegationRow>(tx, openStatement, today)).map(termsOf);
    const from = await postsOn(tx, terms.from.personId, terms.start);
    const to = await postsOn(tx, terms.to.personId, terms.start);
    const around = { by: { personId: by.personId, posts }, today, seats: SEATS, held: { from, to }, others };
    const rejection = refusalToMake(terms, around);
    if (rejection) return { kind: "refused", rejection };
    const row = { ...columnsOf(terms), madeAt: iso(now), payloadHash };
    await run(tx, insertStatement, JSON.stringify(row));
    await write(tx, terms, { type: "made", terms, delegationId: terms.id, seq: 1, at: now, by }, GENESIS);
    return { kind: "done", row: (await getDelegation(tx, terms.id)) as DelegationRow };
  });

const answeredStatement = statement(`
UPDATE "Delegation" SET "acceptedAt" = coalesce("acceptedAt", $2::timestamptz), "endedAt" = $3::timestamptz,
  "outcome" = $4
WHERE "id" = $1::uuid`);

const actOf = (answer: Answer, reason: string): DelegationAct =>
  answer === "accepted" ? { type: answer } : { type: answer, reason };

/** Accepts, declines or ends one; what was done already is not done twice. `null`: there is none of this id. */
export const answerDelegation = (
  db: Db,
  { id, answer, reason, by, posts, now }: Acting & { id: string; answer: Answer; reason: string },
): Promise<DelegationResult | null> =>
  inTransaction(db, async (tx) => {
    await run(tx, lockStatement);
    const row = await getDelegation(tx, id);
    if (!row) return null;
    const repeated = row.outcome === answer || (answer === "accepted" && row.acceptedAt !== null);
    const asking = { by: { personId: by.personId, posts }, today: localDate(now), seats: SEATS };
    const rejection = repeated ? null : refusalToAnswer(stateOf(row), answer, asking);
    if (rejection) return { kind: "refused", rejection };
    if (repeated) return { kind: "done", row };
    const accepts = answer === "accepted";
    await run(tx, answeredStatement, id, accepts ? iso(now) : null, accepts ? null : iso(now), accepts ? null : answer);
    const event = { ...actOf(answer, reason), delegationId: id, seq: row.seq + 1, at: now, by };
    await write(tx, termsOf(row), event, row.hash);
    return { kind: "done", row: (await getDelegation(tx, id)) as DelegationRow };
  });
