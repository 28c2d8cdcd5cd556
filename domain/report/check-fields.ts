import { isLocalDate } from "../calendar/local-time.ts";
import type { FieldSpec, TableSpec } from "./form-spec.ts";
import { FIRST_DATE, LAST_DATE } from "./period.ts";
import { problem, type Problem, type ProblemSection } from "./problem.ts";
import type { ReportPlan } from "./report-plan.ts";

export type Values = Readonly<Record<string, unknown>>;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** Nothing was answered: what the plan filled in does not count. */
export const isBlankRow = (row: Values, columns: readonly FieldSpec[]): boolean =>
  columns.every((column) => column.prefilled === true || isBlank(row[column.key]));

interface FieldContext {
  readonly section: ProblemSection;
  readonly path: string;
  readonly plan: ReportPlan;
}

const BASELINE_YEARS = { from: 2000, to: 2030 };

function checkValue(field: FieldSpec, value: unknown, { section, path, plan }: FieldContext): Problem[] {
  const found = (code: Problem["code"], params: Problem["params"] = {}): Problem[] => [
    problem(section, path, code, params),
  ];
  const known = (rows: readonly { readonly code: string }[]): boolean => rows.some((row) => row.code === value);
  switch (field.type) {
    case "date":
      if (!isLocalDate(String(value))) return found("date-invalid");
      return String(value) < FIRST_DATE || String(value) > LAST_DATE
        ? found("date-out-of-range", { from: FIRST_DATE, to: LAST_DATE })
        : [];
    case "percent":
      return Number(value) >= 0 && Number(value) <= 100 ? [] : found("percent-out-of-range");
    case "integer":
      return Number.isInteger(value) && Number(value) >= 0 ? [] : found("not-a-whole-number");
    case "year":
      return Number.isInteger(value) && Number(value) >= BASELINE_YEARS.from && Number(value) <= BASELINE_YEARS.to
        ? []
        : found("year-out-of-range", BASELINE_YEARS);
    case "task":
      return known(plan.tasks) ? [] : found("task-unknown", { code: String(value) });
    case "indicator":
      return known(plan.indicators) ? [] : found("indicator-unknown", { code: String(value) });
    case "source":
      return checkSource(String(value), plan, found);
    default:
      return [];
  }
}

function checkSource(
  code: string,
  plan: ReportPlan,
  found: (code: Problem["code"], params: Problem["params"]) => Problem[],
): Problem[] {
  const source = plan.sources.find((candidate) => candidate.code === code);
  if (!source) return found("source-unknown", { code });
  return source.leaf ? [] : found("source-too-general", { code });
}

/** What every field of its type must satisfy, whatever the section. */
export function checkFields(fields: readonly FieldSpec[], values: Values, at: FieldContext): Problem[] {
  return fields.flatMap((field) => {
    if (field.computed === true) return [];
    const value = values[field.key];
    const path = `${at.path}.${field.key}`;
    if (isBlank(value)) return field.required === true ? [problem(at.section, path, "required")] : [];
    return checkValue(field, value, { ...at, path });
  });
}

export function checkTable(table: TableSpec, rows: readonly Values[], at: FieldContext): Problem[] {
  if (rows.length < table.minRows) {
    return [problem(at.section, `${at.path}.${table.key}`, "rows-missing", { count: table.minRows })];
  }
  return rows.flatMap((row, index) => {
    const path = `${at.path}.${table.key}.${index}`;
    return isBlankRow(row, table.columns)
      ? [problem(at.section, path, "empty-row")]
      : checkFields(table.columns, row, { ...at, path });
  });
}
