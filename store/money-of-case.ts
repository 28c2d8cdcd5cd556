import type { CaseEvent, CaseInput, CaseState, Transition } from "../domain/engine/case.ts";
import type { MoneyEventType } from "../domain/funding/money-event.ts";
import { moneyEventsOf } from "../domain/funding/money-of-case.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { writeMoney } from "./money.ts";
import { run, statement, type Queryable } from "./query.ts";

const linesStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."requestId" = $1 OR l."id" = ANY ($2::text[])`);

const numberStatement = statement(`
SELECT n."symbol" FROM "DocumentNumber" n WHERE n."caseId" = $1 AND n."seq" = $2`);

// What a line counted under a ceiling falls with the decision that is no more.
const freeStatement = statement(`
UPDATE "CeilingReservation" SET "state" = 'freed' WHERE "lineId" = ANY ($1::text[]) AND "state" = 'confirmed'`);

const presentStatement = statement(`
SELECT c."state" FROM "Case" c WHERE c."id" = $1 AND c."seq" > $2`);

async function presentState(tx: Queryable, { caseId, seq }: CaseEvent): Promise<CaseState | undefined> {
  const [row] = await run<{ state: CaseState }>(tx, presentStatement, caseId, seq);
  return row?.state;
}

const anewTypes: readonly MoneyEventType[] = ["requested", "withdrawn", "undecided", "deferred"];

/** What the event means for money, written in the transaction that records the event itself. */
export async function recordMoneyOf(tx: Queryable, input: CaseInput, transition: Transition): Promise<void> {
  const { event, state } = transition;
  const rows = await run<FundingLineRow>(
    tx,
    linesStatement,
    event.caseId,
    state.lines.map(({ id }) => id),
  );
  const [number] = await run<{ symbol: string }>(tx, numberStatement, event.caseId, event.seq);
  const lines = new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
  const present = await presentState(tx, event);
  const events = moneyEventsOf(input, transition, { lines, document: number?.symbol ?? null, present });
  if (events.length === 0) return;
  const anew = events.filter(({ type }) => anewTypes.includes(type)).map(({ lineId }) => lineId);
  if (anew.length > 0) await run(tx, freeStatement, anew);
  const person = event.actor && { personId: event.actor.personId };
  const { caseId, seq: caseSeq } = event;
  await writeMoney(tx, events, { ...person, caseId, caseSeq, campaignId: input.campaignId }, false);
}
