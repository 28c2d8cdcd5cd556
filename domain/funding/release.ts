import type { MoneyRejection } from "./rejection.ts";
import type { Place } from "./at-stake.ts";
import { digestOfLine } from "./line-digest.ts";
import { remainingOf, type LineMoney } from "./line-money.ts";

/** Why a line may not be decided on as the sender has it. */
export function staleness(line: LineMoney, { digest }: Place): MoneyRejection | null {
  const { lineId, title, unitCode } = line.key;
  const stale = (why: "withdrawn" | "returned" | "changed"): MoneyRejection => ({
    code: "line-stale",
    line: lineId,
    title,
    unit: unitCode,
    why,
  });
  if (line.withdrawn) return stale("withdrawn");
  if (line.returned) return stale("returned");
  const live = digestOfLine({ ...line.key, requested: line.requested.toString() });
  return digest === undefined || digest === live ? null : stale("changed");
}

/** What is decided is taken back through the list that decided it, never by drawing the request away under it. */
export function boundByDecision(line: LineMoney): MoneyRejection | null {
  const bound = line.assigned > 0n || (line.decided ?? 0n) > 0n || line.referred;
  const { lineId, title } = line.key;
  return bound ? { code: "line-decided", line: lineId, title } : null;
}

/** A case is settled when none of its lines holds money any more. */
export function unsettled(line: LineMoney): MoneyRejection | null {
  const hasMoney = line.assigned > 0n || line.carriedIn > 0n;
  if (!hasMoney || line.settled) return null;
  const { lineId, title, year } = line.key;
  return { code: "line-not-settled", line: lineId, title, year, remaining: remainingOf(line).toString() };
}
