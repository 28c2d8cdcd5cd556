import type { MemberPosition } from "../domain/campaign/position.ts";
import type { CampaignInput, CampaignKind, CampaignState, CampaignStatus } from "../domain/campaign/campaign.ts";
import type { Instant } from "../domain/engine/case.ts";
import { knownSeq, listColumns, type CaseListRow } from "./case-rows.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, searchKey, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface CampaignCounts {
  owing: number;
  drafting: number;
  inAgency: number;
  sent: number;
  returned: number;
  accepted: number;
  consolidated: number;
  excluded: number;
  /** Refused, taken back for good or lapsed. */
  out: number;
  late: number;
  overdue: number;
  /** Owing members that were sent at all, and by the effective due date. */
  everSent: number;
  onTime: number;
}

export interface CampaignRow {
  id: string;
  kind: CampaignKind;
  year: number;
  status: CampaignStatus;
  seq: number;
  openedAt: Instant;
  legalDue: Instant;
  effectiveDue: Instant;
  internalTarget: Instant;
  dossierId: string;
  dossierOpened: boolean;
  state: CampaignState;
  input: CampaignInput;
}

const listStatement = statement(`
SELECT c.* FROM "Campaign" c WHERE ($1::int IS NULL OR (-c."year", c."id") > (-$1::int, $2::text))
  AND ($3::text IS NULL OR c."kind" = $3) AND ($4::text IS NULL OR c."status" = $4)
ORDER BY c."year" DESC, c."id" LIMIT $5`);

export interface CampaignFilter extends PageRequest {
  kind?: CampaignKind | undefined;
  status?: CampaignStatus | undefined;
}

export async function listCampaigns(db: Db, filter: CampaignFilter): Promise<Page<CampaignRow>> {
  const limit = limitOf(filter);
  const [year, id] = decodeCursor(filter.cursor, "int", "text") ?? [null, null];
  const { kind = null, status = null } = filter;
  const rows = await run<CampaignRow>(db.pool, listStatement, year, id, kind, status, limit + 1);
  return pageOf(rows, limit, (row) => [row.year, row.id]);
}

export interface FullCampaign extends CampaignRow {
  /** Highest seq up to which every event is here; below `seq` while a settle is outstanding. */
  knownSeq: number;
}

const oneStatement = statement(`
SELECT c.*, ${knownSeq("CampaignEvent", "campaignId")} AS "knownSeq" FROM "Campaign" c WHERE c."id" = $1`);

export async function getCampaign(db: Db, id: string): Promise<FullCampaign | null> {
  const [row] = await run<FullCampaign>(db.pool, oneStatement, id);
  return row ?? null;
}

const yearsStatement = statement(`SELECT c."id", c."year" FROM "Campaign" c WHERE c."id" = ANY ($1::text[])`);

export async function campaignYears(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = ids.length === 0 ? [] : await run<{ id: string; year: number }>(db.pool, yearsStatement, ids);
  return new Map(rows.map(({ id, year }) => [id, year]));
}

const standing = `NOT m."excluded" AND coalesce(c."position", 'drafting') NOT IN ('refused', 'withdrawn', 'lapsed')`;
const at = (position: MemberPosition) =>
  `count(*) FILTER (WHERE NOT m."excluded" AND coalesce(c."position", 'drafting') = '${position}')::int`;

// The denominator of both rates is who owes a report: excluded members are not in it, unopened ones are. Overdue is what
// lies with the agency: a report that waits for its intake is the department's delay.
const countsStatement = statement(`
SELECT count(*) FILTER (WHERE ${standing})::int AS "owing", ${at("drafting")} AS "drafting",
  ${at("in-agency")} AS "inAgency", ${at("sent")} AS "sent", ${at("returned")} AS "returned",
  ${at("accepted")} AS "accepted", ${at("consolidated")} AS "consolidated",
  count(*) FILTER (WHERE m."excluded")::int AS "excluded",
  count(*) FILTER (WHERE NOT m."excluded" AND NOT (${standing}))::int AS "out",
  count(*) FILTER (WHERE NOT m."excluded" AND c."late")::int AS "late",
  count(*) FILTER (WHERE NOT m."excluded" AND c."outcome" IS NULL AND c."dueAt" <= $2::timestamptz
    AND c."position" IN ('drafting', 'in-agency', 'returned'))::int AS "overdue",
  count(*) FILTER (WHERE NOT m."excluded" AND c."sentAt" IS NOT NULL)::int AS "everSent",
  count(*) FILTER (WHERE NOT m."excluded" AND c."sentAt" IS NOT NULL AND NOT c."late")::int AS "onTime"
FROM "CampaignMember" m LEFT JOIN "Case" c ON c."id" = m."caseId" WHERE m."campaignId" = $1`);

