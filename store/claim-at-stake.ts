import { placedAmount, type AtStake, type Place, type Placing } from "../domain/funding/at-stake.ts";
import { CEILING_MODES, type Placed } from "../domain/funding/ceiling.ts";
import type { LineExcess } from "../domain/funding/excess.ts";
import type { LineMoney } from "../domain/funding/line-money.ts";
import type { MoneyRejection } from "../domain/funding/rejection.ts";
import { boundByDecision, staleness, unsettled } from "../domain/funding/release.ts";
import type { Rejection } from "../domain/engine/rejection.ts";
import { sourceThatSays, weighPlaces, type Weighed, type Weighing } from "./ceilings.ts";
import { claimWith, type Claim, type ClaimResult } from "./claim.ts";
import type { Db } from "./db.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { run, statement, type Queryable } from "./query.ts";
import { refuseWith } from "./settle.ts";
import { inTransaction } from "./transaction.ts";

export interface StakedClaim {
  stake: AtStake;
  /** The command as it will be sent, once it is known which lines exceed a ceiling and what that one asks for. */
  envelope: (over: ReadonlyMap<string, LineExcess>) => unknown;
}

type Refusal = Rejection | MoneyRejection;
type Lines = ReadonlyMap<string, LineMoney>;

/** What the ledger says to a command, and what is to be kept for it while it is under way. */
interface Judged {
  refusal: Refusal | null;
  over: ReadonlyMap<string, LineExcess>;
  hold: readonly object[];
}

const sentStatement = statement(`SELECT 1 FROM "Command" WHERE "id" = $1::uuid`);

const holdStatement = statement(`
INSERT INTO "CeilingReservation" ("lineId", "stage", "commandId", "sourceCode", "year", "window", "amount", "state",
  "mode", "over", "reason")
SELECT x."lineId", x."stage", $2::uuid, x."sourceCode", x."year", x."window", x."amount", 'held', x."mode", x."over",
  x."reason"
FROM jsonb_to_recordset($1::jsonb) AS x("lineId" text, "stage" text, "sourceCode" text, "year" int, "window" text,
  "amount" bigint, "mode" text, "over" bigint, "reason" text)`);

/**
 * Claims a command together with what it means for money (design.md §8.7). Lines are locked first, ceilings after them,
 * each in one order; what does not fit, or is no longer as the sender saw it, is refused here and logged as refused.
 * What is taken is held until the command is settled, whoever settles it.
 */
export async function claimAtStake(
  db: Db,
  request: Omit<Claim, "envelope">,
  { stake, envelope }: StakedClaim,
): Promise<ClaimResult> {
  return inTransaction(db, async (tx) => {
    const sentBefore = (await run(tx, sentStatement, request.id)).length > 0;
    // The first attempt has weighed and taken; whatever counts now is no reason to judge it again.
    if (sentBefore) return claimWith(tx, { ...request, envelope: envelope(new Map()) });
    const { refusal, over, hold } = await judge(tx, stake);
    const complete = envelope(over);
    const claimed = await claimWith(tx, { ...request, envelope: complete });
    if (claimed.kind !== "claimed") return claimed;
    if (refusal) return refuse(tx, request, refusal);
    await run(tx, holdStatement, JSON.stringify(hold), request.id);
    return { kind: "claimed", envelope: complete };
  });
}

async function refuse(tx: Queryable, { id, now }: Omit<Claim, "envelope">, rejection: Refusal): Promise<ClaimResult> {
  const command = await refuseWith(tx, { commandId: id, rejection, now });
  if (!command) throw new Error(`command ${id} was claimed and settled in one transaction`);
  return { kind: "known", command };
}

