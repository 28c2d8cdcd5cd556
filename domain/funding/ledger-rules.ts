import { isDong, type Dong } from "../money/dong.ts";
import { givenTo, remainingOf, type LineMoney } from "./line-money.ts";
import type { MoneyEvent } from "./money-event.ts";
import { isOutsideBudget } from "./outside-budget.ts";
import { periodTrouble } from "./periods.ts";

export const LEDGER_REFUSALS = [
  "line-unknown",
  "amount-invalid",
  "line-withdrawn",
  "line-returned",
  "line-changed",
  "line-settled",
  "line-assigned",
  "not-requested",
  "not-decided",
  "not-assigned",
  "waits-for-council",
  "reason-needed",
  "document-needed",
  "appraised-over-requested",
  "decided-over-requested",
  "assigned-over-decided",
  "over-available",
  "not-next-year",
  "period-not-of-year",
  "period-mixed",
  "not-outside-budget",
  "recorded-only",
  "remaining-not-zero",
  "settlement-not-sent",
] as const;
export type LedgerRefusalCode = (typeof LEDGER_REFUSALS)[number];

export interface LedgerRefusal {
  readonly code: LedgerRefusalCode;
  readonly lineId: string;
  /** What the law allows at most, where it is about an amount. */
  readonly most?: Dong;
  readonly given?: Dong;
}

type Lines = ReadonlyMap<string, LineMoney>;
type Verdict = LedgerRefusal | null;

/** The laws of money. null: the event may be added. */
export function refuse(lines: Lines, event: MoneyEvent): Verdict {
  const line = lines.get(event.lineId);
  const no = (code: LedgerRefusalCode): LedgerRefusal => ({ code, lineId: event.lineId });
  if ("amount" in event && !isAmount(event)) return { ...no("amount-invalid"), given: event.amount };
  if ("document" in event && event.document?.trim() === "") return no("document-needed");
  if (event.type === "requested") return line ? beforeAssignment(line) : null;
  if (event.type === "recorded") return isOutsideBudget(event.line.sourceCode) ? null : no("not-outside-budget");
  if (!line) return no("line-unknown");
  if (isOutsideBudget(line.key.sourceCode)) return no("recorded-only");
  if (line.settled) return no("line-settled");
  return lawOf(line, event, lines);
}

const MAY_BE_NOTHING = ["requested", "appraised", "proposed", "decided", "disbursed", "recorded"];

/** Nothing is a decision ("không bố trí") and a report ("không phát sinh"); nothing assigned is no assignment. */
const isAmount = (event: MoneyEvent & { readonly amount: Dong }): boolean =>
  isDong(event.amount) && (event.amount !== "0" || MAY_BE_NOTHING.includes(event.type));

const no = (line: LineMoney, code: LedgerRefusalCode): LedgerRefusal => ({ code, lineId: line.key.lineId });

const atMost = (line: LineMoney, code: LedgerRefusalCode, most: bigint, given: Dong): Verdict =>
  BigInt(given) <= most ? null : { ...no(line, code), most: most.toString(), given };

/** Once money is assigned, what was asked and decided is history. */
const beforeAssignment = (line: LineMoney): Verdict =>
  line.settled ? no(line, "line-settled") : line.assigned > 0n ? no(line, "line-assigned") : null;

/** Nobody asks for it at present, so nobody may appraise, decide or assign it. Money that is there already is spent. */
const standing = (line: LineMoney): Verdict =>
  line.withdrawn ? no(line, "line-withdrawn") : line.returned ? no(line, "line-returned") : null;

const hasMoney = (line: LineMoney): Verdict =>
  line.assigned > 0n || line.carriedIn > 0n ? null : no(line, "not-assigned");

type SingleLine = Exclude<MoneyEvent, { type: "requested" | "recorded" }>;

