import { editCalendar, type CalendarEdit, type DayEdit, type WorkCalendar } from "../domain/calendar/index.ts";
import type { CaseInput, CaseState, Instant } from "../domain/engine/case.ts";
import { storedCalendar } from "./calendar.ts";
import type { Db } from "./db.ts";
import { decodeCursor, limitOf, pageOf, type Page, type PageRequest } from "./page.ts";
import { iso, run, statement } from "./query.ts";

export interface CalendarChangeRequest {
  /** Made by the sender; a repeat gets the same answer. */
  id: string;
  /** Serial that the sender had on screen. */
  base: number;
  edit: CalendarEdit;
  reason: string;
  personId: string;
  personName: string;
}

/** `current`: somebody else changed the calendar since the sender looked. */
export type CalendarSaved = { serial: number; current?: undefined } | { serial: null; current: number };

// Two savers at once: one takes the next serial, the other inserts nothing, and with it nothing else.
const saveStatement = statement(`
WITH e AS (
  SELECT * FROM jsonb_to_record($1::jsonb) AS x("id" uuid, "base" int, "at" timestamptz, "personId" text,
    "personName" text, "reason" text, "edit" jsonb, "calendar" jsonb, "settings" jsonb)
), day AS (
  SELECT x.* FROM e, jsonb_to_recordset(e."edit"->'days') AS x("date" date, "kind" text, "decisionRef" text, "note" text)
), made AS (
  INSERT INTO "CalendarChange" ("serial", "id", "at", "personId", "personName", "reason", "edit", "before", "calendar")
  SELECT e."base" + 1, e."id", e."at", e."personId", e."personName", e."reason", e."edit",
    (SELECT coalesce(jsonb_agg(d ORDER BY d."date"), '[]') FROM "CalendarDay" d JOIN day USING ("date")), e."calendar"
  FROM e WHERE e."base" = (SELECT coalesce(max(c."serial"), 0) FROM "CalendarChange" c)
  ON CONFLICT DO NOTHING RETURNING "serial"
), gone AS (
  DELETE FROM "CalendarDay" d USING made, day WHERE d."date" = day."date" AND day."kind" IS NULL
), put AS (
  INSERT INTO "CalendarDay" AS d ("date", "kind", "decisionRef", "note")
  SELECT day."date", day."kind", day."decisionRef", day."note" FROM made, day WHERE day."kind" IS NOT NULL
  ON CONFLICT ("date") DO UPDATE SET ("kind", "decisionRef", "note")
    = ROW(excluded."kind", excluded."decisionRef", excluded."note")
), entered AS (
  INSERT INTO "CalendarYear" AS y ("year", "provisional")
  SELECT x."year", x."provisional" FROM made, e, jsonb_to_recordset(e."edit"->'years') AS x("year" int, "provisional" boolean)
  ON CONFLICT ("year") DO UPDATE SET "provisional" = excluded."provisional", "version" = y."version" + 1
), settled AS (
  INSERT INTO "CalendarSetting" AS s ("key", "value")
  SELECT x."key", x."value" FROM made, e, jsonb_to_recordset(e."settings") AS x("key" text, "value" jsonb)
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
)
SELECT "serial" FROM made`);

const knownStatement = statement(`SELECT c."serial" FROM "CalendarChange" c WHERE c."id" = $1::uuid`);

const settingsOf = ({ hours, rules }: CalendarEdit) => [
  ...(hours ? [{ key: "hours", value: hours }] : []),
  ...rules.map(({ kind, rule }) => ({ key: `due:${kind}`, value: rule })),
];

/** Saves an edit as the next serial. Idempotent by the request's id; refused when it was made on an older calendar. */
export async function saveCalendarChange(
  db: Db,
  { base, edit, ...rest }: CalendarChangeRequest,
  now: Instant,
): Promise<CalendarSaved> {
  const { calendar } = await storedCalendar(db, null);
  const row = {
    ...rest,
    base,
    edit,
    at: iso(now),
    calendar: editCalendar(calendar, edit, base + 1),
    settings: settingsOf(edit),
  };
  const [made] = await run<{ serial: number }>(db.pool, saveStatement, JSON.stringify(row));
  const [known] = made ? [made] : await run<{ serial: number }>(db.pool, knownStatement, rest.id);
  if (known) return { serial: known.serial };
  return { serial: null, current: (await storedCalendar(db, [])).serial };
}

export interface CalendarChangeRow {
  serial: number;
  at: Instant;
  personName: string;
  reason: string;
  edit: CalendarEdit;
  before: DayEdit[];
  moved: number;
  unchanged: number;
  closed: number;
  failed: number;
  finishedAt: Instant | null;
  outcome: "finished" | "superseded" | null;
}

const counted = (outcome: string): string => `count(*) FILTER (WHERE i."outcome" = '${outcome}')::int AS "${outcome}"`;

const listStatement = statement(`
SELECT c."serial", c."at", c."personName", c."reason", c."edit", c."before", n.*, r."finishedAt", r."outcome"
FROM "CalendarChange" c LEFT JOIN "CalendarRollout" r USING ("serial"), LATERAL (
  SELECT ${["moved", "unchanged", "closed", "failed"].map(counted).join(", ")}
  FROM "CalendarChangeItem" i WHERE i."serial" = c."serial") n
WHERE $1::int IS NULL OR c."serial" < $1 ORDER BY c."serial" DESC LIMIT $2`);

/** What was changed, newest first, and how far open cases know. */
export async function listCalendarChanges(db: Db, page: PageRequest): Promise<Page<CalendarChangeRow>> {
  const limit = limitOf(page);
  const [before] = decodeCursor(page.cursor, "int") ?? [null];
  const rows = await run<CalendarChangeRow>(db.pool, listStatement, before, limit + 1);
  return pageOf(rows, limit, (row) => [row.serial]);
}

export interface OpenCaseRow {
  id: string;
  title: string;
  unitName: string | null;
  input: CaseInput;
  state: CaseState;
}

const openStatement = statement(`
SELECT c."id", c."title", u."name" AS "unitName", c."input", c."state"
FROM "Case" c LEFT JOIN "Unit" u ON u."code" = c."unitCode"
WHERE c."outcome" IS NULL AND c."id" > $1 ORDER BY c."id" LIMIT $2`);

/** Open cases in the order of their ids, whole, to compute from. */
export const openCasesAfter = (db: Db, after: string, limit: number): Promise<OpenCaseRow[]> =>
  run<OpenCaseRow>(db.pool, openStatement, after, limit);

const calendarOfStatement = statement(`SELECT c."calendar" FROM "CalendarChange" c WHERE c."serial" = $1`);

export async function calendarOfChange(db: Db, serial: number): Promise<WorkCalendar | null> {
  const [row] = await run<{ calendar: WorkCalendar }>(db.pool, calendarOfStatement, serial);
  return row?.calendar ?? null;
}
