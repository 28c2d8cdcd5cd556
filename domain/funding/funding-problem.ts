/** What is wrong with a request, an appraisal, a decision or a report of spending, by the rule that says so. */
export const FUNDING_PROBLEM_CODES = [
  // fields
  "required",
  "rows-missing",
  "empty-row",
  "duplicate-row",
  "task-unknown",
  "task-secret",
  "source-unknown",
  "source-not-outside",
  "ceiling-outside-budget",
  "source-too-general",
  "unit-differs",
  "round-differs",
  "year-out-of-range",
  "window-not-of-kind",
  "source-not-of-kind",
  "year-before-window",
  "amount-too-large",
  "placed-unanswered",
  "placed-but-none",
  // vietnam.md §8.3, by number
  "costs-differ-from-sources", // 1
  "product-differs", // 2
  "product-not-whole", // 2
  "not-whole-dong", // 3
  "investment-policy-needed", // 5
  "programme-decision-needed", // 5, IV.2
  "appraised-exceeds-requested", // 6
  "decided-exceeds-requested", // 6
  "difference-needs-reason", // 6
  "position-differs", // 6
  "disbursed-exceeds-available", // 6
  "nothing-requested", // 7
  "off-budget-recorded", // 7
  "off-budget-requested", // 7
  "duplicate-request", // 8
  "already-placed", // 8
  "date-invalid", // 9
  "date-out-of-range", // 9
  "end-before-start", // 9
  "percent-out-of-range", // 10
  "evidence-needed", // 10
  "citation-incomplete", // 11
  "period-reported", // 13
  "period-not-of-year", // 13
  "period-mixed", // 13
  "period-not-begun", // 13
  "issued-read-only", // 13
] as const;
export type FundingProblemCode = (typeof FUNDING_PROBLEM_CODES)[number];

/** `block` keeps the paper from being sent; `warn` is shown to its author and to everyone who decides on it. */
export type Severity = "block" | "warn";

export interface FundingProblem {
  /** Names the field, so that the summary of errors can lead to it: `sections.costs.rows.3.price`. */
  readonly path: string;
  readonly code: FundingProblemCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
}

const WARNINGS: ReadonlySet<FundingProblemCode> = new Set([
  "off-budget-recorded",
  "duplicate-request",
  "already-placed",
]);

export const fundingProblem = (
  path: string,
  code: FundingProblemCode,
  params: FundingProblem["params"] = {},
  severity: Severity = WARNINGS.has(code) ? "warn" : "block",
): FundingProblem => ({ path, code, severity, params });

export const blocks = (problems: readonly FundingProblem[]): boolean =>
  problems.some(({ severity }) => severity === "block");
