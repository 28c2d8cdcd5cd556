import type { CaseInput, SealedEvent, Transition } from "../domain/engine/case.ts";
import { evolve } from "../domain/engine/evolve.ts";
import { digestOfLine } from "../domain/funding/line-digest.ts";
import type { LedgerRefusalCode } from "../domain/funding/ledger-rules.ts";
import type { LineMoney } from "../domain/funding/line-money.ts";
import type { MoneyEvent } from "../domain/funding/money-event.ts";
import { moneyEventsOf } from "../domain/funding/money-of-case.ts";
import { LIST } from "../domain/funding/steps.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { freePlaces } from "./free-places.ts";
import { writeMoney } from "./money.ts";
import { run, statement, type Queryable } from "./query.ts";

const cursorStatement = statement(`
INSERT INTO "MoneyCursor" AS m ("caseId", "seq") VALUES ($1, 0)
ON CONFLICT ("caseId") DO UPDATE SET "caseId" = excluded."caseId" RETURNING m."seq"`);

const advanceStatement = statement(`UPDATE "MoneyCursor" SET "seq" = $2 WHERE "caseId" = $1`);

const laterStatement = statement(`
SELECT e."body" FROM "CaseEvent" e WHERE e."caseId" = $1 AND e."seq" > $2 ORDER BY e."seq"`);

/**
 * What the event means for money, written in the transaction that records the event itself. Events may be recorded in
 * any order, money may not: an event that comes before its turn waits, and the one that was missing takes it along.
 */
export async function recordMoneyOf(tx: Queryable, input: CaseInput, transition: Transition): Promise<void> {
  const { caseId, seq } = transition.event;
  const [cursor] = await run<{ seq: number }>(tx, cursorStatement, caseId);
  if (cursor === undefined || seq !== cursor.seq + 1) return;
  let last = transition;
  let present = input;
  await book(tx, present, last);
  for (const { body: event } of await run<{ body: SealedEvent }>(tx, laterStatement, caseId, seq)) {
    if (event.seq !== last.event.seq + 1) break;
    present = event.data.table ? { ...present, pipeline: event.data.table } : present;
    last = { event, state: evolve(present, last.state, event) };
    await book(tx, present, last);
  }
  await run(tx, advanceStatement, caseId, last.event.seq);
}

const linesStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."requestId" = $1 OR l."id" = ANY ($2::text[])`);

const numberStatement = statement(`
SELECT n."symbol" FROM "DocumentNumber" n WHERE n."caseId" = $1 AND n."seq" = $2`);

async function book(tx: Queryable, input: CaseInput, transition: Transition): Promise<void> {
  const { event, state } = transition;
  const rows = await run<FundingLineRow>(
    tx,
    linesStatement,
    event.caseId,
    state.lines.map(({ id }) => id),
  );
  const [number] = await run<{ symbol: string }>(tx, numberStatement, event.caseId, event.seq);
  const lines = new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
  const events = moneyEventsOf(input, transition, { lines, document: number?.symbol ?? null });
  await freePlaces(tx, input, transition, events);
  if (events.length === 0) return;
  const { caseId, seq: caseSeq } = event;
  const person = event.actor && { personId: event.actor.personId };
  const origin = { ...person, caseId, caseSeq, campaignId: input.campaignId };
  await writeMoney(tx, events, { origin, by: "facts", stale: staleOf(input, transition, lines, events) });
}

/** What a list says of a line is about the line as the list has it. */
function staleOf(
  input: CaseInput,
  { state }: Transition,
  lines: ReadonlyMap<string, LineMoney>,
  events: readonly MoneyEvent[],
): ReadonlyMap<string, LedgerRefusalCode> {
  if (input.pipeline.id !== LIST) return new Map();
  const seen = new Map(state.lines.map(({ id, digest }) => [id, digest]));
  const changed = ({ lineId }: MoneyEvent): boolean => {
    const [digest, line] = [seen.get(lineId), lines.get(lineId)];
    return digest !== undefined && line !== undefined && digest !== digestOfLine(asked(line));
  };
  return new Map(events.filter(changed).map(({ id }) => [id, "line-changed"]));
}

const asked = ({ key, requested }: LineMoney) => ({ ...key, requested: requested.toString() });
