import type { Dong } from "../money/dong.ts";
import { planTasks, program, sourceOf } from "../plan/plan.ts";
import type { CeilingPlace } from "./papers.ts";
import { SECRET_TASK } from "./check-request.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { LineKey } from "./money-event.ts";
import { isOutsideBudget } from "./outside-budget.ts";
import { LAST_YEAR } from "./windows.ts";

/** IV.3.1 to IV.3.6: a heading is not a source. */
export const outsideSources = program.fundingSources.filter(
  ({ code }) => isOutsideBudget(code) && !program.fundingSources.some(({ parent }) => parent === code),
);

/** Sources that the budget answers for: the levels on which a ceiling may stand. */
export const ceilingSources = program.fundingSources.filter(({ code }) => !isOutsideBudget(code));

export interface OutsideEntry {
  readonly unit: string;
  readonly task: string;
  readonly source: string;
  readonly year: number;
  readonly title: string;
  readonly amount: Dong;
}

/** What an entry must fit: a task of the plan, a source outside the budget. */
export function checkOutside({ task, source }: OutsideEntry): FundingProblem[] {
  const problems: FundingProblem[] = [];
  if (task === SECRET_TASK) problems.push(fundingProblem("body.task", "task-secret", { code: task }));
  else if (!planTasks.some(({ code }) => code === task)) {
    problems.push(fundingProblem("body.task", "task-unknown", { code: task }));
  }
  if (!outsideSources.some(({ code }) => code === source)) {
    problems.push(fundingProblem("body.source", "source-not-outside", { source }));
  }
  return problems;
}

/** A line of its own: nobody asked for it, so it has no request, window or kind of capital. */
export const outsideLine = (lineId: string, { unit, task, source, year, title }: OutsideEntry): LineKey => ({
  lineId,
  requestId: lineId,
  unitCode: unit,
  taskCode: task,
  sourceCode: source,
  year,
  window: "",
  capital: "",
  title,
});

export function checkCeilingPlace({ source, year }: CeilingPlace): FundingProblem[] {
  if (!sourceOf(source)) return [fundingProblem("body.source", "source-unknown", { source })];
  if (isOutsideBudget(source)) return [fundingProblem("body.source", "ceiling-outside-budget", { source })];
  return year > LAST_YEAR ? [fundingProblem("body.year", "year-out-of-range", { from: 2024, to: LAST_YEAR })] : [];
}
