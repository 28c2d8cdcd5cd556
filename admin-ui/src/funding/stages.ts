import type { StageTotals } from "../../../domain/funding/ledger-views.ts";

/** In the order money passes through them. */
export const STAGES = ["requested", "appraised", "decided", "assigned", "disbursed"] as const;
export type Stage = (typeof STAGES)[number];

/** What a later stage leaves of an earlier one; negative where it gives more. */
export const variance = (totals: StageTotals, later: Stage, earlier: Stage): bigint =>
  BigInt(totals[later]) - BigInt(totals[earlier]);

/** Share of the largest stage, for drawing only: no figure is made of it. */
export const shareOf = (totals: StageTotals, stage: Stage): number => {
  const most = STAGES.reduce((max, name) => (BigInt(totals[name]) > max ? BigInt(totals[name]) : max), 0n);
  return most === 0n ? 0 : Number((BigInt(totals[stage]) * 10_000n) / most) / 10_000;
};
