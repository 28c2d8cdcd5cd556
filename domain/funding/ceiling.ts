import { sumDong, type Dong } from "../money/dong.ts";
import { givenTo, isIdle, type LineMoney } from "./line-money.ts";

/** Stages at which money counts towards a ceiling, and at which the ceiling is checked. */
export const COUNTED_STAGES = ["requested", "appraised", "decided", "assigned"] as const;
export type CountedStage = (typeof COUNTED_STAGES)[number];

export const CEILING_MODES = ["stop", "warn", "higher-signature"] as const;
export type CeilingMode = (typeof CEILING_MODES)[number];

/** Trần: the most that a part of the funding tree may receive in a year. */
export interface Ceiling {
  readonly id: string;
  /** `IV.1.TX` covers `IV.1.TX.DP`: ceilings stand on any level of the tree, and a line is under all of them. */
  readonly source: string;
  readonly year: number;
  /** null: all windows of the year together. */
  readonly window: string | null;
  readonly amount: Dong;
  /** What happens above it, stage by stage; a stage without a mode is not checked. */
  readonly modes: Readonly<Partial<Record<CountedStage, CeilingMode>>>;
}

export type CeilingVerdict =
  | { readonly verdict: "ok"; readonly remaining: Dong }
  /** `remaining`: what could still be given; `over`: by how much this would exceed it. */
  | { readonly verdict: CeilingMode; readonly remaining: Dong; readonly over: Dong };

const text = (value: bigint): Dong => (value < 0n ? "0" : value.toString());

/** The one rule: what is counted already, what comes on top, and what the ceiling says to that. */
export function ceilingVerdict(
  { amount, modes }: Pick<Ceiling, "amount" | "modes">,
  stage: CountedStage,
  counted: Dong,
  added: Dong,
): CeilingVerdict {
  const left = BigInt(amount) - BigInt(counted);
  const after = left - BigInt(added);
  const mode = modes[stage];
  if (after >= 0n || mode === undefined) return { verdict: "ok", remaining: text(after) };
  return { verdict: mode, remaining: text(left), over: (-after).toString() };
}

/** What a stage leaves of a ceiling, or by how much it exceeds it, whatever its mode says to that. */
export function standingOf(amount: Dong, counted: Dong): { readonly remaining: Dong; readonly over: Dong } {
  const left = BigInt(amount) - BigInt(counted);
  return { remaining: text(left), over: text(-left) };
}

export type Placed = { readonly sourceCode: string; readonly year: number; readonly window: string };

export const isUnder = ({ source, year, window }: Ceiling, line: Placed): boolean =>
  line.year === year &&
  (window === null || line.window === window) &&
  (line.sourceCode === source || line.sourceCode.startsWith(`${source}.`));

const lowest = (amounts: readonly bigint[]): bigint | null =>
  amounts.length === 0 ? null : amounts.reduce((a, b) => (a < b ? a : b));

/** What a line counts at a stage; an appraisal by two departments counts with the lower amount. */
export function countedAt(line: LineMoney, stage: CountedStage): bigint {
  if (stage !== "assigned" && isIdle(line)) return 0n;
  switch (stage) {
    case "requested":
      return line.requested;
    case "appraised":
      return line.proposed ?? lowest(Object.values(line.appraised)) ?? 0n;
    case "decided":
      return line.decided ?? 0n;
    case "assigned":
      return givenTo(line);
  }
}

export interface WeighedCeiling {
  readonly ceiling: Ceiling;
  /** Counted by other lines. */
  readonly counted: Dong;
  readonly added: Dong;
  readonly result: CeilingVerdict;
}

/** An amount that is about to be given to a line. */
export interface PlacedAmount {
  readonly key: Placed & { readonly lineId: string };
  readonly amount: Dong;
}

/** One change or one whole sitting, under every ceiling it touches; `countedBy` is what all other lines count. */
export function weigh(
  ceilings: readonly Ceiling[],
  stage: CountedStage,
  changes: readonly PlacedAmount[],
  countedBy: (ceiling: Ceiling) => Dong,
): readonly WeighedCeiling[] {
  return ceilings.flatMap((ceiling) => {
    const own = changes.filter(({ key }) => isUnder(ceiling, key));
    if (own.length === 0) return [];
    const counted = countedBy(ceiling);
    const added = sumDong(own.map(({ amount }) => amount));
    return [{ ceiling, counted, added, result: ceilingVerdict(ceiling, stage, counted, added) }];
  });
}

/** What the lines under a ceiling count at a stage, those left out whose amounts are about to change. */
export const countedUnder = (
  ceiling: Ceiling,
  stage: CountedStage,
  lines: Iterable<LineMoney>,
  changing: readonly PlacedAmount[],
): Dong =>
  [...lines]
    .filter((line) => isUnder(ceiling, line.key) && !changing.some(({ key }) => key.lineId === line.key.lineId))
    .reduce((sum, line) => sum + countedAt(line, stage), 0n)
    .toString();

/**
 * By how much each change exceeds a ceiling, in the order in which the changes are given: the first ones fit, the rest
 * is over. Only ceilings that answer with `verdict` count; under several, the largest excess.
 */
export function excessOf(
  weighed: readonly WeighedCeiling[],
  verdict: CeilingMode,
  changes: readonly PlacedAmount[],
): ReadonlyMap<string, Dong> {
  const excess = new Map<string, bigint>();
  for (const { ceiling, result } of weighed) {
    if (result.verdict !== verdict) continue;
    let left = BigInt(result.remaining);
    for (const { key, amount } of changes.filter((change) => isUnder(ceiling, change.key))) {
      const over = BigInt(amount) - left;
      left = over >= 0n ? 0n : -over;
      if (over > (excess.get(key.lineId) ?? 0n)) excess.set(key.lineId, over);
    }
  }
  return new Map([...excess].map(([lineId, over]) => [lineId, over.toString()]));
}

const GRAVITY = ["ok", "warn", "higher-signature", "stop"] as const;

/** The gravest answer of all ceilings a change is under. */
export const gravest = (weighed: readonly WeighedCeiling[]): (typeof GRAVITY)[number] =>
  GRAVITY.findLast((verdict) => weighed.some(({ result }) => result.verdict === verdict)) ?? "ok";
