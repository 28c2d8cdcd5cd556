import { localDate, yearOf } from "../../domain/calendar/index.ts";
import { storedCalendar, unfinishedRollout, waitingForCalendar } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { HealthTexts } from "../texts/index.ts";
import type { Finding } from "./check.ts";

/** Terms run into the next year all the time; without it a date is refused on the day somebody needs it. */
export const neededYears = (now: number): number[] => {
  const year = yearOf(localDate(now));
  return [year, year + 1];
};

/** Loud, because nothing else says it before a command is refused: holidays are decided anew each year. */
export async function checkCalendar({ db, clock }: Deps, words: HealthTexts): Promise<Finding> {
  const [year = 0, ...later] = neededYears(clock());
  const [{ years }, cases, untold] = await Promise.all([
    storedCalendar(db, [year, ...later]),
    waitingForCalendar(db),
    unfinishedRollout(db),
  ]);
  const missing = [year, ...later].filter((needed) => !years.some((entered) => entered.year === needed));
  if (missing.length > 0 || cases > 0) {
    const detail = words.calendarMissing(missing, cases);
    return { status: missing.includes(year) ? "down" : "degraded", detail };
  }
  if (untold && untold.failed > 0)
    return { status: "degraded", detail: words.calendarUntold(untold.serial, untold.failed) };
  const provisional = years.filter((entered) => entered.provisional).map((entered) => entered.year);
  if (provisional.includes(year)) return { status: "degraded", detail: words.calendarProvisional(provisional) };
  const entered = words.calendarUp(years.map((one) => one.year));
  return {
    status: "up",
    detail: provisional.length > 0 ? `${entered} ${words.calendarProvisional(provisional)}` : entered,
  };
}
