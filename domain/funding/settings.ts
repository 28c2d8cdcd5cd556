import type { LocalDate } from "../calendar/local-time.ts";
import type { Dong } from "../money/dong.ts";
import type { Severity } from "./funding-problem.ts";

/**
 * Rules of money that the law or the province changes (vietnam.md §5.3: thresholds change). Each set holds from a day
 * on; a paper is judged by the set of its own day.
 */
export interface FundingSettings {
  readonly from: LocalDate;
  /** A request for investment capital without chủ trương đầu tư: kept back, or sent with a mark. */
  readonly investmentWithoutPolicy: Severity;
  /** From this amount on, the head signs in person and the whole committee is heard. */
  readonly largeRequest: Dong;
  /** From this amount on, the money of a supplement within the year is decided after the council's opinion. */
  readonly councilFrom: Dong;
  /** Working days after the end of a period within which its spending is reported. */
  readonly spendingReportDays: number;
}

export const FUNDING_SETTINGS: readonly FundingSettings[] = [
  {
    from: "2024-01-01",
    investmentWithoutPolicy: "block",
    largeRequest: "5000000000",
    councilFrom: "10000000000",
    spendingReportDays: 10,
  },
];

/** The set in force on that day; before the first, the first. */
export function settingsOn(date: LocalDate, all: readonly FundingSettings[] = FUNDING_SETTINGS): FundingSettings {
  const [first, ...later] = [...all].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!first) throw new Error("no funding settings");
  return later.reduce((current, next) => (next.from <= date ? next : current), first);
}
