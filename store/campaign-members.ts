import type { Db } from "./db.ts";
import { run, statement } from "./query.ts";

export interface SnapshotMember {
  caseId: string;
  /** Version that the snapshot holds. */
  contentHash: string | null;
}

const snapshotStatement = statement(`
SELECT m."value"->>'caseId' AS "caseId", m."value"->>'contentHash' AS "contentHash"
FROM "ContentVersion" v, jsonb_array_elements(v."body"->'members') AS m("value") WHERE v."id" = $1::uuid`);

/** Cases that a frozen snapshot holds. */
export const snapshotMembers = (db: Db, contentId: string): Promise<SnapshotMember[]> =>
  run<SnapshotMember>(db.pool, snapshotStatement, contentId);

const casesStatement = statement(`
SELECT m."caseId" FROM "CampaignMember" m WHERE m."campaignId" = $1 AND m."unitCode" = ANY ($2::text[])
ORDER BY m."position"`);

/** Cases of these units in a campaign. */
export async function casesOfUnits(db: Db, campaignId: string, units: readonly string[]): Promise<string[]> {
  const rows = await run<{ caseId: string }>(db.pool, casesStatement, campaignId, units);
  return rows.map(({ caseId }) => caseId);
}

const membersStatement = statement(`SELECT m."caseId" FROM "CampaignMember" m WHERE m."campaignId" = $1`);

export async function membersOf(db: Db, campaignId: string): Promise<string[]> {
  const rows = await run<{ caseId: string }>(db.pool, membersStatement, campaignId);
  return rows.map(({ caseId }) => caseId);
}
