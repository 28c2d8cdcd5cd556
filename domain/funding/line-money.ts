import type { LocalDate } from "../calendar/local-time.ts";
import type { Adviser, LineKey } from "./money-event.ts";

/** What happened to the money of one line so far. Whole đồng, computed as integers. */
export interface LineMoney {
  readonly key: LineKey;
  readonly requested: bigint;
  readonly appraised: Readonly<Record<Adviser, bigint>>;
  readonly proposed: bigint | null;
  readonly decided: bigint | null;
  /** Waits for the resolution of HĐND. */
  readonly referred: boolean;
  /** Was taken off its list, and waits for the next. */
  readonly deferred: boolean;
  /** The day the first money came, in Asia/Ho_Chi_Minh; before it nothing could be spent. */
  readonly fundedOn: LocalDate | null;
  readonly assigned: bigint;
  readonly supplemented: bigint;
  readonly carriedIn: bigint;
  readonly carriedOut: bigint;
  readonly recovered: bigint;
  readonly disbursed: bigint;
  /** What each reported period spent; a corrected report replaces its own. */
  readonly periods: Readonly<Record<string, bigint>>;
  /** With its agency again: it stands for nothing until it is sent anew. */
  readonly returned: boolean;
  readonly withdrawn: boolean;
  readonly settled: boolean;
  /** Outside the budget (IV.3): recorded, in no stage and under no ceiling. */
  readonly recorded: bigint;
}

export const openedLine = (key: LineKey): LineMoney => ({
  key,
  requested: 0n,
  appraised: {},
  proposed: null,
  decided: null,
  referred: false,
  deferred: false,
  fundedOn: null,
  assigned: 0n,
  supplemented: 0n,
  carriedIn: 0n,
  carriedOut: 0n,
  recovered: 0n,
  disbursed: 0n,
  periods: {},
  returned: false,
  withdrawn: false,
  settled: false,
  recorded: 0n,
});

/** Asked for by nobody at present: what was requested, appraised and decided on it does not count. */
export const isIdle = ({ withdrawn, returned }: LineMoney): boolean => withdrawn || returned;

/** Given in any way and not taken back: what may be spent in all. */
export const givenTo = (line: LineMoney): bigint =>
  line.assigned + line.supplemented + line.carriedIn - line.carriedOut - line.recovered;

/** What may still be spent. */
export const remainingOf = (line: LineMoney): bigint => givenTo(line) - line.disbursed;

/** The line of the same request and row a year later: its id ends with the year. */
export const nextYearOf = (lineId: string): string => lineId.replace(/\d{4}$/, (year) => String(Number(year) + 1));
