import type { CalendarChangeView, CalendarView, ChangeItemView, DueMove } from "../../domain/contracts/calendar.ts";
import { dueDates, ifKnown, localDate, yearOf, type DueRule, type WorkCalendar } from "../../domain/calendar/index.ts";
import type { CampaignInput, CampaignState } from "../../domain/campaign/campaign.ts";
import { changeCampaignCalendar } from "../../domain/campaign/calendar-change.ts";
import { dueChangeUnder } from "../../domain/engine/calendar-change.ts";
import { stepAt } from "../../domain/engine/steps.ts";
import type { CalendarChangeRow, CampaignRow, ChangeItemRow, DueRuleRow, OpenCaseRow } from "../../store/index.ts";
import type { StoredCalendar } from "../../store/index.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import { neededYears } from "../health/calendar-part.ts";

/** This year's term, or the next one's once this year's is over. */
function nextTerm(calendar: WorkCalendar, rule: DueRule, now: number): CalendarView["rules"][number]["next"] {
  const year = yearOf(localDate(now));
  const terms = [year, year + 1].map((one) => ifKnown(() => dueDates(calendar, rule, one)));
  const next = terms.find((term) => term !== null && term.effectiveDue > now);
  if (!next) return null;
  const { legalDue, effectiveDue, internalTarget } = next;
  return { legalDue: iso(legalDue), effectiveDue: iso(effectiveDue), internalTarget: iso(internalTarget) };
}

export function calendarView(
  { serial, years, calendar }: StoredCalendar,
  rules: DueRuleRow[],
  now: number,
): CalendarView {
  const of = (dates: readonly string[], year: number): number => dates.filter((date) => yearOf(date) === year).length;
  const { hours } = calendar;
  if (!hours) throw new TypeError("a stored calendar has office hours");
  return {
    serial,
    years: years.map(({ year, provisional }) => ({
      year,
      provisional,
      off: of(calendar.off, year),
      swapWork: of(calendar.swapWork, year),
    })),
    missing: neededYears(now).filter((year) => !calendar.years.includes(year)),
    hours,
    rules: rules.map(({ kind, rule }) => ({ kind, rule, next: nextTerm(calendar, rule, now) })),
  };
}

export function caseMove(
  { id, title, unitName, input, state }: OpenCaseRow,
  calendar: WorkCalendar,
  now: number,
): DueMove[] {
  const change = dueChangeUnder(input, state, calendar, now);
  if (!change) return [];
  const { dueFrom, dueTo, lateFrom, lateTo } = change;
  const stepName = stepAt(input, state.step).name;
  return [
    {
      id,
      subject: "case",
      title,
      unitName,
      stepName,
      dueFrom: isoOrNull(dueFrom),
      dueTo: isoOrNull(dueTo),
      lateFrom,
      lateTo,
    },
  ];
}

interface Cycle {
  input: CampaignInput;
  state: CampaignState;
}

export function campaignMove({ id, ...row }: CampaignRow, calendar: WorkCalendar, now: number): DueMove[] {
  const { input, state }: Cycle = row;
  const due = changeCampaignCalendar(input, state, calendar, now)?.data.due;
  if (!due || due.from.effectiveDue === due.to.effectiveDue) return [];
  const dates = { dueFrom: iso(due.from.effectiveDue), dueTo: iso(due.to.effectiveDue) };
  const title = input.round?.name ?? id;
  return [{ id, subject: "campaign", title, unitName: null, stepName: null, ...dates, lateFrom: false, lateTo: false }];
}

export const changeView = (row: CalendarChangeRow): CalendarChangeView => ({
  serial: row.serial,
  at: iso(row.at),
  by: row.personName,
  reason: row.reason,
  edit: row.edit as CalendarChangeView["edit"],
  before: row.before.flatMap(({ date, kind }) => (kind === null ? [] : [{ date, kind }])),
  progress: {
    moved: row.moved,
    unchanged: row.unchanged,
    closed: row.closed,
    failed: row.failed,
    finishedAt: isoOrNull(row.finishedAt),
    outcome: row.outcome,
  },
});

export const itemView = ({ subjectKind, subjectId, dueFrom, dueTo, at, ...row }: ChangeItemRow): ChangeItemView => ({
  ...row,
  id: subjectId,
  subject: subjectKind,
  dueFrom: isoOrNull(dueFrom),
  dueTo: isoOrNull(dueTo),
  at: iso(at),
});
