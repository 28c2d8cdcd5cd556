import type { GroupTotals, StageTotals } from "../../../domain/funding/ledger-views.ts";
import { formatBasisPoints, formatDifference, formatDong } from "../../../domain/money/dong.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { STAGES, variance } from "./stages.ts";

export interface MoneyColumn {
  readonly key: string;
  readonly label: MessageKey;
  /** As people read it. */
  readonly show: (totals: StageTotals) => string;
}

const difference = (
  later: "decided" | "disbursed",
  earlier: "requested" | "decided",
  key: string,
  label: MessageKey,
) => ({
  key,
  label,
  show: (totals: StageTotals) => formatDifference(variance(totals, later, earlier)),
});

/** Requested, decided, spent and what lies between them. */
export const moneyColumns: readonly MoneyColumn[] = [
  ...STAGES.map((stage): MoneyColumn => ({
    key: stage,
    label: `money.stage.${stage}`,
    show: (totals) => formatDong(totals[stage]),
  })),
  difference("decided", "requested", "decided-requested", "money.decidedLess"),
  difference("disbursed", "decided", "disbursed-decided", "money.spentLess"),
  {
    key: "remaining",
    label: "money.remaining",
    show: ({ remaining }) => formatDifference(BigInt(remaining)),
  },
  {
    key: "recorded",
    label: "ledger.recorded",
    show: ({ recorded }) => (recorded === "0" ? "" : formatDong(recorded)),
  },
  {
    key: "ratio",
    label: "money.ratio",
    show: ({ spentRatio }) => (spentRatio === undefined ? "" : `${formatBasisPoints(spentRatio)}%`),
  },
];

export interface NamedTotals extends GroupTotals {
  readonly name: string;
}
