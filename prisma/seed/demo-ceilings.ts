import type { Queryable } from "./query.ts";

const BILLION = 1_000_000_000;

/** Ceilings of a demonstration: low enough that a list of a few requests reaches them. */
const ceilings = [2026, 2027, 2028].flatMap((year) => [
  { source: "IV.1.TX", year, amount: 20 * BILLION, modes: { requested: "warn", appraised: "warn", decided: "stop" } },
  { source: "IV.1.DT", year, amount: 60 * BILLION, modes: { requested: "warn", decided: "higher-signature" } },
  { source: "IV.2", year, amount: 10 * BILLION, modes: { decided: "warn" } },
]);

/** What an administrator changed since is never overwritten. */
export async function loadDemoCeilings(db: Queryable): Promise<void> {
  await db.query(
    `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
     SELECT gen_random_uuid(), x."source", x."year", x."amount", x."modes", 'Số liệu trình diễn'
     FROM jsonb_to_recordset($1::jsonb) AS x("source" text, "year" int, "amount" bigint, "modes" jsonb)
     ON CONFLICT ("source", "year", "window") DO NOTHING`,
    [JSON.stringify(ceilings)],
  );
}
