import type { SectionKey } from "./form-spec.ts";

/** Why a report may not be sent up yet, by the rule that stops it. Texts: problem-texts.ts. */
export type ProblemCode =
  | "required"
  | "section-unanswered"
  | "rows-missing"
  | "empty-row"
  | "duplicate-row"
  | "not-a-whole-number"
  | "percent-out-of-range"
  | "date-invalid"
  | "date-out-of-range"
  | "year-out-of-range"
  | "end-before-start"
  | "unit-differs"
  | "year-differs"
  | "period-outside-window"
  | "period-in-future"
  | "estimate-needed"
  | "task-unknown"
  | "indicator-unknown"
  | "source-unknown"
  | "source-too-general"
  | "led-task-missing"
  | "evidence-needed"
  | "late-reason-needed"
  | "result-needed"
  | "done-needs-full-progress"
  | "full-progress-not-done"
  | "not-started-with-progress"
  | "baseline-needs-year"
  | "year-needs-baseline"
  | "disbursed-exceeds-budget"
  | "carried-over-exceeds-remaining"
  | "assigning-decision-needed"
  | "cause-needed"
  // consolidated report
  | "total-differs"
  | "count-differs"
  | "unit-unknown"
  | "unit-twice"
  | "line-missing"
  | "assessment-needed"
  | "recommendations-needed"
  | "too-long";

export type ProblemSection = SectionKey | "head";

export interface Problem {
  readonly section: ProblemSection;
  /** Names the field, so that the summary of errors can lead to it: `sections.II.rows.3.progress`. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const problem = (
  section: ProblemSection,
  path: string,
  code: ProblemCode,
  params: Problem["params"] = {},
): Problem => ({ section, path, code, params });
