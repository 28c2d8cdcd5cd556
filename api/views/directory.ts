import type { WorkCalendar } from "../../domain/calendar/index.ts";
import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { calendarFor, publishedTables, unitsByCode, type Db, type UnitRow } from "../../store/index.ts";

/** Names and working days hardly change within a minute, and every answer needs them. */
const KEEP_MS = 60_000;

/** Published tables by "id@version". */
export type Tables = ReadonlyMap<string, Pipeline>;

export interface Directory {
  tables: () => Promise<Tables>;
  /** A version has been published: the next look finds it. */
  tablesChanged: () => void;
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
  let tables = kept(clock, () => publishedTables(db));
  const year = (): number => new Date(clock()).getUTCFullYear();
  return {
    tables: () => tables(),
    tablesChanged: () => {
      tables = kept(clock, () => publishedTables(db));
    },
    units: kept(clock, () => unitsByCode(db)),
    calendar: kept(clock, () => calendarFor(db, [year() - 1, year(), year() + 1])),
  };
}
