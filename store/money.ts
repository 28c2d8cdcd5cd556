import { applyMoney, recordMoney, type Ledger } from "../domain/funding/ledger.ts";
import type { LedgerRefusal, LedgerRefusalCode } from "../domain/funding/ledger-rules.ts";
import type { LineMoney } from "../domain/funding/line-money.ts";
import type { MoneyEvent } from "../domain/funding/money-event.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, putLines, rowOfMoney, type FundingLineRow } from "./funding-rows.ts";
import { iso, run, statement, type Queryable } from "./query.ts";
import { inTransaction } from "./transaction.ts";

/** A law of money forbids it; nothing was written. */
export class MoneyRefused extends Error {
  override readonly name = "MoneyRefused";
  readonly refusal: LedgerRefusal;

  constructor(refusal: LedgerRefusal) {
    super(`${refusal.code} on ${refusal.lineId}`);
    this.refusal = refusal;
  }
}

export interface MoneyOrigin {
  personId?: string;
  /** The case event that the money events follow from. */
  caseId?: string;
  caseSeq?: number;
  campaignId?: string | null;
  paperId?: string;
}

const lockStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = ANY ($1::text[]) ORDER BY l."id" FOR UPDATE`);

const knownStatement = statement(`SELECT "id" FROM "MoneyEvent" WHERE "id" = ANY ($1::text[])`);

const insertStatement = statement(`
INSERT INTO "MoneyEvent" ("id", "lineId", "seq", "type", "amount", "at", "personId", "caseId", "caseSeq", "paperId",
  "left", "body")
SELECT x.* FROM jsonb_to_recordset($1::jsonb) AS x("id" text, "lineId" text, "seq" int, "type" text, "amount" bigint,
  "at" timestamptz, "personId" text, "caseId" text, "caseSeq" int, "paperId" uuid, "left" text, "body" jsonb)`);

const allocateStatement = statement(`
INSERT INTO "Allocation" ("eventId", "lineId", "kind", "amount", "document", "at")
SELECT x.* FROM jsonb_to_recordset($1::jsonb) AS x("eventId" text, "lineId" text, "kind" text, "amount" bigint,
  "document" text, "at" timestamptz)`);

const joinCampaign = statement(`
UPDATE "FundingLine" SET "campaignId" = $2 WHERE "id" = ANY ($1::text[]) AND "campaignId" IS DISTINCT FROM $2`);

const linesOf = (event: MoneyEvent): string[] =>
  event.type === "carried-over" ? [event.lineId, event.toLineId] : [event.lineId];

type Left = ReadonlyMap<string, LedgerRefusalCode>;

export interface Writing {
  origin: MoneyOrigin;
  /** `laws`: they may still refuse it. `facts`: it has happened; what contradicts the money there is, is noted only. */
  by: "laws" | "facts";
  /** Events known to be about another version of their line: noted, and not booked. */
  stale?: Left;
}

/** Within the caller's transaction. */
export async function writeMoney(
  tx: Queryable,
  events: readonly MoneyEvent[],
  { origin, by, stale = new Map() }: Writing,
): Promise<void> {
  const ids = [...new Set(events.flatMap(linesOf))];
  const rows = await run<FundingLineRow>(tx, lockStatement, ids);
  const known = await run<{ id: string }>(
    tx,
    knownStatement,
    events.map(({ id }) => id),
  );
  const lines = new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
  const before: Ledger = { lines, events: new Set(known.map(({ id }) => id)) };
  // What is about a line that was never booked has no place to be noted.
  const about = (event: MoneyEvent) => "line" in event || lines.has(event.lineId);
  const fresh = events.filter((event) => !before.events.has(event.id) && (by === "laws" || about(event)));
  if (fresh.length === 0) return;
  const { ledger, left } = by === "laws" ? judged(before, fresh) : noted(before, fresh, stale);
  await writeLines(tx, { rows, fresh, after: ledger.lines, left, origin });
}

interface Booked {
  ledger: Ledger;
  left: Left;
}

const judged = (before: Ledger, events: readonly MoneyEvent[]): Booked => ({
  left: new Map(),
  ledger: events.reduce((ledger, event) => {
    const recorded = recordMoney(ledger, event);
    if (!recorded.ok) throw new MoneyRefused(recorded.refusal);
    return recorded.ledger;
  }, before),
});

function noted(before: Ledger, events: readonly MoneyEvent[], stale: Left): Booked {
  const left = new Map<string, LedgerRefusalCode>();
  let ledger = before;
  for (const event of events) {
    const outdated = stale.get(event.id);
    const applied = outdated === undefined ? applyMoney(ledger, event) : { ledger, left: { code: outdated } };
    if (applied.left) left.set(event.id, applied.left.code);
    ledger = applied.ledger;
  }
  return { ledger, left };
}

interface Written {
  rows: readonly FundingLineRow[];
  fresh: readonly MoneyEvent[];
  after: ReadonlyMap<string, LineMoney>;
  left: Left;
  origin: MoneyOrigin;
}

async function writeLines(tx: Queryable, { rows, fresh, after, left, origin }: Written): Promise<void> {
  const seqs = new Map(rows.map((row) => [row.id, row.seq]));
  const next = (lineId: string): number => {
    const seq = (seqs.get(lineId) ?? 0) + 1;
    seqs.set(lineId, seq);
    return seq;
  };
  const events = fresh.flatMap((event) => eventRows(event, { next, origin, left: left.get(event.id) ?? null }));
  const touched = [...new Set(fresh.flatMap(linesOf))].flatMap((id) => after.get(id) ?? []);
  const put = touched.map((line) => rowOfMoney(line, seqs.get(line.key.lineId) ?? 0));
  await run(tx, putLines, JSON.stringify(put));
  await run(tx, insertStatement, JSON.stringify(events));
  await run(tx, allocateStatement, JSON.stringify(fresh.filter(({ id }) => !left.has(id)).flatMap(allocation)));
  if (origin.campaignId)
    await run(
      tx,
      joinCampaign,
      touched.map(({ key }) => key.lineId),
      origin.campaignId,
    );
}

interface Noting {
  next: (lineId: string) => number;
  origin: MoneyOrigin;
  left: LedgerRefusalCode | null;
}

// A carry-over stands in the records of both lines.
function eventRows(event: MoneyEvent, { next, origin, left }: Noting): object[] {
  const { id, lineId, type, at } = event;
  const amount = "amount" in event ? event.amount : null;
  const { personId = null, caseId = null, caseSeq = null, paperId = null } = origin;
  const row = (key: string, line: string, kind: string) => ({
    id: key,
    lineId: line,
    seq: next(line),
    type: kind,
    amount,
    at: iso(at),
    personId,
    caseId,
    caseSeq,
    paperId,
    left,
    body: event,
  });
  const own = row(id, lineId, type);
  return event.type === "carried-over" && left === null ? [own, row(`${id}.in`, event.toLineId, "carried-in")] : [own];
}

const PAPERS = ["assigned", "supplemented", "recovered", "carried-over"];

function allocation(event: MoneyEvent): object[] {
  if (!PAPERS.includes(event.type) || !("amount" in event) || !("document" in event)) return [];
  const { id: eventId, lineId, type: kind, amount, document, at } = event;
  return [{ eventId, lineId, kind, amount, document, at: iso(at) }];
}

/** Records what happened to money, all of it or, when a law forbids any of it, nothing (MoneyRefused). */
export const recordMoneyEvents = (db: Db, events: readonly MoneyEvent[], origin: MoneyOrigin): Promise<void> =>
  inTransaction(db, (tx) => writeMoney(tx, events, { origin, by: "laws" }));
