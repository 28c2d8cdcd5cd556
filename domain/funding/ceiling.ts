import type { Dong } from "../money/dong.ts";
import { givenTo, type LineMoney } from "./line-money.ts";

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

type Placed = { readonly sourceCode: string; readonly year: number; readonly window: string };

export const isUnder = ({ source, year, window }: Ceiling, line: Placed): boolean =>
  line.year === year &&
  (window === null || line.window === window) &&
  (line.sourceCode === source || line.sourceCode.startsWith(`${source}.`));

const lowest = (amounts: readonly bigint[]): bigint | null =>
  amounts.length === 0 ? null : amounts.reduce((a, b) => (a < b ? a : b));

/** What a line counts at a stage; an appraisal by two departments counts with the lower amount. */
export function countedAt(line: LineMoney, stage: CountedStage): bigint {
  if (line.withdrawn) return 0n;
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

/** One change or one whole sitting: `amounts` replace what their lines count at this stage. */
export function weigh(
  ceilings: readonly Ceiling[],
  stage: CountedStage,
  lines: Iterable<LineMoney>,
  amounts: ReadonlyMap<string, Dong>,
): readonly WeighedCeiling[] {
  const all = [...lines];
  return ceilings.flatMap((ceiling) => {
    const under = all.filter((line) => isUnder(ceiling, line.key));
    const changing = under.filter(({ key }) => amounts.has(key.lineId));
    if (changing.length === 0) return [];
    const others = under.filter(({ key }) => !amounts.has(key.lineId));
    const counted = others.reduce((sum, line) => sum + countedAt(line, stage), 0n).toString();
    const added = changing.reduce((sum, { key }) => sum + BigInt(amounts.get(key.lineId) ?? "0"), 0n).toString();
    return [{ ceiling, counted, added, result: ceilingVerdict(ceiling, stage, counted, added) }];
  });
}

const GRAVITY = ["ok", "warn", "higher-signature", "stop"] as const;

/** The gravest answer of all ceilings a change is under. */
export const gravest = (weighed: readonly WeighedCeiling[]): (typeof GRAVITY)[number] =>
  GRAVITY.findLast((verdict) => weighed.some(({ result }) => result.verdict === verdict)) ?? "ok";
