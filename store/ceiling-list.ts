import { COUNTED_STAGES, type CountedStage } from "../domain/funding/ceiling.ts";
import { ceilingColumns, countedUnder, type CeilingRow } from "./ceilings.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface CeilingListRow extends CeilingRow {
  counted: Record<CountedStage, string>;
  /** The change that waits for its second person. */
  openPaperId: string | null;
}

const counted = COUNTED_STAGES.map((stage) => `'${stage}', (${countedUnder(`'${stage}'`, "'{}'::text[]")})::text`);

const rows = `SELECT ${ceilingColumns}, jsonb_build_object(${counted.join(", ")}) AS "counted",
  (SELECT p."id" FROM "MoneyPaper" p WHERE p."status" = 'proposed' AND p."kind" IN ('ceiling-set', 'ceiling-end')
    AND p."subjectId" = c."source" || '|' || c."year" || '|' || c."window") AS "openPaperId"
FROM "Ceiling" c`;

const listStatement = statement(`${rows}
WHERE ($1::int IS NULL OR c."year" = $1) AND ($2::boolean OR c."active")
  AND ($3::int IS NULL OR (c."year", c."source", c."window") > ($3, $4::text, $5::text))
ORDER BY c."year", c."source", c."window" LIMIT $6`);

export interface CeilingFilter extends PageRequest {
  year?: number | undefined;
  ended?: boolean;
}

/** Ceilings with what counts under each at every stage, places held by commands under way included. */
export async function listCeilings(db: Db, filter: CeilingFilter): Promise<Page<CeilingListRow>> {
  const limit = limitOf(filter);
  const [year, source, window] = decodeCursor(filter.cursor, "int", "text", "text") ?? [null, null, null];
  const values = [filter.year ?? null, filter.ended ?? false, year, source, window, limit + 1];
  const found = await run<CeilingListRow>(db.pool, listStatement, ...values);
  return pageOf(found, limit, (row) => [row.year, row.source, row.window]);
}
