import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import type { SectionSpec, TableSpec } from "../../../domain/report/form-spec.ts";
import type { Label } from "../i18n/use-text.ts";
import type { Row } from "./cell-value.ts";

export type AgencyRow = Row & { readonly unitCode: string };

export interface AgencyTable {
  key: string;
  caption: string;
  table: TableSpec;
  rows: readonly AgencyRow[];
  /** Columns that the caption has said already. */
  without: readonly string[];
}

interface Group {
  code: string;
  title: Label;
  entries: readonly AgencyRow[];
}

/** Everything the agencies wrote into the tables of one section: task by task, indicator by indicator. */
export function agencyTables(
  report: ConsolidatedReport,
  section: SectionSpec,
  label: (label: Label) => string,
): AgencyTable[] {
  const whole = (rows: readonly AgencyRow[]): AgencyTable[] =>
    section.tables.map((table) => ({ key: table.key, caption: label(table.label), table, rows, without: [] }));
  const grouped = (groups: readonly Group[], codeColumn: string): AgencyTable[] =>
    section.tables.flatMap((table) =>
      groups.map(({ code, title, entries }) => ({
        key: code,
        caption: `${code}. ${label(title)}`,
        table,
        rows: entries,
        without: [codeColumn, "title", "lead"],
      })),
    );
  const tables: Partial<Record<SectionSpec["key"], () => AgencyTable[]>> = {
    I: () => whole(report.plans),
    II: () => grouped(report.tasks, "taskCode"),
    III: () => grouped(report.indicators, "indicatorCode"),
    IV: () => whole(report.funding.rows),
    VII: () => whole(report.obstacles),
    IX: () => whole(report.proposals),
  };
  return (tables[section.key]?.() ?? []).filter(({ rows }) => rows.length > 0);
}
