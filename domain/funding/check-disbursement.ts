import type { LocalDate } from "../calendar/local-time.ts";
import type { Dong } from "../money/dong.ts";
import { isBlank } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import { hasBegun, periodTrouble } from "./periods.ts";

/** Báo cáo giải ngân of one period: what the treasury paid, line by line, as the agency reports it. */
export interface DisbursementReport {
  readonly requestId: string;
  /** "2026-Q1", "2026-09": a quarter or a month. */
  readonly period: string;
  readonly version: number;
  readonly lines: readonly DisbursementLine[];
}

export interface DisbursementLine {
  readonly lineId: string;
  readonly amount: Dong;
  /** Volume done, in percent. */
  readonly progress: number;
  readonly evidence?: string | undefined;
}

export interface DisbursementContext {
  /** Budget year of the lines. */
  readonly year: number;
  readonly today: LocalDate;
  /** What each line may still spend: assigned + supplement + carried in − recovered − carried out − disbursed. */
  readonly available: ReadonlyMap<string, Dong>;
  /** Reports of the request that are there. */
  readonly reports: readonly { readonly period: string; readonly version: number; readonly issued: boolean }[];
}

/** Rules 6, 10 and 13. */
export function checkDisbursement(report: DisbursementReport, context: DisbursementContext): FundingProblem[] {
  return [
    ...checkPeriod(report, context),
    ...checkVersion(report, context),
    ...report.lines.flatMap((line, index) => checkLine(index, line, context)),
  ];
}

function checkPeriod({ period }: DisbursementReport, { year, today, reports }: DisbursementContext): FundingProblem[] {
  const trouble = periodTrouble(
    year,
    reports.map((report) => report.period),
    period,
  );
  if (trouble) return [fundingProblem("period", trouble, { year })];
  return hasBegun(period, today) ? [] : [fundingProblem("period", "period-not-begun", { period })];
}

/** One report per period; a correction is the next version, and what was issued stays as it is. */
function checkVersion({ period, version }: DisbursementReport, { reports }: DisbursementContext): FundingProblem[] {
  const same = reports.filter((report) => report.period === period);
  const latest = Math.max(0, ...same.map((report) => report.version));
  const rewritten = same.find((report) => report.version === version);
  if (rewritten?.issued === true) return [fundingProblem("version", "issued-read-only", { version, next: latest + 1 })];
  if (rewritten || version === latest + 1) return [];
  return [fundingProblem("period", "period-reported", { period, version: latest })];
}

function checkLine(index: number, line: DisbursementLine, { available }: DisbursementContext): FundingProblem[] {
  const path = `lines.${index}`;
  const { amount, progress, evidence } = line;
  const left = available.get(line.lineId) ?? "0";
  const problems: FundingProblem[] = [];
  if (BigInt(amount) > BigInt(left)) {
    const params = { disbursedDong: amount, availableDong: left };
    problems.push(fundingProblem(`${path}.amount`, "disbursed-exceeds-available", params));
  }
  if (!(progress >= 0 && progress <= 100)) problems.push(fundingProblem(`${path}.progress`, "percent-out-of-range"));
  if (progress === 100 && isBlank(evidence)) problems.push(fundingProblem(`${path}.evidence`, "evidence-needed"));
  return problems;
}
