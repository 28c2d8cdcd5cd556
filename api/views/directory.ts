import type { WorkCalendar } from "../../domain/calendar/index.ts";
import { calendarFor, unitsByCode, type Db, type UnitRow } from "../../store/index.ts";

/** Names and working days hardly change within a minute, and every answer needs them. */
const KEEP_MS = 60_000;

export interface Directory {
  units: () => Promise<ReadonlyMap<string, UnitRow>>;
  calendar: () => Promise<WorkCalendar>;
}

function kept<T>(clock: () => number, load: () => Promise<T>): () => Promise<T> {
  let until = 0;
  let value: Promise<T> | null = null;
  return () => {
    if (value === null || clock() >= until) {
      until = clock() + KEEP_MS;
      value = load();
      // A failed look-up is not an answer worth keeping.
      value.catch(() => (value = null));
    }
    return value;
  };
}

export function createDirectory(db: Db, clock: () => number): Directory {
  const year = (): number => new Date(clock()).getUTCFullYear();
  return {
    units: kept(clock, () => unitsByCode(db)),
    calendar: kept(clock, () => calendarFor(db, [year() - 1, year(), year() + 1])),
  };
}
