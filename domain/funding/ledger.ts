import { localDate } from "../calendar/local-time.ts";
import { givenTo, openedLine, type LineMoney } from "./line-money.ts";
import type { MoneyEvent, UndoneFrom } from "./money-event.ts";
import { contradiction, refuse, type LedgerRefusal } from "./ledger-rules.ts";

export interface Ledger {
  readonly lines: ReadonlyMap<string, LineMoney>;
  /** Ids of the events that are in it. */
  readonly events: ReadonlySet<string>;
}

export const EMPTY_LEDGER: Ledger = { lines: new Map(), events: new Set() };

export type Recorded =
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly refusal: LedgerRefusal };

/** Adds an event, or says which law of money it would break. An event that is there already changes nothing. */
export function recordMoney(ledger: Ledger, event: MoneyEvent): Recorded {
  if (ledger.events.has(event.id)) return { ok: true, ledger };
  const refusal = refuse(ledger.lines, event);
  if (refusal) return { ok: false, refusal };
  const { ledger: next, left } = applyMoney(ledger, event);
  return left ? { ok: false, refusal: left } : { ok: true, ledger: next };
}

/**
 * Adds what has happened, without judging it: what a case decided (the engine kept its rules) is a fact by the time
 * the ledger hears of it. `left`: why it is known and yet not booked, where it contradicts the money there is.
 */
export function applyMoney(ledger: Ledger, event: MoneyEvent): { readonly ledger: Ledger; readonly left: Left } {
  const next = changed(ledger.lines, event).map((line) => funded(line, event.at));
  const events = new Set([...ledger.events, event.id]);
  const left = next.map((line) => contradiction(line, event.type)).find((found) => found !== null) ?? null;
  if (left) return { ledger: { lines: ledger.lines, events }, left };
  return { ledger: { lines: withLines(ledger.lines, next), events }, left };
}

export type Left = LedgerRefusal | null;

const funded = (line: LineMoney, at: number): LineMoney =>
  line.fundedOn === null && givenTo(line) > 0n ? { ...line, fundedOn: localDate(at) } : line;

const withLines = (before: Lines, next: readonly LineMoney[]): Lines => {
  const lines = new Map(before);
  for (const line of next) lines.set(line.key.lineId, line);
  return lines;
};

type Lines = ReadonlyMap<string, LineMoney>;

function changed(lines: Lines, event: MoneyEvent): LineMoney[] {
  const line = lines.get(event.lineId);
  if (event.type === "requested") return [requestedAgain(line ?? openedLine(event.line), event)];
  if (event.type === "recorded") {
    return [{ ...(line ?? openedLine(event.line)), key: event.line, recorded: BigInt(event.amount) }];
  }
  if (!line) return [];
  if (event.type !== "carried-over") return [advanced(line, event)];
  const { toLineId } = event;
  const amount = BigInt(event.amount);
  const next = lines.get(toLineId) ?? openedLine({ ...line.key, lineId: toLineId, year: line.key.year + 1 });
  return [
    { ...line, carriedOut: line.carriedOut + amount },
    { ...next, carriedIn: next.carriedIn + amount },
  ];
}

/** A new version of the request starts the appraisal anew, under the source, task and window it names now. */
const requestedAgain = (line: LineMoney, event: Extract<MoneyEvent, { type: "requested" }>): LineMoney => ({
  ...line,
  key: event.line,
  requested: BigInt(event.amount),
  appraised: {},
  proposed: null,
  decided: null,
  referred: false,
  deferred: false,
  returned: false,
  withdrawn: false,
});

type SingleLine = Exclude<MoneyEvent, { type: "requested" | "recorded" | "carried-over" }>;

function advanced(line: LineMoney, event: SingleLine): LineMoney {
  switch (event.type) {
    case "appraised":
      return { ...line, appraised: { ...line.appraised, [event.adviser]: BigInt(event.amount) } };
    case "proposed":
      return { ...line, proposed: BigInt(event.amount) };
    case "decided":
      return { ...line, decided: BigInt(event.amount), referred: false };
    case "referred":
      return { ...line, referred: true };
    case "deferred":
      return { ...line, decided: null, referred: false, deferred: true };
    case "undecided":
      return takenBack(line, event.from);
    case "assigned":
      return { ...line, assigned: line.assigned + BigInt(event.amount) };
    case "supplemented":
      return { ...line, supplemented: line.supplemented + BigInt(event.amount) };
    case "disbursed":
      return reported(line, event.period, BigInt(event.amount));
    case "recovered":
      return { ...line, recovered: line.recovered + BigInt(event.amount) };
    case "returned":
      return { ...line, returned: true };
    case "withdrawn":
      return { ...line, withdrawn: true };
    case "settled":
      return { ...line, settled: true };
  }
}

function takenBack(line: LineMoney, from: UndoneFrom): LineMoney {
  const undecided = { ...line, decided: null, referred: false };
  if (from === "decided") return undecided;
  const unproposed = { ...undecided, proposed: null };
  return from === "proposed" ? unproposed : { ...unproposed, appraised: {}, deferred: false };
}

const reported = (line: LineMoney, period: string, amount: bigint): LineMoney => ({
  ...line,
  disbursed: line.disbursed - (line.periods[period] ?? 0n) + amount,
  periods: { ...line.periods, [period]: amount },
});

/** The ledger after these events; the first that breaks a law stops it. */
export function ledgerOf(events: Iterable<MoneyEvent>): Recorded {
  let ledger = EMPTY_LEDGER;
  for (const event of events) {
    const recorded = recordMoney(ledger, event);
    if (!recorded.ok) return recorded;
    ledger = recorded.ledger;
  }
  return { ok: true, ledger };
}
