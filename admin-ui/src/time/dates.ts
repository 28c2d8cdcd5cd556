import { dayNumber, lastDayOf, localDate, type LocalDate } from "../../../domain/calendar/local-time.ts";

const OFFSET_MS = 7 * 3_600_000;

export const dayText = (day: LocalDate): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

const clockOf = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(11, 16);

/** Everyone reads the clock of Việt Nam, wherever the browser is. */
export const date = (iso: string): string => dayText(localDate(Date.parse(iso)));
export const clock = (iso: string): string => clockOf(Date.parse(iso));
export const dateTime = (iso: string): string => `${clock(iso)} ${date(iso)}`;
export const clockOfInstant = (ms: number): string => clockOf(ms);

/** A term that ends at 24:00 of a day is shown as that day. */
export const dueDate = (iso: string): string => dayText(lastDayOf(Date.parse(iso)));

/** Calendar days until the last day of the term: 0 = today, negative = past. */
export const daysLeft = (iso: string, now: number): number =>
  dayNumber(lastDayOf(Date.parse(iso))) - dayNumber(localDate(now));
