import { addDays, endOfDay, workingDaysAfter, yearOf, type WorkCalendar } from "../calendar/index.ts";
import type { Instant } from "../engine/actor.ts";
import { givenTo, type LineMoney } from "./line-money.ts";
import { dayAfter, unreported } from "./periods.ts";
import type { FundingSettings } from "./settings.ts";

/** A period that is over and whose spending nobody has reported. */
export interface DueReport {
  readonly period: string;
  /** null: the working days of that year have not been entered. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
}

type Terms = Pick<FundingSettings, "spendingReportDays">;

const spends = (line: LineMoney): boolean => !line.settled && (givenTo(line) > 0n || line.disbursed > 0n);

/** Reports the line owes by now: one for each period of its year that is over, from the first money on. */
export function dueReports(line: LineMoney, calendar: WorkCalendar, terms: Terms, now: Instant): readonly DueReport[] {
  if (!spends(line)) return [];
  const { key, periods, fundedOn } = line;
  return unreported(key.year, Object.keys(periods), { now, fundedOn }).map((period) => {
    const dueAt = dueDate(period, calendar, terms);
    return { period, dueAt, overdue: dueAt !== null && now >= dueAt };
  });
}

function dueDate(period: string, calendar: WorkCalendar, { spendingReportDays }: Terms): Instant | null {
  const next = dayAfter(period);
  if (!calendar.years.includes(yearOf(next))) return null;
  return endOfDay(workingDaysAfter(calendar, addDays(next, -1), spendingReportDays));
}
