import { Box, Typography } from "@mui/material";
import { headFields, sections } from "../../../domain/report/form.ts";
import type { FieldSpec, SectionSpec, TableSpec } from "../../../domain/report/form-spec.ts";
import type { AnnualReportDraft } from "../../../domain/report/schema.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import { computedValue, isFigure, shownValue, type Reading, type Row } from "./cell-value.ts";
import { useReading } from "./use-reading.ts";

export function ReportView({ report, unit }: { report: AnnualReportDraft; unit: Reading["unit"] }) {
  const text = useText();
  const reading = useReading(unit);
  return (
    <Box component="article">
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {text("draft.head")}
      </Typography>
      <Values fields={headFields} values={report.head ?? {}} reading={reading} />
      {sections.map((section) => (
        <SectionView
          key={section.key}
          section={section}
          values={report.sections?.[section.key] ?? {}}
          reading={reading}
        />
      ))}
    </Box>
  );
}

function SectionView({ section, values, reading }: { section: SectionSpec; values: Row; reading: Reading }) {
  const text = useText();
  const nothing = values["nothingToReport"] === true;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {section.key}. {reading.label(section.label)}
      </Typography>
      {nothing ? (
        <Typography sx={{ fontStyle: "italic" }}>{text("draft.nothing")}</Typography>
      ) : (
        <>
          <Values fields={section.fields} values={values} reading={reading} />
          {section.tables.map((table) => (
            <TableView key={table.key} table={table} rows={(values[table.key] ?? []) as Row[]} reading={reading} />
          ))}
        </>
      )}
    </Box>
  );
}

function Values({ fields, values, reading }: { fields: readonly FieldSpec[]; values: Row; reading: Reading }) {
  const given = fields.filter((field) => shownValue(field, values[field.key], reading) !== "");
  if (given.length === 0) return null;
  return (
    <Box component="dl" sx={valuesStyle}>
      {given.map((field) => (
        <Box key={field.key} sx={field.type === "longtext" ? { gridColumn: "1 / -1" } : {}}>
          <Box component="dt" sx={{ color: "text.secondary", fontSize: "0.8125rem" }}>
            {reading.label(field.label)}
          </Box>
          <Box component="dd" sx={{ m: 0, whiteSpace: "pre-wrap", maxWidth: "72ch" }}>
            {shownValue(field, values[field.key], reading)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const valuesStyle = {
  m: 0,
  display: "grid",
  columnGap: 3,
  rowGap: 1.25,
  gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 170px), 1fr))",
} as const;

function TableView({ table, rows, reading }: { table: TableSpec; rows: readonly Row[]; reading: Reading }) {
  const text = useText();
  const caption = reading.label(table.label);
  const numbered = rows.map((row, index): Row & { index: number } => ({ ...row, index }));
  const columns = table.columns.map((field, index): Column<Row & { index: number }> => ({
    key: field.key,
    head: index === 0,
    label: reading.label(field.label),
    numeric: isFigure(field),
    cell: (row) =>
      field.computed ? computedValue(table, row, field, reading) : shownValue(field, row[field.key], reading),
  }));
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="h3" component="h4">
        {caption}
        {table.number === "03" && ` (${text("draft.unitMoney")})`}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {text("draft.noRows")}
        </Typography>
      ) : (
        <DataTable caption={caption} columns={columns} rows={numbered} idOf={({ index }) => String(index)} />
      )}
    </Box>
  );
}
