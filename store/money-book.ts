import type { PostRef } from "../domain/engine/actor.ts";
import { GENESIS, sealLink } from "../domain/engine/seal.ts";
import type { PaperStatus } from "../domain/funding/papers.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import type { Db } from "./db.ts";
import { iso, run, statement, type Queryable } from "./query.ts";

export interface Signer {
  personId: string;
  name: string;
  post: PostRef;
}

/** One thing said about a paper, as it is sealed: who, in which post, on what document. */
export interface BookEntry {
  paperId: string;
  act: PaperStatus;
  kind: string;
  subjectId: string;
  body: unknown;
  by: Signer;
  reason?: string;
  at: number;
}

export interface BookLink extends BookEntry {
  seq: number;
  prevHash: string;
  hash: string;
}

const lockStatement = statement(`SELECT pg_advisory_xact_lock(hashtextextended('MoneyRecord', 0))`);
const lastStatement = statement(`SELECT m."seq", m."hash" FROM "MoneyRecord" m ORDER BY m."seq" DESC LIMIT 1`);
const appendStatement = statement(`
INSERT INTO "MoneyRecord" ("seq", "paperId", "act", "at", "body", "prevHash", "hash")
VALUES ($1, $2::uuid, $3, $4, $5::jsonb, $6, $7)`);

/** Seals an entry behind the last one; two that append at once wait for each other. */
export async function appendToBook(tx: Queryable, entry: BookEntry): Promise<void> {
  await run(tx, lockStatement);
  const [last] = await run<{ seq: number; hash: string }>(tx, lastStatement);
  const link = sealLink({ ...entry, seq: (last?.seq ?? 0) + 1 }, last?.hash ?? GENESIS);
  const { seq, prevHash, hash } = link;
  await run(tx, appendStatement, seq, entry.paperId, entry.act, iso(entry.at), JSON.stringify(entry), prevHash, hash);
}

const listStatement = statement(`
SELECT m."seq", m."body", m."prevHash", m."hash" FROM "MoneyRecord" m
WHERE $1::int IS NULL OR m."seq" > $1 ORDER BY m."seq" LIMIT $2`);

/** The money book in its order, to be read and to be verified (verifyChain). */
export async function listBook(db: Db, page: PageRequest): Promise<Page<BookLink>> {
  const limit = limitOf(page);
  const [after] = decodeCursor(page.cursor, "int") ?? [null];
  type Row = { seq: number; body: BookEntry; prevHash: string; hash: string };
  const rows = await run<Row>(db.pool, listStatement, after, limit + 1);
  const links = rows.map(({ body, ...link }) => ({ ...body, ...link }));
  return pageOf(links, limit, ({ seq }) => [seq]);
}
