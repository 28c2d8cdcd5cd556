import type { CaseInput, Transition } from "../domain/engine/case.ts";
import type { MoneyEvent } from "../domain/funding/money-event.ts";
import { leavesTheDesks } from "../domain/funding/money-of-case.ts";
import { run, statement, type Queryable } from "./query.ts";

const ofLines = statement(`
UPDATE "CeilingReservation" SET "state" = 'freed' WHERE "lineId" = ANY ($1::text[]) AND "state" = 'confirmed'`);

const ofRequest = statement(`
UPDATE "CeilingReservation" SET "state" = 'freed' WHERE starts_with("lineId", $1 || '.') AND "state" = 'confirmed'`);

/** A place under a ceiling falls with the request or the decision that took it. */
export async function freePlaces(
  tx: Queryable,
  input: CaseInput,
  transition: Transition,
  events: readonly MoneyEvent[],
): Promise<void> {
  if (leavesTheDesks(input, transition)) await run(tx, ofRequest, input.caseId);
  const anew = events.filter(({ type }) => FREEING.includes(type)).map(({ lineId }) => lineId);
  if (anew.length > 0) await run(tx, ofLines, anew);
}

/** What the ledger says of these lines from now on is what they count. */
const FREEING: readonly MoneyEvent["type"][] = ["requested", "returned", "withdrawn", "undecided", "deferred"];
