import {
  excessOf,
  gravest,
  weigh,
  type Ceiling,
  type CeilingMode,
  type CountedStage,
  type WeighedCeiling,
} from "../domain/funding/ceiling.ts";
import { excesses, type LineExcess } from "../domain/funding/excess.ts";
import type { Dong } from "../domain/money/dong.ts";
import type { LineKey } from "../domain/funding/money-event.ts";
import type { Db } from "./db.ts";
import { keyOfRow, lineColumns, type FundingLineRow } from "./funding-rows.ts";
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
}

const columns = `c."id", c."source", c."year", c."window", c."amount", c."modes", c."document", c."version"`;
const under = `c."year" = l."year" AND (c."window" = '' OR c."window" = l."window")
  AND (l."sourceCode" = c."source" OR starts_with(l."sourceCode", c."source" || '.'))`;

/** Locked in one order, so that two sittings wait for each other instead of killing each other. */
const lockStatement = statement(`
SELECT ${columns} FROM "Ceiling" c
WHERE EXISTS (SELECT 1 FROM "FundingLine" l WHERE l."id" = ANY ($1::text[]) AND ${under})
ORDER BY c."id" FOR UPDATE`);

const lookStatement = statement(`
SELECT ${columns} FROM "Ceiling" c
WHERE EXISTS (SELECT 1 FROM "FundingLine" l WHERE l."id" = ANY ($1::text[]) AND ${under}) ORDER BY c."id"`);

const changingStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."id" = ANY ($1::text[]) ORDER BY l."id"`);

// What a line counts: its own amount at the stage, or what is reserved for it meanwhile, whichever is more.
const countedStatement = statement(`
SELECT c."id" AS "ceilingId", coalesce(sum(CASE WHEN l."withdrawn" THEN 0 ELSE greatest(
  CASE $3::text WHEN 'requested' THEN l."requested"
    WHEN 'appraised' THEN coalesce(l."proposed", (SELECT min(a."value"::bigint) FROM jsonb_each_text(l."appraised") a), 0)
    WHEN 'decided' THEN coalesce(l."decided", 0)
    ELSE l."assigned" + l."supplemented" + l."carriedIn" - l."carriedOut" - l."recovered" END,
  (SELECT max(r."amount") FROM "CeilingReservation" r WHERE r."lineId" = l."id" AND r."stage" = $3
    AND r."ceilingId" = c."id" AND r."state" IN ('held', 'confirmed'))) END), 0)::text AS "counted"
FROM "Ceiling" c LEFT JOIN "FundingLine" l ON ${under} AND NOT l."id" = ANY ($2::text[])
WHERE c."id" = ANY ($1::uuid[]) GROUP BY c."id"`);

const ceilingOf = ({ id, source, year, window, amount, modes }: CeilingRow): Ceiling => ({
  id,
  source,
  year,
  window: window === "" ? null : window,
  amount,
  modes,
});

/** A change of amounts at a stage, line by line, in the order in which it was decided. */
export interface Change {
  lineId: string;
  amount: Dong;
}

export interface Weighed {
  ceilings: readonly WeighedCeiling[];
  verdict: ReturnType<typeof gravest>;
  /** Per line: by how much it exceeds a ceiling that lets it pass with a reason or under a higher signature. */
  over: ReadonlyMap<string, LineExcess>;
  /** Per line: by how much it exceeds a ceiling that forbids it. */
  stopped: ReadonlyMap<string, Dong>;
  lines: ReadonlyMap<string, LineKey>;
}

/** What the ceilings say to these amounts. `lock`: they are about to be taken (inside a transaction). */
export async function weighChanges(
  db: Queryable,
  { stage, changes, lock }: { stage: CountedStage; changes: readonly Change[]; lock: boolean },
): Promise<Weighed> {
  const ids = changes.map(({ lineId }) => lineId);
  const rows = await run<CeilingRow>(db, lock ? lockStatement : lookStatement, ids);
  const keys = (await run<FundingLineRow>(db, changingStatement, ids)).map(keyOfRow);
  const counts = await run<{ ceilingId: string; counted: Dong }>(
    db,
    countedStatement,
    rows.map(({ id }) => id),
    ids,
    stage,
  );
  const counted = new Map(counts.map((count) => [count.ceilingId, count.counted]));
  const lines = new Map(keys.map((key) => [key.lineId, key]));
  const placed = changes.flatMap(({ lineId, amount }) => {
    const key = lines.get(lineId);
    return key ? [{ key, amount }] : [];
  });
  const ceilings = weigh(rows.map(ceilingOf), stage, placed, (ceiling) => counted.get(ceiling.id) ?? "0");
  const over = excesses(ceilings, placed);
  return { ceilings, verdict: gravest(ceilings), over, stopped: excessOf(ceilings, "stop", placed), lines };
}

const listStatement = statement(`
SELECT ${columns} FROM "Ceiling" c WHERE $1::int IS NULL OR c."year" = $1 ORDER BY c."year", c."source", c."window"`);

export const listCeilings = (db: Db, { year }: { year?: number | undefined } = {}): Promise<CeilingRow[]> =>
  run<CeilingRow>(db.pool, listStatement, year ?? null);
