import { formatDate, lastDayOf, localDate } from "../domain/calendar/index.ts";

const TIME_OFFSET = 7 * 3_600_000;

/** `14:03 23/11/2026`, always Vietnamese local time. */
export const timeText = (instant: number): string =>
  `${new Date(instant + TIME_OFFSET).toISOString().slice(11, 16)} ${formatDate(localDate(instant))}`;

/** A due instant is the first that is too late: people are told the last day. */
export const lastDayText = (due: number): string => formatDate(lastDayOf(due));

export const iso = (instant: number): string => new Date(instant).toISOString();
export const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));
