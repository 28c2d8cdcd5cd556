import type { Place } from "../domain/funding/at-stake.ts";
import {
  CEILING_MODES,
  excessOf,
  gravest,
  isUnder,
  weigh,
  type Ceiling,
  type CeilingMode,
  type CountedStage,
  type Placed,
  type PlacedAmount,
  type WeighedCeiling,
} from "../domain/funding/ceiling.ts";
import { excesses, type LineExcess } from "../domain/funding/excess.ts";
import type { Dong } from "../domain/money/dong.ts";
import { countedAt, under } from "./money-sql.ts";
import { run, statement, type Queryable } from "./query.ts";

export interface CeilingRow {
  id: string;
  source: string;
  year: number;
  window: string;
  amount: string;
  modes: Partial<Record<CountedStage, CeilingMode>>;
  document: string;
  version: number;
  active: boolean;
}

export const ceilingColumns = ["id", "source", "year", "window", "amount", "modes", "document", "version", "active"]
  .map((column) => `c."${column}"`)
  .join(", ");

const coveringQuery = `SELECT ${ceilingColumns} FROM "Ceiling" c WHERE c."active" AND EXISTS (
  SELECT FROM jsonb_to_recordset($1::jsonb) AS p("sourceCode" text, "year" int, "window" text) WHERE ${under("p")})
ORDER BY c."id"`;
const lookStatement = statement(coveringQuery);
/** Locked in one order, so that two sittings wait for each other instead of killing each other. */
const lockStatement = statement(`${coveringQuery} FOR UPDATE`);

// What a line counts: its own amount at the stage, or what is reserved for it meanwhile, whichever is more. A place may
// be reserved for a line that the ledger does not know yet.
export const countedUnder = (stage: string, left: string): string => `
SELECT coalesce(sum(greatest(coalesce(own."amount", 0), coalesce(place."amount", 0))), 0)
FROM (SELECT l."id", ${countedAt(stage)} AS "amount" FROM "FundingLine" l WHERE ${under("l")}) own
FULL JOIN (
  SELECT r."lineId", max(r."amount") AS "amount" FROM "CeilingReservation" r
  WHERE r."stage" = ${stage} AND r."state" IN ('held', 'confirmed') AND ${under("r")} GROUP BY r."lineId"
) place ON place."lineId" = own."id"
WHERE NOT coalesce(own."id", place."lineId") = ANY (${left})`;

const countedStatement = statement(`
SELECT c."id" AS "ceilingId", (${countedUnder("$3::text", "$2::text[]")})::text AS "counted"
FROM "Ceiling" c WHERE c."id" = ANY ($1::uuid[])`);

export const ceilingOf = ({ id, source, year, window, amount, modes }: CeilingRow): Ceiling => ({
  id,
  source,
  year,
  window: window === "" ? null : window,
  amount,
  modes,
});

/** An amount at its place: where it lies is known by then. */
export type Weighing = Pick<Place, "lineId" | "amount"> & { readonly key: Placed };

export interface Weighed {
  ceilings: readonly WeighedCeiling[];
  verdict: ReturnType<typeof gravest>;
  /** Per line: by how much it exceeds a ceiling that lets it pass with a reason or under a higher signature. */
  over: ReadonlyMap<string, LineExcess>;
  /** By what a ceiling says to it: by how much each line exceeds one that says so. */
  excess: Readonly<Record<CeilingMode, ReadonlyMap<string, Dong>>>;
}

/** What the ceilings say to these amounts. `lock`: they are about to be taken (inside a transaction). */
export async function weighPlaces(
  db: Queryable,
  { stage, places, lock }: { stage: CountedStage; places: readonly Weighing[]; lock: boolean },
): Promise<Weighed> {
  const keys = JSON.stringify(places.map(({ key: { sourceCode, year, window } }) => ({ sourceCode, year, window })));
  const rows = await run<CeilingRow>(db, lock ? lockStatement : lookStatement, keys);
  const counts = await run<{ ceilingId: string; counted: Dong }>(
    db,
    countedStatement,
    rows.map(({ id }) => id),
    places.map(({ lineId }) => lineId),
    stage,
  );
  const counted = new Map(counts.map((count) => [count.ceilingId, count.counted]));
  const placed: PlacedAmount[] = places.map(({ lineId, amount, key }) => ({ key: { ...key, lineId }, amount }));
  const ceilings = weigh(rows.map(ceilingOf), stage, placed, (ceiling) => counted.get(ceiling.id) ?? "0");
  const excess = Object.fromEntries(CEILING_MODES.map((mode) => [mode, excessOf(ceilings, mode, placed)]));
  return {
    ceilings,
    verdict: gravest(ceilings),
    over: excesses(ceilings, placed),
    excess: excess as Weighed["excess"],
  };
}

/** The source whose ceiling says so to the line, to name it. */
export const sourceThatSays = ({ ceilings }: Weighed, mode: CeilingMode, key: Placed): string =>
  ceilings.find(({ ceiling, result }) => result.verdict === mode && isUnder(ceiling, key))?.ceiling.source ??
  key.sourceCode;
