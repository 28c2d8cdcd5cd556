import type { Role } from "../domain/engine/pipeline.ts";
import { hashOf } from "../domain/engine/seal.ts";
import { isCeilingPaper, type Paper, type PaperKind, type PaperStatus } from "../domain/funding/papers.ts";
import type { Db } from "./db.ts";
import { appendToBook, type Signer } from "./money-book.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { carryOutPaper, judgePaper } from "./paper-effect.ts";
import { IdReused, lockId } from "./once.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { inTransaction } from "./transaction.ts";

export interface PaperRow extends Paper {
  role: Role;
  answeredById: string | null;
  answeredByName: string | null;
  answeredByUnit: string | null;
  answeredByRole: Role | null;
  answeredAt: number | null;
  answerReason: string | null;
}

/** Somebody else answered first, or another way. */
export class PaperAnswered extends Error {
  override readonly name = "PaperAnswered";
  readonly paper: PaperRow;
  constructor(paper: PaperRow) {
    super(`paper ${paper.id} is ${paper.status}`);
    this.paper = paper;
  }
}

const COLUMNS = ["id", "kind", "subjectId", "body", "personId", "personName", "unitCode", "role", "at", "status"];
const ANSWER = ["answeredById", "answeredByName", "answeredByUnit", "answeredByRole", "answeredAt", "answerReason"];
const columns = [...COLUMNS, ...ANSWER].map((column) => `p."${column}"`).join(", ");

const oneStatement = statement(`SELECT ${columns} FROM "MoneyPaper" p WHERE p."id" = $1::uuid`);
const lockStatement = statement(`SELECT ${columns} FROM "MoneyPaper" p WHERE p."id" = $1::uuid FOR UPDATE`);

export async function getPaper(db: Db, id: string): Promise<PaperRow | null> {
  const [row] = await run<PaperRow>(db.pool, oneStatement, id);
  return row ?? null;
}

const insertStatement = statement(`
INSERT INTO "MoneyPaper" AS p ("id", "kind", "subjectId", "body", "personId", "personName", "unitCode", "role", "at")
VALUES ($1::uuid, $2, $3, $4::jsonb, $5, $6, $7, $8, $9) RETURNING ${columns}`);

export interface Proposal {
  id: string;
  kind: PaperKind;
  subjectId: string;
  body: Paper["body"];
  by: Signer;
  now: number;
}

/** Enters a paper; what the laws or the ceilings would say to it is said at once. The same id is the same paper. */
export const proposePaper = (db: Db, proposal: Proposal): Promise<PaperRow> =>
  inTransaction(db, async (tx) => {
    const { id, kind, subjectId, body, by, now } = proposal;
    await lockId(tx, id);
    const [known] = await run<PaperRow>(tx, oneStatement, id);
    if (known) return same(known, proposal);
    await judgePaper(tx, proposal);
    const { personId, name, post } = by;
    const values = [id, kind, subjectId, JSON.stringify(body), personId, name, post.unit, post.role, iso(now)];
    const [row] = await run<PaperRow>(tx, insertStatement, ...values);
    if (!row) throw new Error(`paper ${id} was not inserted`);
    await appendToBook(tx, { paperId: id, act: "proposed", kind, subjectId, body, by, at: now });
    return row;
  });

function same(known: PaperRow, { kind, subjectId, body, by }: Proposal): PaperRow {
  const said = (paper: object) => hashOf(paper);
  const before = said({ kind: known.kind, subjectId: known.subjectId, body: known.body, personId: known.personId });
  if (before !== said({ kind, subjectId, body, personId: by.personId })) throw new IdReused(known.id);
  return known;
}

const answerStatement = statement(`
UPDATE "MoneyPaper" p SET "status" = $2, "answeredById" = $3, "answeredByName" = $4, "answeredByUnit" = $5,
  "answeredByRole" = $6, "answeredAt" = $7, "answerReason" = $8
WHERE p."id" = $1::uuid RETURNING ${columns}`);

export interface PaperAnswer {
  paperId: string;
  act: Exclude<PaperStatus, "proposed">;
  reason?: string | undefined;
  by: Signer;
  now: number;
}

/** Confirms, declines or takes back a paper, once; what it says about money is booked in the same transaction. */
export const answerPaper = (db: Db, answer: PaperAnswer): Promise<PaperRow> =>
  inTransaction(db, async (tx) => {
    const { paperId, act, reason, by, now } = answer;
    const [paper] = await run<PaperRow>(tx, lockStatement, paperId);
    if (!paper) throw new Error(`paper ${paperId} is gone`);
    if (paper.status === act && paper.answeredById === by.personId) return paper;
    if (paper.status !== "proposed") throw new PaperAnswered(paper);
    if (act === "confirmed") await carryOutPaper(tx, paper, by, now);
    const { personId, name, post } = by;
    const values = [paperId, act, personId, name, post.unit, post.role, iso(now), reason ?? null];
    const [row] = await run<PaperRow>(tx, answerStatement, ...values);
    if (!row) throw new Error(`paper ${paperId} is gone`);
    const { kind, subjectId, body } = paper;
    const entry = { paperId, act, kind, subjectId, body, by, at: now, ...(reason !== undefined && { reason }) };
    await appendToBook(tx, entry);
    return row;
  });

export interface PaperFilter extends PageRequest {
  status?: PaperStatus | undefined;
  subjectId?: string | undefined;
  /** Of ceilings, or of lines; both without. */
  of?: "ceilings" | "lines" | undefined;
}

const CEILINGS = `p."kind" LIKE 'ceiling-%'`;
const listStatement = statement(`
SELECT ${columns} FROM "MoneyPaper" p
WHERE ($1::text IS NULL OR p."status" = $1) AND ($2::text IS NULL OR p."subjectId" = $2)
  AND ($3::text IS NULL OR ($3 = 'ceilings') = (${CEILINGS}))
  AND ($4::timestamptz IS NULL OR (p."at", p."id") < ($4, $5::uuid))
ORDER BY p."at" DESC, p."id" DESC LIMIT $6`);

/** Papers, newest first. */
export async function listPapers(db: Queryable, filter: PaperFilter): Promise<Page<PaperRow>> {
  const { status = null, subjectId = null, of = null } = filter;
  const limit = limitOf(filter);
  const [at, id] = decodeCursor(filter.cursor, "instant", "uuid") ?? [null, null];
  const rows = await run<PaperRow>(db, listStatement, status, subjectId, of, iso(at), id, limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

export const isAboutCeiling = ({ kind }: Pick<PaperRow, "kind">): boolean => isCeilingPaper(kind);