export async function campaignCounts(db: Db, campaignId: string, now: Instant): Promise<CampaignCounts> {
  const [row] = await run<CampaignCounts>(db.pool, countsStatement, campaignId, iso(now));
  return row as CampaignCounts;
}

export interface MemberRow {
  unitCode: string;
  unitName: string;
  unitType: string;
  caseId: string;
  listPosition: number;
  excluded: boolean;
  excludedReason: string | null;
  /** null until the member's case has been opened. */
  case: CaseListRow | null;
}

type FlatMember = Omit<MemberRow, "case"> & CaseListRow & { id: string | null };

const membersStatement = statement(`
SELECT m."unitCode" AS "memberUnit", u."name" AS "unitName", u."type" AS "unitType", m."caseId",
  m."position" AS "listPosition", m."excluded", m."excludedReason", ${listColumns("c")}
FROM "CampaignMember" m JOIN "Unit" u ON u."code" = m."unitCode" LEFT JOIN "Case" c ON c."id" = m."caseId"
WHERE m."campaignId" = $1 AND ($2::text IS NULL OR u."searchKey" LIKE '%' || $2 || '%')
  AND ($3::text IS NULL OR CASE WHEN m."excluded" THEN 'excluded' ELSE coalesce(c."position", 'drafting') END = $3)
  AND ($4::int IS NULL OR m."position" > $4)
ORDER BY m."position" LIMIT $5`);

function memberOf(flat: FlatMember & { memberUnit: string }): MemberRow {
  const { memberUnit, unitName, unitType, caseId, listPosition, excluded, excludedReason, ...rest } = flat;
  return {
    unitCode: memberUnit,
    unitName,
    unitType,
    caseId,
    listPosition,
    excluded,
    excludedReason,
    case: rest.id === null ? null : rest,
  };
}

/** The cycle board: every agency that owes a report, in the plan's order. */
export async function listMembers(
  db: Db,
  query: PageRequest & { campaignId: string; q?: string | undefined; position?: string | undefined },
): Promise<Page<MemberRow>> {
  const limit = limitOf(query);
  const [after] = decodeCursor(query.cursor, "int") ?? [null];
  const rows = await run<FlatMember & { memberUnit: string }>(
    db.pool,
    membersStatement,
    query.campaignId,
    searchKey(query.q),
    query.position ?? null,
    after,
    limit + 1,
  );
  return pageOf(rows.map(memberOf), limit, (row) => [row.listPosition]);
}

export interface DeskMemberRow {
  unitCode: string;
  unitName: string;
  caseId: string;
  excluded: boolean;
  position: MemberPosition;
  /** The accepted content version; null while there is none. */
  content: { id: string; hash: string; body: unknown } | null;
}

const deskStatement = statement(`
SELECT m."unitCode", u."name" AS "unitName", m."caseId", m."excluded",
  coalesce((SELECT p."position" FROM "Case" p WHERE p."id" = m."caseId"), 'drafting') AS "position",
  CASE WHEN v."id" IS NULL THEN NULL
    ELSE jsonb_build_object('id', v."id", 'hash', v."hash", 'body', v."body") END AS "content"
FROM "CampaignMember" m JOIN "Unit" u ON u."code" = m."unitCode"
LEFT JOIN "Case" c ON c."id" = m."caseId" AND c."position" IN ('accepted', 'consolidated')
LEFT JOIN "ContentVersion" v ON v."id" = (c."state"->'content'->>'id')::uuid
WHERE m."campaignId" = $1 ORDER BY m."position"`);

/** What the consolidation is made of now. */
export const deskMembers = (db: Db, campaignId: string): Promise<DeskMemberRow[]> =>
  run<DeskMemberRow>(db.pool, deskStatement, campaignId);
