import { addDays, endOfDay, lastDayOf, localDate, type LocalDate } from "./local-time.ts";
import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type WorkCalendar,
} from "./work-calendar.ts";

/** A yearly due date as a document writes it: "trước ngày 30/11" is month 11, day 30, not inclusive. */
export interface DueRule {
  readonly month: number;
  readonly day: number;
  readonly inclusive: boolean;
  /** Civil Code 2015, art. 148(5): a term that ends on a day off ends with the next working day. */
  readonly roll: "forward" | "none";
}

/** All three are the first instant that is too late: on time means strictly before. */
export interface DueDates {
  /** The date as written in the document. */
  readonly legalText: LocalDate;
  readonly legalDue: number;
  readonly effectiveDue: number;
  readonly internalTarget: number;
}

/** The plan's yearly report, V.1: exclusive, rolled forward. */
export const ANNUAL_REPORT_DUE: DueRule = { month: 11, day: 30, inclusive: false, roll: "forward" };

const twoDigits = (value: number): string => String(value).padStart(2, "0");

export function dueDates(calendar: WorkCalendar, rule: DueRule, year: number): DueDates {
  const legalText = `${year}-${twoDigits(rule.month)}-${twoDigits(rule.day)}`;
  const lastDay = addDays(legalText, rule.inclusive ? 0 : -1);
  const works = isWorkingDay(calendar, lastDay);
  const effectiveDay = works || rule.roll === "none" ? lastDay : nextWorkingDay(calendar, lastDay);
  const targetDay = works ? lastDay : previousWorkingDay(calendar, lastDay);
  return {
    legalText,
    legalDue: endOfDay(lastDay),
    effectiveDue: endOfDay(effectiveDay),
    internalTarget: endOfDay(targetDay),
  };
}

export type DueStatus =
  | { readonly status: "on-time"; readonly workingDays: number }
  | { readonly status: "due-soon"; readonly workingDays: number }
  | { readonly status: "due-today"; readonly workingDays: 0 }
  | { readonly status: "overdue"; readonly workingDays: number };

export const DUE_SOON_WORKING_DAYS = 3;

/** `workingDays` are those left after today, or, when overdue, those begun since (0 on the first days off). */
export function dueStatus(now: number, due: number, calendar: WorkCalendar): DueStatus {
  const today = localDate(now);
  const lastDay = lastDayOf(due);
  if (now >= due) return { status: "overdue", workingDays: workingDaysBetween(calendar, lastDay, today) };
  if (today === lastDay) return { status: "due-today", workingDays: 0 };
  const workingDays = workingDaysBetween(calendar, today, lastDay);
  return { status: workingDays <= DUE_SOON_WORKING_DAYS ? "due-soon" : "on-time", workingDays };
}
