import type { GroupTotals, StageTotals } from "../../../domain/funding/ledger-views.ts";
import { formatBasisPoints, formatDifference, formatDong } from "../../../domain/money/dong.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { STAGES, variance } from "./stages.ts";

export interface MoneyColumn {
  readonly key: string;
  readonly label: MessageKey;
  /** As people read it. */
  readonly show: (totals: StageTotals) => string;
  /** As a spreadsheet reads it: bare digits, decimal comma. */
  readonly plain: (totals: StageTotals) => string;
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
  plain: (totals: StageTotals) => variance(totals, later, earlier).toString(),
});

/** Requested, decided, spent and what lies between them: the screen and the file show the same. */
export const moneyColumns: readonly MoneyColumn[] = [
  ...STAGES.map((stage): MoneyColumn => ({
    key: stage,
    label: `money.stage.${stage}`,
    show: (totals) => formatDong(totals[stage]),
    plain: (totals) => totals[stage],
  })),
  difference("decided", "requested", "decided-requested", "money.decidedLess"),
  difference("disbursed", "decided", "disbursed-decided", "money.spentLess"),
  {
    key: "remaining",
    label: "money.remaining",
    show: ({ remaining }) => formatDifference(BigInt(remaining)),
    plain: ({ remaining }) => remaining,
  },
  {
    key: "ratio",
    label: "money.ratio",
    show: ({ spentRatio }) => (spentRatio === undefined ? "" : `${formatBasisPoints(spentRatio)}%`),
    plain: ({ spentRatio }) => (spentRatio === undefined ? "" : formatBasisPoints(spentRatio)),
  },
];

export interface NamedTotals extends GroupTotals {
  readonly name: string;
}

export const moneyRows = (
  head: string,
  groups: readonly NamedTotals[],
  totals: StageTotals,
  say: (key: MessageKey) => string,
): string[][] => [
  ["", head, ...moneyColumns.map(({ label }) => say(label))],
  ...groups.map(({ code, name, totals: own }) => [code, name, ...moneyColumns.map(({ plain }) => plain(own))]),
  ["", say("money.total"), ...moneyColumns.map(({ plain }) => plain(totals))],
];
