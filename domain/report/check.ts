import type { LocalDate } from "../calendar/local-time.ts";
import { checkFields, checkTable, isBlank, isBlankRow, type Values } from "./check-fields.ts";
import { checkSectionRules } from "./check-sections.ts";
import type { SectionSpec } from "./form-spec.ts";
import { headFields, sections } from "./form.ts";
import { dataWindow } from "./period.ts";
import { problem, type Problem } from "./problem.ts";
import { reportPlanFor, type ReportPlan } from "./report-plan.ts";
import type { AnnualReportDraft, DraftHead } from "./schema.ts";

export interface CheckContext {
  readonly unitCode: string;
  readonly year: number;
  /** The plan the report answers to; the current one when left out. */
  readonly plan?: ReportPlan;
  /** The day of submission, where it is known. */
  readonly today?: LocalDate;
}

/** Everything that keeps the draft from being sent up, in the order of the form. Empty: it may be submitted. */
export function checkForSubmit(draft: AnnualReportDraft, context: CheckContext): Problem[] {
  const plan = context.plan ?? reportPlanFor(context.unitCode);
  return [
    ...checkHead(draft.head ?? {}, context, plan),
    ...sections.flatMap((section) => checkSection(section, draft, plan)),
  ];
}

function checkHead(head: DraftHead, context: CheckContext, plan: ReportPlan): Problem[] {
  const problems = checkFields(headFields, head, { section: "head", path: "head", plan });
  if (head.unitCode !== undefined && head.unitCode !== context.unitCode) {
    problems.push(problem("head", "head.unitCode", "unit-differs"));
  }
  if (head.year !== undefined && head.year !== context.year) {
    problems.push(problem("head", "head.year", "year-differs", { year: context.year }));
  }
  const badDate = problems.some(({ path }) => path === "head.periodFrom" || path === "head.periodTo");
  return badDate ? problems : [...problems, ...checkPeriod(head, context)];
}

function checkPeriod({ periodFrom, periodTo, includesEstimate }: DraftHead, context: CheckContext): Problem[] {
  if (periodFrom === undefined || periodTo === undefined) return [];
  const window = dataWindow(context.year);
  const problems: Problem[] = [];
  if (periodFrom < window.from) problems.push(problem("head", "head.periodFrom", "period-outside-window", window));
  if (periodTo > window.to) problems.push(problem("head", "head.periodTo", "period-outside-window", window));
  if (periodTo < periodFrom) problems.push(problem("head", "head.periodTo", "end-before-start"));
  if (context.today !== undefined && periodTo > context.today) {
    problems.push(problem("head", "head.periodTo", "period-in-future"));
  }
  if (periodTo < window.to && includesEstimate === false) {
    problems.push(problem("head", "head.includesEstimate", "estimate-needed", { to: window.to }));
  }
  return problems;
}

const rowsOf = (values: Values, key: string): readonly Values[] => (values[key] as readonly Values[] | undefined) ?? [];

function isBlankSection(spec: SectionSpec, values: Values): boolean {
  return (
    spec.fields.every((field) => isBlank(values[field.key])) &&
    spec.tables.every((table) => rowsOf(values, table.key).every((row) => isBlankRow(row, table.columns)))
  );
}

/**
 * "Không phát sinh" is an answer of its own: neither silence nor an empty row stands for it, and what was typed before it
 * was ticked is not sent (answers.ts).
 */
function checkSection(spec: SectionSpec, draft: AnnualReportDraft, plan: ReportPlan): Problem[] {
  const path = `sections.${spec.key}`;
  const values: Values = draft.sections?.[spec.key] ?? {};
  const blank = isBlankSection(spec, values);
  if (values["nothingToReport"] === true) return [];
  if (blank) return [problem(spec.key, path, "section-unanswered")];
  const at = { section: spec.key, path, plan };
  return [
    ...checkFields(spec.fields, values, at),
    ...spec.tables.flatMap((table) => checkTable(table, rowsOf(values, table.key), at)),
    ...checkSectionRules(spec.key, draft, plan),
  ];
}
