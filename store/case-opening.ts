import { calendarForYears, localDate, yearOf } from "../domain/calendar/index.ts";
import type { CaseInput, Instant } from "../domain/engine/case.ts";
import { partiesOf } from "../domain/rights/seats.ts";
import { calendarFor } from "./calendar.ts";
import { seatsAt, yearsOf } from "./case-surroundings.ts";
import type { Db } from "./db.ts";
import { tableInForce } from "./pipelines.ts";
import { run, statement } from "./query.ts";

export interface CaseToOpen {
  caseId: string;
  pipelineId: string;
  unit: string;
  title: string;
  /** When it was asked for: the table in force then is the case's own. */
  at: Instant;
}

const reviewsStatement = statement(`
SELECT EXISTS (SELECT 1 FROM "Post" p WHERE p."unitCode" = $1 AND p."role" = 'division-head'
  AND p."from" <= $2::date AND (p."to" IS NULL OR p."to" > $2::date)) AS "reviews"`);

/** A case that somebody opens by themselves, outside any campaign. The same call gives the same case. */
export async function caseToOpen(db: Db, { caseId, pipelineId, unit, title, at }: CaseToOpen): Promise<CaseInput> {
  const day = localDate(at);
  const years = yearsOf(yearOf(day));
  const [pipeline, calendar, seats, [review]] = await Promise.all([
    tableInForce(db, pipelineId, at),
    calendarFor(db, years),
    seatsAt(db, at),
    run<{ reviews: boolean }>(db.pool, reviewsStatement, unit, day),
  ]);
  return {
    caseId,
    title,
    year: yearOf(day),
    campaignId: null,
    pipeline,
    parties: partiesOf(unit, seats),
    settings: { contentReview: review?.reviews ?? false },
    due: null,
    calendar: calendarForYears(calendar, years),
  };
}
