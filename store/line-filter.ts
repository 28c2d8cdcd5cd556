import { searchKey, type PageRequest } from "./page.ts";
import { sourceRootOf } from "../domain/funding/windows.ts";
import type { MoneySight } from "../domain/rights/index.ts";

export interface LineFilter extends PageRequest {
  sight: MoneySight;
  q?: string | undefined;
  year?: number | undefined;
  /** With everything below it in the funding tree. */
  source?: string | undefined;
  unit?: string | undefined;
  task?: string | undefined;
  campaignId?: string | undefined;
  requestId?: string | undefined;
}

const root = sourceRootOf("investment");
/** Both ways of the same rule as `branchOf` in domain/funding/windows.ts. */
const branch = `CASE WHEN l."sourceCode" = '${root}' OR starts_with(l."sourceCode", '${root}.') THEN 'investment' ELSE 'regular' END`;

/** Parameters $1 to $8 of every question about lines `l`. */
export const matching = `($1::jsonb IS NULL OR $1->'units' ? l."unitCode" OR $1->'branches' ? ${branch})
  AND ($2::text IS NULL OR l."searchKey" LIKE '%' || $2 || '%')
  AND ($3::int IS NULL OR l."year" = $3)
  AND ($4::text IS NULL OR l."sourceCode" = $4 OR starts_with(l."sourceCode", $4 || '.'))
  AND ($5::text IS NULL OR l."unitCode" = $5)
  AND ($6::text IS NULL OR l."taskCode" = $6)
  AND ($7::text IS NULL OR l."campaignId" = $7)
  AND ($8::text IS NULL OR l."requestId" = $8)`;

export const given = ({ sight, q, year, source, unit, task, campaignId, requestId }: LineFilter): unknown[] => [
  sight.all ? null : JSON.stringify(sight),
  searchKey(q),
  year ?? null,
  source ?? null,
  unit ?? null,
  task ?? null,
  campaignId ?? null,
  requestId ?? null,
];
