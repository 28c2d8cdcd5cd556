import type { LocalDate } from "../calendar/local-time.ts";
import type { ClosingDays } from "../campaign/proposals.ts";
import type { Dong } from "../money/dong.ts";
import { initialSettings, settingOn, type SettingRow } from "../settings/setting.ts";
import type { Severity } from "./funding-problem.ts";

/** Rules of money in force on one day. */
export interface FundingSettings {
  /** A request for investment capital without chủ trương đầu tư: kept back, or sent with a mark. */
  readonly investmentWithoutPolicy: Severity;
  /** From this amount on, the head signs in person. */
  readonly largeRequest: Dong;
  /** From this amount on, the money of a supplement within the year is decided after the council's opinion. */
  readonly councilFrom: Dong;
  /** Working days after the end of a period within which its spending is reported. */
  readonly spendingReportDays: number;
}

export const settingsOn = (date: LocalDate, rows: readonly SettingRow[] = initialSettings): FundingSettings => ({
  investmentWithoutPolicy: settingOn(rows, "investment-without-policy", date) as Severity,
  largeRequest: settingOn(rows, "large-request", date),
  councilFrom: settingOn(rows, "council-from", date),
  spendingReportDays: Number(settingOn(rows, "spending-report-days", date)),
});

export const closingDaysOn = (date: LocalDate, rows: readonly SettingRow[]): ClosingDays => ({
  nextYear: settingOn(rows, "closes-next-year", date),
  investmentYear: settingOn(rows, "closes-investment-year", date),
});
