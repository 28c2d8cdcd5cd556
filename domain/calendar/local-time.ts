/*
 * Civil time of Việt Nam. The offset is fixed at +07:00 (no DST), so plain arithmetic is exact, and nothing here reads
 * Intl, whose data may differ between the machine that ran a workflow and the one that replays it.
 */

/** "YYYY-MM-DD", a day in Việt Nam. */
export type LocalDate = string;

export const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
const MINUTE_MS = 60_000;

export class InvalidDate extends Error {
  override readonly name = "InvalidDate";
}

/** Days since 1970-01-01; throws for a day that does not exist, such as 2026-02-30. */
export function dayNumber(date: LocalDate): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const number = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / DAY_MS : Number.NaN;
  if (Number.isNaN(number) || dateOfDay(number) !== date) throw new InvalidDate(`not a date: ${date}`);
  return number;
}

export const dateOfDay = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export function isLocalDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidDate) return false;
    throw error;
  }
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** 0 = Sunday … 6 = Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

export const isWeekend = (date: LocalDate): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

export const localDate = (instantMs: number): LocalDate => dateOfDay(Math.floor((instantMs + OFFSET_MS) / DAY_MS));

export const startOfDay = (date: LocalDate): number => dayNumber(date) * DAY_MS - OFFSET_MS;

/** 24:00 of the day: the first instant that no longer belongs to it. */
export const endOfDay = (date: LocalDate): number => startOfDay(date) + DAY_MS;

/** The instant at which a clock in Việt Nam shows `time` ("HH:MM", "24:00" allowed) on that day. */
export function atLocal(date: LocalDate, time: string): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  if (!(minutes <= 1440)) throw new InvalidDate(`not a time of day: ${time}`);
  return startOfDay(date) + minutes * MINUTE_MS;
}

/** The day to show for a due instant: 24:00 of 29/11 is shown as 29/11, not as 30/11. */
export const lastDayOf = (dueMs: number): LocalDate => localDate(dueMs - 1);

/** "2026-11-30" → "30/11/2026", the only form people here read without doubt. */
export const formatDate = (date: LocalDate): string => date.split("-").reverse().join("/");
