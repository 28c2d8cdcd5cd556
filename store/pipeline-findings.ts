import type { Instant } from "../domain/engine/case.ts";
import type { Pipeline } from "../domain/engine/pipeline.ts";
import { localDate, type LocalDate } from "../domain/calendar/index.ts";
import {
  isError,
  isHeld,
  lintAgainstDirectory,
  type DirectoryFinding,
  type HeldPost,
  type Seating,
} from "../domain/lint/index.ts";
import { agenciesWithReportDuty, PLAN_SET_DATE } from "../domain/plan/plan.ts";
import { partiesOf, type StandingSeats } from "../domain/rights/seats.ts";
import { seatsAt } from "./case-surroundings.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { tablesInUse } from "./pipelines.ts";
import { iso, run, statement } from "./query.ts";

const postsStatement = statement(`
SELECT p."personId", p."unitCode" AS "unit", p."role", to_char(p."from", 'YYYY-MM-DD') AS "from",
  to_char(p."to", 'YYYY-MM-DD') AS "to" FROM "Post" p`);

interface Today {
  day: LocalDate;
  owners: readonly string[];
  posts: readonly HeldPost[];
  seats: StandingSeats;
}

/** A case as it would be opened today for each unit that may own one (store/campaign-opening.ts opens them so). */
function seatings(table: Pipeline, { owners, posts, seats, day }: Today): Seating[] {
  const owned = JSON.stringify(table.steps).includes('"party":"owner"');
  const reviews = (unit: string): boolean =>
    posts.some((post) => post.unit === unit && post.role === "division-head" && isHeld(post, day));
  return (owned ? owners : [seats.department]).map((owner) => ({
    parties: partiesOf(owner, seats),
    settings: { contentReview: reviews(owner) },
  }));
}

interface Found {
  pipelineId: string;
  version: number;
  step: string;
  code: string;
  unitCode: string;
  body: DirectoryFinding;
}

function findingsOf(table: Pipeline, today: Today): Found[] {
  const found = new Map<string, Found>();
  for (const seating of seatings(table, today)) {
    for (const body of lintAgainstDirectory(table, seating, today.posts, today.day)) {
      const unitCode = "unit" in body.data ? body.data.unit : "";
      const step = body.step ?? "";
      found.set(`${step}/${body.code}/${unitCode}`, {
        pipelineId: table.id,
        version: table.version,
        step,
        code: body.code,
        unitCode,
        body,
      });
    }
  }
  return [...found.values()];
}

// What is found again keeps the day on which it was first found; what is found no more goes.
const replaceStatement = statement(`
WITH now_found AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS f("pipelineId" text, "version" int, "step" text, "code" text,
    "unitCode" text, "body" jsonb)
), kept AS (
  INSERT INTO "PipelineFinding" AS p ("pipelineId", "step", "code", "unitCode", "version", "body", "since", "checkedAt")
  SELECT f."pipelineId", f."step", f."code", f."unitCode", f."version", f."body", $2::timestamptz, $2::timestamptz
  FROM now_found f
  ON CONFLICT ("pipelineId", "version", "step", "code", "unitCode") DO UPDATE
    SET ("body", "checkedAt") = ROW(excluded."body", excluded."checkedAt")
), checked AS (
  INSERT INTO "PipelineCheck" AS k ("pipelineId", "errors", "checkedAt")
  SELECT c."pipelineId", c."errors", $2::timestamptz
  FROM jsonb_to_recordset($3::jsonb) AS c("pipelineId" text, "errors" int)
  ON CONFLICT ("pipelineId") DO UPDATE SET ("errors", "checkedAt") = ROW(excluded."errors", excluded."checkedAt")
)
DELETE FROM "PipelineFinding" p WHERE NOT EXISTS (SELECT FROM now_found f WHERE
  (f."pipelineId", f."version", f."step", f."code", f."unitCode")
    = (p."pipelineId", p."version", p."step", p."code", p."unitCode"))`);

/** Holds every table that new or open cases run with against today's posts and writes down what it finds. */
export async function checkPipelinesAgainstDirectory(
  db: Db,
  now: Instant,
): Promise<{ checked: number; found: number }> {
  const [posts, seats, tables] = await Promise.all([
    run<HeldPost>(db.pool, postsStatement),
    seatsAt(db, now),
    tablesInUse(db),
  ]);
  // Those for whom a cycle opens cases (store/campaign-opening.ts).
  const owners = agenciesWithReportDuty(PLAN_SET_DATE).map(({ code }) => code);
  const today = { day: localDate(now), owners, posts, seats };
  const found = tables.flatMap((table) => findingsOf(table, today));
  const errorsOf = (id: string): number =>
    found.filter(({ pipelineId, body }) => pipelineId === id && isError(body)).length;
  const checks = [...new Set(tables.map(({ id }) => id))].map((id) => ({ pipelineId: id, errors: errorsOf(id) }));
  await run(db.pool, replaceStatement, JSON.stringify(found), iso(now), JSON.stringify(checks));
  return { checked: tables.length, found: found.length };
}

const resultsStatement = statement(`SELECT k.* FROM "PipelineCheck" k`);

export async function directoryResults(db: Db): Promise<ReadonlyMap<string, { errors: number; checkedAt: Instant }>> {
  const rows = await run<{ pipelineId: string; errors: number; checkedAt: Instant }>(db.pool, resultsStatement);
  return new Map(rows.map(({ pipelineId, ...result }) => [pipelineId, result]));
}

export interface DirectoryFindingRow {
  version: number;
  step: string;
  code: string;
  unitCode: string;
  body: DirectoryFinding;
  since: Instant;
}

const findingsStatement = statement(`
SELECT f."version", f."step", f."code", f."unitCode", f."body", f."since" FROM "PipelineFinding" f
WHERE f."pipelineId" = $1
  AND ($2::int IS NULL OR (-f."version", f."step", f."code", f."unitCode") > (-$2::int, $3, $4, $5))
ORDER BY -f."version", f."step", f."code", f."unitCode" LIMIT $6`);

export async function directoryFindings(db: Db, id: string, request: PageRequest): Promise<Page<DirectoryFindingRow>> {
  const limit = limitOf(request);
  const key = decodeCursor(request.cursor, "int", "text", "text", "text") ?? [null, null, null, null];
  const rows = await run<DirectoryFindingRow>(db.pool, findingsStatement, id, ...key, limit + 1);
  return pageOf(rows, limit, (row) => [row.version, row.step, row.code, row.unitCode]);
}