const lockLines = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = ANY ($1::text[]) OR l."requestId" = $2
ORDER BY l."id" FOR UPDATE`);

async function locked(tx: Queryable, ids: readonly string[], requestId: string | null): Promise<Lines> {
  const rows = await run<FundingLineRow>(tx, lockLines, ids, requestId);
  return new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
}

const NOTHING: Judged = { refusal: null, over: new Map(), hold: [] };

const firstOf = <T>(items: Iterable<T>, refusalOf: (item: T) => Refusal | null): Refusal | null => {
  for (const item of items) {
    const refusal = refusalOf(item);
    if (refusal) return refusal;
  }
  return null;
};

async function judge(tx: Queryable, stake: AtStake): Promise<Judged> {
  if (stake.kind === "place") return judgePlaces(tx, stake);
  const lines = await locked(tx, [], stake.requestId);
  if (stake.kind === "close") return { ...NOTHING, refusal: firstOf(lines.values(), unsettled) };
  const refusal = firstOf(lines.values(), boundByDecision) ?? (await inHand(tx, lines, ["decided", "assigned"]));
  return { ...NOTHING, refusal, hold: [...lines.values()].map((line) => releaseOf(line)) };
}

const releaseOf = ({ key }: LineMoney): object => ({
  ...placeOf(key),
  lineId: key.lineId,
  stage: "release",
  amount: 0,
});

const placeOf = ({ sourceCode, year, window }: Placed): Placed => ({ sourceCode, year, window });

const heldStatement = statement(`
SELECT r."lineId" FROM "CeilingReservation" r
WHERE r."lineId" = ANY ($1::text[]) AND r."stage" = ANY ($2::text[]) AND r."state" = 'held' ORDER BY r."lineId" LIMIT 1`);

/** Somebody else's act on one of these lines has been sent and not been answered yet. */
async function inHand(tx: Queryable, lines: Lines, stages: readonly string[]): Promise<MoneyRejection | null> {
  const [held] = await run<{ lineId: string }>(tx, heldStatement, [...lines.keys()], stages);
  if (!held) return null;
  return { code: "line-in-hand", line: held.lineId, title: lines.get(held.lineId)?.key.title ?? held.lineId };
}

async function judgePlaces(tx: Queryable, placing: Placing): Promise<Judged> {
  const { stage, places } = placing;
  const ids = places.map(({ lineId }) => lineId);
  const lines = await locked(tx, ids, null);
  const refusal = await notAsSeen(tx, lines, places);
  if (refusal) return { ...NOTHING, refusal };
  const weighing = places.flatMap((place): (Weighing & Place)[] => {
    const line = lines.get(place.lineId);
    const key = place.key ?? line?.key;
    return key ? [{ ...place, key: placeOf(key), amount: placedAmount(stage, place, line) }] : [];
  });
  const weighed = await weighPlaces(tx, { stage, places: weighing, lock: true });
  return {
    refusal: overCeiling(weighed, placing, weighing),
    over: weighed.over,
    hold: weighing.map((place) => holdOf(place, stage, weighed)),
  };
}

async function notAsSeen(tx: Queryable, lines: Lines, places: readonly Place[]): Promise<Refusal | null> {
  const standing = places.filter(({ stands }) => stands);
  const stale = firstOf(standing, (place) => {
    const line = lines.get(place.lineId);
    return line ? staleness(line, place) : { code: "line-unknown", line: place.lineId };
  });
  return stale ?? (standing.length > 0 ? inHand(tx, lines, ["release"]) : null);
}

/** The first line that does not fit: forbidden, or above a ceiling that wants a reason or a higher hand. */
function overCeiling(weighed: Weighed, { higher }: Placing, places: readonly (Weighing & Place)[]): Refusal | null {
  return firstOf(places, ({ lineId, key, reason }) => {
    const over = (mode: (typeof CEILING_MODES)[number]) => Number(weighed.excess[mode].get(lineId) ?? 0);
    const about = (mode: (typeof CEILING_MODES)[number]) => ({
      line: lineId,
      source: sourceThatSays(weighed, mode, key),
      over: over(mode),
    });
    if (over("stop") > 0) return { code: "ceiling-exceeded", line: lineId, over: over("stop") };
    if (over("higher-signature") > 0 && higher === "missing") {
      return { code: "ceiling-needs-higher", ...about("higher-signature") };
    }
    return over("warn") > 0 && reason === undefined ? { code: "ceiling-reason-needed", ...about("warn") } : null;
  });
}

function holdOf({ lineId, amount, key, reason }: Weighing & Place, stage: string, { excess }: Weighed): object {
  const mode = CEILING_MODES.find((candidate) => excess[candidate].has(lineId)) ?? null;
  const over = mode === null ? null : excess[mode].get(lineId);
  return { lineId, stage, ...key, amount, mode, over, reason: mode === null ? null : reason };
}
