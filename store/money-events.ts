import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { run, statement } from "./query.ts";

export interface MoneyEventRow {
  id: string;
  lineId: string;
  seq: number;
  type: string;
  amount: string | null;
  at: number;
  personId: string | null;
  personName: string | null;
  caseId: string | null;
  /** The paper it was entered and confirmed by. */
  paperId: string | null;
  /** Why it is known and yet not booked. */
  left: string | null;
  body: unknown;
}

const eventsStatement = statement(`
SELECT e."id", e."lineId", e."seq", e."type", e."amount", e."at", e."personId", e."caseId", e."paperId", e."left", e."body",
  (SELECT p."name" FROM "Person" p WHERE p."id" = e."personId") AS "personName"
FROM "MoneyEvent" e WHERE e."lineId" = $1 AND ($2::int IS NULL OR e."seq" < $2) ORDER BY e."seq" DESC LIMIT $3`);

/** What happened to the money of a line, newest first. */
export async function listMoneyEvents(db: Db, lineId: string, page: PageRequest): Promise<Page<MoneyEventRow>> {
  const limit = limitOf(page);
  const [before] = decodeCursor(page.cursor, "int") ?? [null];
  const rows = await run<MoneyEventRow>(db.pool, eventsStatement, lineId, before, limit + 1);
  return pageOf(rows, limit, (row) => [row.seq]);
}
