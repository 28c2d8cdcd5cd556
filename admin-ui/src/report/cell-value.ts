import { formatDifference, formatDong, formatBasisPoints, isDong } from "../../../domain/money/dong.ts";
import { fundingFigures, indicatorProgress } from "../../../domain/report/figures.ts";
import type { FieldSpec, TableSpec } from "../../../domain/report/form-spec.ts";
import type { ReportPlan } from "../../../domain/report/report-plan.ts";
import type { Label } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { decimal } from "../time/numbers.ts";

export type Row = Readonly<Record<string, unknown>>;

const figures = new Set<FieldSpec["type"]>(["integer", "decimal", "percent", "money"]);

/** Stands on the right of its column. */
export const isFigure = ({ type }: FieldSpec): boolean => figures.has(type);

export interface Reading {
  plan: ReportPlan;
  unit: { code: string; name: string };
  label: (label: Label) => string;
  yes: string;
  no: string;
}

function computed(table: TableSpec, row: Row, key: string, { plan, label }: Reading): string {
  if (table.number === "01") {
    const task = plan.tasks.find(({ code }) => code === row["taskCode"]);
    return !task ? "" : key === "lead" ? task.lead : label(task.title);
  }
  if (table.number === "02") {
    const indicator = plan.indicators.find(({ code }) => code === row["indicatorCode"]);
    if (!indicator) return "";
    if (key === "unit") return indicator.unit ?? "";
    if (key === "target") return indicator.target === null ? "" : decimal(indicator.target);
    if (key === "title") return label(indicator);
    const progress = indicatorProgress(row, indicator);
    return progress === undefined ? "" : decimal(progress);
  }
  const safe = Object.fromEntries(
    Object.entries(row).filter(([, value]) => typeof value === "string" && isDong(value)),
  );
  const figures = fundingFigures(safe);
  if (key === "remaining") return formatDifference(figures.remaining);
  return figures.ratio === undefined ? "" : formatBasisPoints(figures.ratio);
}

export const computedValue = (table: TableSpec, row: Row, field: FieldSpec, reading: Reading): string =>
  computed(table, row, field.key, reading);

export function shownValue(field: FieldSpec, value: unknown, { label, unit, yes, no }: Reading): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return field.type === "year" || field.key === "year" ? String(value) : decimal(value);
  if (typeof value !== "string") return "";
  if (field.key === "unitCode" && value === unit.code) return unit.name;
  const text = value;
  if (field.type === "money") return isDong(text) ? formatDong(text) : text;
  if (field.type === "date") return /^\d{4}-\d\d-\d\d$/.test(text) ? dayText(text) : text;
  const option = field.options?.find((candidate) => candidate.value === text);
  return option ? label(option.label) : text;
}
