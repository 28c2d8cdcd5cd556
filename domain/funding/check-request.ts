import { isLocalDate, type LocalDate } from "../calendar/local-time.ts";
import { planTasks } from "../plan/plan.ts";
import { isBlank, type Values } from "../report/check-fields.ts";
import type { FieldSpec } from "../report/form-spec.ts";
import { FIRST_DATE, LAST_DATE } from "../report/period.ts";
import { checkApprovals, checkGrounds } from "./check-citations.ts";
import { checkDuplicates, checkPlaced, type OtherMoney } from "./check-duplicates.ts";
import { checkCosts, checkSources, checkTotals } from "./check-tables.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import { requestHeadFields, requestSections } from "./request-form.ts";
import type { FundingRequest, RequestHead } from "./request-schema.ts";
import { settingsOn, type FundingSettings } from "./settings.ts";
import { FIRST_YEAR, LAST_YEAR, windowFits, type BudgetWindow } from "./windows.ts";

export interface RequestContext {
  readonly unitCode: string;
  /** The day of submission. */
  readonly today: LocalDate;
  /** The round the request belongs to; null for a request of its own. */
  readonly round?: { readonly window: BudgetWindow; readonly year: number } | null;
  /** Money asked for or assigned in other requests: given as data, since nothing here reads a database. */
  readonly others?: readonly OtherMoney[];
  readonly settings?: FundingSettings;
}

/** vietnam.md §1.3: what may be a state secret stays out of a system on the network. */
export const SECRET_TASK = "III.3.đ.5";

/** Everything the rules say against the request, in the order of the form. It may be sent when nothing blocks. */
export function checkRequest(request: FundingRequest, context: RequestContext): FundingProblem[] {
  const head = request.head ?? {};
  const settings = context.settings ?? settingsOn(context.today);
  return [
    ...checkHead(head, context),
    ...checkGrounds(request.sections?.grounds?.rows ?? []),
    ...requiredTexts(request),
    ...checkSources(request),
    ...checkCosts(request),
    ...checkTotals(request),
    ...checkApprovals(request, settings),
    ...checkPlaced(request),
    ...checkDuplicates(request, context.others ?? []),
  ];
}

const requiredIn = (fields: readonly FieldSpec[], values: Values, path: string): FundingProblem[] =>
  fields
    .filter((field) => field.required === true && isBlank(values[field.key]))
    .map((field) => fundingProblem(`${path}.${field.key}`, "required"));

const requiredTexts = (request: FundingRequest): FundingProblem[] =>
  requestSections.flatMap(({ key, fields }) => requiredIn(fields, request.sections?.[key] ?? {}, `sections.${key}`));

function checkHead(head: RequestHead, context: RequestContext): FundingProblem[] {
  const problems = [...requiredIn(requestHeadFields, head, "head"), ...checkSpan(head), ...checkAim(head, context)];
  if (head.unitCode !== undefined && head.unitCode !== context.unitCode) {
    problems.push(fundingProblem("head.unitCode", "unit-differs"));
  }
  return [...problems, ...checkTask(head.taskCode)];
}

function checkTask(code: string | undefined): FundingProblem[] {
  if (code === undefined) return [];
  if (code === SECRET_TASK) return [fundingProblem("head.taskCode", "task-secret", { code })];
  return planTasks.some((task) => task.code === code)
    ? []
    : [fundingProblem("head.taskCode", "task-unknown", { code })];
}

/** Rule 9: real dates, in the plan's years, in their order. */
function checkSpan({ start, end }: RequestHead): FundingProblem[] {
  const problems = [...checkDate("head.start", start), ...checkDate("head.end", end)];
  if (problems.length > 0 || start === undefined || end === undefined) return problems;
  return end < start ? [fundingProblem("head.end", "end-before-start")] : [];
}

function checkDate(path: string, date: string | undefined): FundingProblem[] {
  if (date === undefined) return [];
  if (!isLocalDate(date)) return [fundingProblem(path, "date-invalid")];
  const outside = date < FIRST_DATE || date > LAST_DATE;
  return outside ? [fundingProblem(path, "date-out-of-range", { from: FIRST_DATE, to: LAST_DATE })] : [];
}

/** The window, the year and the kind of money must fit each other, and the round. */
function checkAim({ window, year, capital }: RequestHead, { round }: RequestContext): FundingProblem[] {
  const problems: FundingProblem[] = [];
  if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) {
    problems.push(fundingProblem("head.year", "year-out-of-range", { from: FIRST_YEAR, to: LAST_YEAR }));
  }
  if (window !== undefined && capital !== undefined && !windowFits(window, capital)) {
    problems.push(fundingProblem("head.window", "window-not-of-kind"));
  }
  if (round && window !== undefined && window !== round.window) {
    problems.push(fundingProblem("head.window", "round-differs", round));
  }
  if (round && year !== undefined && year !== round.year) {
    problems.push(fundingProblem("head.year", "round-differs", round));
  }
  return problems;
}
