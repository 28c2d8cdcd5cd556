import { searchKey, type PageRequest } from "./page.ts";
import type { Sight } from "../domain/rights/can.ts";

export interface LineFilter extends PageRequest {
  sight: Sight;
  q?: string | undefined;
  year?: number | undefined;
  /** With everything below it in the funding tree. */
  source?: string | undefined;
  unit?: string | undefined;
  task?: string | undefined;
  campaignId?: string | undefined;
  requestId?: string | undefined;
}

/** Parameters $1 to $8 of every question about lines `l`. */
export const matching = `($1::text[] IS NULL OR l."unitCode" = ANY ($1))
  AND ($2::text IS NULL OR l."searchKey" LIKE '%' || $2 || '%')
  AND ($3::int IS NULL OR l."year" = $3)
  AND ($4::text IS NULL OR l."sourceCode" = $4 OR starts_with(l."sourceCode", $4 || '.'))
  AND ($5::text IS NULL OR l."unitCode" = $5)
  AND ($6::text IS NULL OR l."taskCode" = $6)
  AND ($7::text IS NULL OR l."campaignId" = $7)
  AND ($8::text IS NULL OR l."requestId" = $8)`;

export const given = ({ sight, q, year, source, unit, task, campaignId, requestId }: LineFilter): unknown[] => [
  sight.all ? null : sight.units,
  searchKey(q),
  year ?? null,
  source ?? null,
  unit ?? null,
  task ?? null,
  campaignId ?? null,
  requestId ?? null,
];
