import type { Sight } from "../domain/rights/can.ts";
import { listColumns, type CaseListRow } from "./case-rows.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

/** A request of a round with the money of its lines, added up by the database; amounts as strings of digits. */
export interface RoundRequestRow {
  caseId: string;
  unitCode: string;
  unitName: string;
  listPosition: number;
  /** As the agency calls it; null until it was sent up once. */
  subject: string | null;
  requested: string;
  proposed: string | null;
  decided: string | null;
  assigned: string;
  /** null until its case has been opened. */
  case: CaseListRow | null;
}

export interface RoundRequestFilter extends PageRequest {
  campaignId: string;
  sight: Sight;
  q?: string | undefined;
  position?: string | undefined;
}

const listStatement = statement(`
SELECT m."caseId", m."unitCode" AS "memberUnit", u."name" AS "unitName", m."position" AS "listPosition",
  c."state"->'facts'->>'title' AS "subject", coalesce(l."requested", 0)::text AS "requested",
  l."proposed"::text AS "proposed", l."decided"::text AS "decided", coalesce(l."assigned", 0)::text AS "assigned",
  ${listColumns("c")}
FROM "CampaignMember" m JOIN "Unit" u ON u."code" = m."unitCode" LEFT JOIN "Case" c ON c."id" = m."caseId"
LEFT JOIN LATERAL (
  SELECT sum(x."requested") AS "requested", sum(x."proposed") AS "proposed", sum(x."decided") AS "decided",
    sum(x."assigned") AS "assigned"
  FROM "FundingLine" x WHERE x."requestId" = m."caseId" AND NOT x."withdrawn"
) l ON true
WHERE m."campaignId" = $1 AND ($2::text[] IS NULL OR m."unitCode" = ANY ($2))
  AND ($3::text IS NULL OR u."searchKey" LIKE '%' || $3 || '%' OR c."searchKey" LIKE '%' || $3 || '%')
  AND ($4::text IS NULL OR coalesce(c."position", 'drafting') = $4)
  AND ($5::int IS NULL OR (m."position", m."caseId") > ($5::int, $6::text))
ORDER BY m."position", m."caseId" LIMIT $7`);

type Flat = Omit<RoundRequestRow, "case" | "unitCode"> &
  Omit<CaseListRow, "id"> & { id: string | null; memberUnit: string };

function requestOf(flat: Flat): RoundRequestRow {
  const { caseId, memberUnit, unitName, listPosition, subject, requested, proposed, decided, assigned, ...rest } = flat;
  const money = { requested, proposed, decided, assigned };
  const { id } = rest;
  const own = id === null ? null : { ...rest, id };
  return { caseId, unitCode: memberUnit, unitName, listPosition, subject, ...money, case: own };
}

/** Requests of a round in the order in which they were begun. */
export async function listRoundRequests(db: Db, filter: RoundRequestFilter): Promise<Page<RoundRequestRow>> {
  const limit = limitOf(filter);
  const [place, id] = decodeCursor(filter.cursor, "int", "text") ?? [null, null];
  const { campaignId, sight, position = null } = filter;
  const units = sight.all ? null : sight.units;
  const given = [campaignId, units, searchKey(filter.q), position, place, id, limit + 1];
  const rows = await run<Flat>(db.pool, listStatement, ...given);
  return pageOf(rows.map(requestOf), limit, (row) => [row.listPosition, row.caseId]);
}
