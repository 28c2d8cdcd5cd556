import type { Assignment, CaseState } from "../domain/engine/case.ts";
import { summaryColumns, type CaseSummary } from "./rows.ts";

/** A case in a list: where it lies and why it came back, so that a list is one query. */
export interface CaseListRow extends CaseSummary {
  holders: Assignment[];
  /** Put aside by its campaign. */
  aside: boolean;
  returned: (NonNullable<CaseState["returned"]> & { reason: string }) | null;
}

/** Columns of a CaseListRow. An inbox row counts only while it bears the case's own seq. */
export const listColumns = (c: string): string => `${summaryColumns(c)},
  coalesce(${c}."state"->'aside', 'null') <> 'null' AS "aside",
  (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('unit', i."unitCode", 'role', i."role",
     'personId', nullif(i."personId", ''))) ORDER BY i."unitCode", i."role"), '[]')
   FROM "InboxItem" i WHERE i."caseId" = ${c}."id" AND i."seq" = ${c}."seq") AS "holders",
  (SELECT ${c}."state"->'returned' || jsonb_build_object('reason', coalesce(e."body"->'data'->>'reason', ''))
   FROM "CaseEvent" e WHERE e."caseId" = ${c}."id" AND e."seq" = (${c}."state"->'returned'->>'seq')::int) AS "returned"`;

/** Length of the chain without a gap: what a workflow may forget. An event whose settle is outstanding is not in it. */
export const knownSeq = (table: "CaseEvent" | "CampaignEvent", subject: "caseId" | "campaignId"): string => `
  (SELECT count(*)::int FROM (SELECT e."seq", row_number() OVER (ORDER BY e."seq") AS "place" FROM "${table}" e
   WHERE e."${subject}" = c."id") chain WHERE "seq" = "place")`;
