import { ANNUAL_REPORT_DUE, type DueRule } from "../domain/calendar/due-rule.ts";
import {
  compactCalendar,
  DEFAULT_HOURS,
  type CalendarDay,
  type OfficeHours,
  type WorkCalendar,
} from "../domain/calendar/work-calendar.ts";
import type { CampaignInput } from "../domain/campaign/campaign.ts";
import type { Db } from "./db.ts";
import { run, statement } from "./query.ts";

export type CampaignKind = CampaignInput["kind"];

export interface CalendarYearRow {
  year: number;
  provisional: boolean;
}

interface Loaded {
  serial: number;
  hours: OfficeHours | null;
  years: CalendarYearRow[];
  days: CalendarDay[];
}

// One statement, so that serial, days and hours are of one moment.
const calendarStatement = statement(`
SELECT (SELECT coalesce(max(c."serial"), 0) FROM "CalendarChange" c) AS "serial",
  (SELECT s."value" FROM "CalendarSetting" s WHERE s."key" = 'hours') AS "hours",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', y."year", 'provisional', y."provisional") ORDER BY y."year"),
    '[]') FROM "CalendarYear" y WHERE $1::int[] IS NULL OR y."year" = ANY ($1)) AS "years",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('date', d."date", 'kind', d."kind")), '[]') FROM "CalendarDay" d
    WHERE $1::int[] IS NULL OR extract(year FROM d."date") = ANY ($1)) AS "days"`);

export interface StoredCalendar {
  serial: number;
  years: CalendarYearRow[];
  calendar: WorkCalendar;
}

/** The working calendar as it stands; `years` null = all. */
export async function storedCalendar(db: Db, years: readonly number[] | null): Promise<StoredCalendar> {
  const [loaded] = await run<Loaded>(db.pool, calendarStatement, years);
  const { serial, hours, years: known, days } = loaded as Loaded;
  const compact = compactCalendar(
    `v${serial}`,
    known.map(({ year }) => year),
    days,
  );
  return { serial, years: known, calendar: { ...compact, serial, hours: hours ?? DEFAULT_HOURS } };
}

/** The working calendar of these years; a year that is not in the table is left out and so becomes a loud gap. */
export const calendarFor = async (db: Db, years: readonly number[]): Promise<WorkCalendar> =>
  (await storedCalendar(db, years)).calendar;

/** How documents read the date where nobody has set it otherwise: exclusive, rolled forward (vietnam.md §6). */
const writtenRules: Record<string, DueRule> = { "annual-report": ANNUAL_REPORT_DUE };

const rulesStatement = statement(`
SELECT substr(s."key", 5) AS "kind", s."value" AS "rule" FROM "CalendarSetting" s WHERE s."key" LIKE 'due:%'
ORDER BY s."key"`);

export interface DueRuleRow {
  kind: string;
  rule: DueRule;
}

/** The rule by which each kind of campaign reads its yearly date. */
export async function dueRules(db: Db): Promise<DueRuleRow[]> {
  const set = await run<DueRuleRow>(db.pool, rulesStatement);
  const rules = { ...writtenRules, ...Object.fromEntries(set.map(({ kind, rule }) => [kind, rule])) };
  return Object.entries(rules).map(([kind, rule]) => ({ kind, rule }));
}

export async function dueRuleOf(db: Db, kind: CampaignKind): Promise<DueRule> {
  const found = (await dueRules(db)).find((row) => row.kind === kind);
  return found?.rule ?? ANNUAL_REPORT_DUE;
}
