import { localDate, type LocalDate } from "../calendar/local-time.ts";
import type { Instant } from "../engine/actor.ts";

/** "2027-Q1" or "2027-09": a report covers a quarter or a month. */
export const PERIOD = /^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/;

const isQuarter = (period: string): boolean => period.includes("Q");
export const yearOfPeriod = (period: string): number => Number(period.slice(0, 4));

const twoDigits = (month: number): string => String(month).padStart(2, "0");
const firstMonth = (period: string): number =>
  isQuarter(period) ? 3 * Number(period.slice(-1)) - 2 : Number(period.slice(5));
const lastMonth = (period: string): number => firstMonth(period) + (isQuarter(period) ? 2 : 0);

export const firstDayOf = (period: string): LocalDate => `${yearOfPeriod(period)}-${twoDigits(firstMonth(period))}-01`;

/** The first day that no longer belongs to it. */
export function dayAfter(period: string): LocalDate {
  const month = lastMonth(period) + 1;
  return month > 12 ? `${yearOfPeriod(period) + 1}-01-01` : `${yearOfPeriod(period)}-${twoDigits(month)}-01`;
}

/** A quarter and its months would count the same spending twice, and a budget year is not spent in another. */
export function periodTrouble(
  year: number,
  reported: readonly string[],
  period: string,
): "period-not-of-year" | "period-mixed" | null {
  if (yearOfPeriod(period) !== year) return "period-not-of-year";
  return reported.some((other) => isQuarter(other) !== isQuarter(period)) ? "period-mixed" : null;
}

export const hasBegun = (period: string, today: LocalDate): boolean => firstDayOf(period) <= today;

/** Periods of a line's year in the grain its reports began with; quarters where none is there yet. */
export function periodsOf(year: number, reported: readonly string[]): readonly string[] {
  const monthly = reported.some((period) => !isQuarter(period));
  return monthly
    ? Array.from({ length: 12 }, (_, index) => `${year}-${twoDigits(index + 1)}`)
    : [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
}

/** Periods that are over, that nobody has reported, and in which there was money to spend. */
export function unreported(
  year: number,
  reported: readonly string[],
  { now, fundedOn }: { now: Instant; fundedOn: LocalDate | null },
): readonly string[] {
  const today = localDate(now);
  return periodsOf(year, reported).filter((period) => {
    const after = dayAfter(period);
    return after <= today && after > (fundedOn ?? "") && !reported.includes(period);
  });
}