function lawOf(line: LineMoney, event: SingleLine, lines: Lines): Verdict {
  switch (event.type) {
    case "appraised":
      return appraisable(line) ?? atMost(line, "appraised-over-requested", line.requested, event.amount);
    case "proposed":
      return appraisable(line) ?? atMost(line, "appraised-over-requested", line.requested, event.amount);
    case "decided":
      return decidable(line, event.amount, event.reason);
    case "undecided":
      return beforeAssignment(line);
    case "referred":
    case "deferred":
      return appraisable(line) ?? (event.reason.trim() === "" ? no(line, "reason-needed") : null);
    case "assigned":
      return assignable(line, event.amount);
    case "supplemented":
      return hasMoney(line);
    case "disbursed":
      return hasMoney(line) ?? spendable(line, event.period, event.amount);
    case "recovered":
      return hasMoney(line) ?? atMost(line, "over-available", remainingOf(line), event.amount);
    case "carried-over":
      return carriable(line, event.amount, lines.get(event.toLineId), event.toLineId);
    case "returned":
    case "withdrawn":
      return unspoken(line) ?? (event.reason.trim() === "" ? no(line, "reason-needed") : null);
    case "settled":
      return hasMoney(line) ?? settleable(line);
  }
}

/** Money brought over from the year before keeps a line open, too. */
const unspoken = (line: LineMoney): Verdict =>
  beforeAssignment(line) ?? (line.carriedIn > 0n ? no(line, "line-assigned") : null);

const appraisable = (line: LineMoney): Verdict =>
  beforeAssignment(line) ?? standing(line) ?? (line.requested === 0n ? no(line, "not-requested") : null);

function spendable(line: LineMoney, period: string, amount: Dong): Verdict {
  const trouble = periodTrouble(line.key.year, Object.keys(line.periods), period);
  const left = remainingOf(line) + (line.periods[period] ?? 0n);
  return trouble ? no(line, trouble) : atMost(line, "over-available", left, amount);
}

/** A decision that differs from what was proposed says why. */
function decidable(line: LineMoney, amount: Dong, reason: string | undefined): Verdict {
  const before = line.proposed ?? line.requested;
  const differs = BigInt(amount) !== before && (reason ?? "").trim() === "";
  return (
    appraisable(line) ??
    atMost(line, "decided-over-requested", line.requested, amount) ??
    (differs ? no(line, "reason-needed") : null)
  );
}

function assignable(line: LineMoney, amount: Dong): Verdict {
  const idle = standing(line);
  if (idle) return idle;
  if (line.referred) return no(line, "waits-for-council");
  if (line.decided === null) return no(line, "not-decided");
  return atMost(line, "assigned-over-decided", line.decided - line.assigned, amount);
}

/** Money goes to the next year of the same request and source, to a line that can still take it. */
function carriable(line: LineMoney, amount: Dong, next: LineMoney | undefined, toLineId: string): Verdict {
  const { key } = line;
  const same =
    next === undefined ||
    (next.key.requestId === key.requestId && next.key.sourceCode === key.sourceCode && next.key.year === key.year + 1);
  if (toLineId === key.lineId || !same) return no(line, "not-next-year");
  if (next?.settled === true) return no(next, "line-settled");
  return hasMoney(line) ?? atMost(line, "over-available", remainingOf(line), amount);
}

/** A line is closed when every đồng given is spent, carried over or taken back. */
const settleable = (line: LineMoney): Verdict =>
  remainingOf(line) === 0n ? null : { ...no(line, "remaining-not-zero"), given: remainingOf(line).toString() };

/**
 * What no ledger can hold, whoever says it: the laws that tables of SQL state a second time. What a case has decided is
 * a fact and is not judged any more, but a fact that contradicts the money there is must not be booked.
 */
export function contradiction(line: LineMoney, type: MoneyEvent["type"]): Verdict {
  const { requested, decided, assigned, settled } = line;
  const idle = DECIDING.includes(type) ? standing(line) : null;
  if (idle) return idle;
  if (decided !== null && decided > requested) return { ...no(line, "decided-over-requested"), most: `${requested}` };
  if (assigned > (decided ?? 0n)) return no(line, type === "requested" ? "line-assigned" : "assigned-over-decided");
  if ((line.withdrawn || line.returned) && assigned > 0n) return no(line, "line-assigned");
  if (remainingOf(line) < 0n) return { ...no(line, "over-available"), most: `${givenTo(line)}` };
  return settled && remainingOf(line) !== 0n ? no(line, "line-settled") : null;
}

const DECIDING: readonly MoneyEvent["type"][] = [
  "appraised",
  "proposed",
  "decided",
  "referred",
  "deferred",
  "assigned",
];
