import type { SectionSpec } from "../../../domain/report/form-spec.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import { count } from "../time/numbers.ts";
import type { Reading } from "./cell-value.ts";

type Sums = Readonly<Record<string, unknown>>;

interface ContributionsProps {
  section: SectionSpec;
  counted: Sums & { contributions: readonly (Sums & { unitCode: string })[] };
  reading: Reading;
  nameOf: (unitCode: string) => string;
}

/** Sums of whole numbers, with what each agency put into them. */
export function Contributions({ section, counted, reading, nameOf }: ContributionsProps) {
  const text = useText();
  if (counted.contributions.length === 0) return null;
  const figures = section.fields
    .filter(({ type }) => type === "integer")
    .map(({ key, label }): Column<Sums> => ({
      key,
      label: reading.label(label),
      numeric: true,
      cell: (row) => count(Number(row[key])),
    }));
  const rows = [
    ...counted.contributions.map((own) => ({ ...own, key: own.unitCode, name: nameOf(own.unitCode) })),
    { ...counted, key: "total", name: text("draft.total") },
  ];
  const unit: Column<{ name: string }> = {
    key: "unit",
    label: text("cycles.agency"),
    head: true,
    cell: ({ name }) => name,
  };
  return (
    <DataTable
      caption={reading.label(section.label)}
      columns={[unit, ...figures]}
      rows={rows}
      idOf={({ key }) => key}
    />
  );
}
