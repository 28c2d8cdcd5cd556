import { checkEdit, editCalendar, formatDate, isLocalDate, type CalendarEdit } from "../../domain/calendar/index.ts";
import type { DueMove } from "../../domain/contracts/calendar.ts";
import {
  decodeCursor,
  dueRules,
  encodeCursor,
  listCalendarChanges,
  listCampaigns,
  listChangeItems,
  openCasesAfter,
  storedCalendar,
  type StoredCalendar,
} from "../../store/index.ts";
import { sendCalendarChange } from "../commands/change-calendar.ts";
import type { Deps } from "../deps.ts";
import { Reply, type Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { requireGrant } from "../rights.ts";
import { texts } from "../texts/index.ts";
import { calendarView, campaignMove, caseMove, changeView, itemView } from "../views/calendar.ts";

type Names = "getCalendar" | "previewCalendar" | "changeCalendar" | "listCalendarChanges" | "listCalendarChangeItems";

/** Whole cases are read to compute from: a page of the preview looks at so many of them. */
const LOOKED_AT_ONCE = 200;

/** The calendar an edit is made on; one that is wrong, or made on an older calendar, goes no further. */
async function checked(
  { db }: Deps,
  { base, edit }: { base: number; edit: CalendarEdit },
  language: Language,
): Promise<StoredCalendar> {
  const stored = await storedCalendar(db, null);
  if (stored.serial !== base) throw new ProblemError("calendar-moved-on", {});
  const shown = (date: string): string => (isLocalDate(date) ? formatDate(date) : date);
  const problems = checkEdit(stored.calendar, edit).map((problem) =>
    texts[language].calendarEdit[problem.code]("date" in problem ? shown(problem.date) : ""),
  );
  if (problems.length > 0) throw new ProblemError("calendar-invalid", { problems });
  return stored;
}

export const calendarHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  getCalendar: async () => {
    const [stored, rules] = await Promise.all([storedCalendar(deps.db, null), dueRules(deps.db)]);
    return calendarView(stored, rules, deps.clock());
  },

  previewCalendar: async ({ caller, body, language }) => {
    requireGrant(caller, "administer");
    const { calendar, serial } = await checked(deps, body, language);
    const [after] = decodeCursor(body.cursor, "text") ?? [null];
    const edited = editCalendar(calendar, body.edit, serial + 1);
    const [rows, campaigns] = await Promise.all([
      openCasesAfter(deps.db, after ?? "", LOOKED_AT_ONCE),
      after === null ? listCampaigns(deps.db, { limit: LOOKED_AT_ONCE }) : { items: [] },
    ]);
    const now = deps.clock();
    const items: DueMove[] = [
      ...campaigns.items.flatMap((row) => campaignMove(row, edited, now)),
      ...rows.flatMap((row) => caseMove(row, edited, now)),
    ];
    const last = rows.at(-1);
    return { items, next: rows.length < LOOKED_AT_ONCE || !last ? null : encodeCursor([last.id]), looked: rows.length };
  },

  changeCalendar: async ({ caller, body, language }) => {
    requireGrant(caller, "administer");
    const { id, base, edit, reason } = body;
    const known = (await storedCalendar(deps.db, [])).serial;
    // A repeat is made on the calendar as it was: its answer is the first one's, found by its id.
    if (known === base) await checked(deps, body, language);
    const { personId, name: personName } = caller;
    const serial = await sendCalendarChange(deps, { id, base, edit, reason, personId, personName });
    return new Reply(serial === null ? 202 : 200, { serial });
  },

  listCalendarChanges: async ({ caller, query }) => {
    requireGrant(caller, "administer", "audit");
    const { items, next } = await listCalendarChanges(deps.db, pageOf(query));
    return { items: items.map(changeView), next };
  },

  listCalendarChangeItems: async ({ caller, params, query }) => {
    requireGrant(caller, "administer", "audit");
    const { outcome } = query;
    const page = await listChangeItems(deps.db, { serial: Number(params.serial), outcome, ...pageOf(query) });
    return { items: page.items.map(itemView), next: page.next };
  },
});
