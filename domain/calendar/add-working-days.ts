import { atLocal, endOfDay, localDate, type LocalDate } from "./local-time.ts";
import { isWorkingDay, nextWorkingDay, previousWorkingDay, type WorkCalendar } from "./work-calendar.ts";

export interface WorkingDayOptions {
  /** Hour after which a receipt counts as the next working day's. Office hours are local: a setting. */
  readonly closesAt?: string;
  /** Hour at which half a day ends; needed only when `n` is not whole. */
  readonly halfDay?: string;
}

export const OFFICE_CLOSES_AT = "17:00";

/** The working day on which something that arrives at `instantMs` counts as received. */
export function dayOfReceipt(
  calendar: WorkCalendar,
  instantMs: number,
  closesAt: string = OFFICE_CLOSES_AT,
): LocalDate {
  const day = localDate(instantMs);
  const inTime = instantMs <= atLocal(day, closesAt);
  return isWorkingDay(calendar, day) && inTime ? day : nextWorkingDay(calendar, day);
}

/**
 * The instant at which a term of `n` working days ends: the day of receipt is not counted, and the last day runs to
 * 24:00 (Civil Code 2015, art. 147 and 148).
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  startInstantMs: number,
  n: number,
  options: WorkingDayOptions = {},
): number {
  if (!(n >= 0) || !Number.isInteger(n * 2)) throw new RangeError(`not a number of working days: ${n}`);
  let day = dayOfReceipt(calendar, startInstantMs, options.closesAt);
  for (let left = Math.floor(n); left > 0; left -= 1) day = nextWorkingDay(calendar, day);
  if (Number.isInteger(n)) return endOfDay(day);
  if (options.halfDay === undefined) throw new RangeError(`half a day needs the hour at which it ends`);
  return atLocal(nextWorkingDay(calendar, day), options.halfDay);
}

/** The working day that lies `n` working days before `date`; `date` itself is not counted. */
export function workingDaysBefore(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0; left -= 1) day = previousWorkingDay(calendar, day);
  return day;
}
