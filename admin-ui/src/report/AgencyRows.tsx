import { Typography } from "@mui/material";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import type { AgencyRow, AgencyTable } from "./agency-tables.ts";
import { computedValue, isFigure, shownValue, type Reading, type Row } from "./cell-value.ts";

interface AgencyRowsProps {
  of: AgencyTable;
  reading: Reading;
  nameOf: (unitCode: string) => string;
}

/** What each agency wrote, row by row; a column that nobody filled in is left out. */
export function AgencyRows({ of: { caption, table, rows, without }, reading, nameOf }: AgencyRowsProps) {
  const text = useText();
  const shown = (field: FieldSpec, row: Row): string =>
    field.computed ? computedValue(table, row, field, reading) : shownValue(field, row[field.key], reading);
  const columns = table.columns
    .filter((field) => !without.includes(field.key) && rows.some((row) => shown(field, row) !== ""))
    .map((field): Column<AgencyRow & { index: number }> => ({
      key: field.key,
      label: reading.label(field.label),
      numeric: isFigure(field),
      cell: (row) => shown(field, row),
    }));
  const unit: Column<AgencyRow> = {
    key: "unit",
    label: text("cycles.agency"),
    head: true,
    cell: ({ unitCode }) => nameOf(unitCode),
  };
  const numbered = rows.map((row, index) => ({ ...row, index }));
  return (
    <div>
      <Typography variant="h3" component="h5">
        {caption}
      </Typography>
      <DataTable caption={caption} columns={[unit, ...columns]} rows={numbered} idOf={({ index }) => String(index)} />
    </div>
  );
}
