import { Box, Typography } from "@mui/material";
import { requestHeadFields, requestSections, UNIT_LINE } from "../../../domain/funding/request-form.ts";
import type { FundingRequest } from "../../../domain/funding/request-schema.ts";
import { toMillions } from "../../../domain/money/dong.ts";
import type { TableSpec } from "../../../domain/report/form-spec.ts";
import { getAt, type Json } from "../draft/set-at.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Facts } from "../elements/Facts.tsx";
import type { GridSpec, Row } from "../grid/column.ts";
import { valueIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import type { Reading } from "../report/cell-value.ts";
import { useReading } from "../report/use-reading.ts";
import { MoneySummary } from "./MoneySummary.tsx";
import { costSpec, sourceSpec } from "./request-grids.ts";
import { requestValue } from "./request-value.ts";

interface RequestViewProps {
  body: Json;
  unit: { code: string; name: string };
}

/** The request as those who decide on it read it: sums first, then every part, nothing to type. */
export function RequestView({ body, unit }: RequestViewProps) {
  const reading = useReading(unit);
  const request = body as FundingRequest;
  const shown = (field: (typeof requestHeadFields)[number], path: string): string =>
    field.key === "unitCode" ? unit.name : requestValue(field, getAt(body, path), reading);
  return (
    <>
      <MoneySummary request={request} />
      <Facts
        facts={requestHeadFields.map(
          (field) => [reading.label(field.label), shown(field, `head.${field.key}`)] as const,
        )}
      />
      {requestSections.map((section) => (
        <Box component="section" key={section.key} sx={{ mt: 3 }}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {reading.label(section.label)}
          </Typography>
          {section.fields.map((field) => {
            const value = shown(field, `sections.${section.key}.${field.key}`);
            return (
              value !== "" && (
                <Typography key={field.key} sx={{ whiteSpace: "pre-wrap", mb: 1 }}>
                  <strong>{reading.label(field.label)}:</strong> {value}
                </Typography>
              )
            );
          })}
          {section.tables.map((table) => (
            <RowsOf key={table.key} table={table} section={section.key} body={body} reading={reading} />
          ))}
        </Box>
      ))}
    </>
  );
}

interface RowsOfProps {
  table: TableSpec;
  section: string;
  body: Json;
  reading: Reading;
}

function RowsOf({ table, section, body, reading }: RowsOfProps) {
  const [language] = useLanguage();
  const text = useText();
  const rows = (getAt(body, `sections.${section}.${table.key}`) as readonly Row[] | undefined) ?? [];
  if (rows.length === 0) return <Typography color="text.secondary">{text("draft.noRows")}</Typography>;
  const spec: GridSpec | null =
    section === "costs" ? costSpec(language) : section === "sources" ? sourceSpec(language) : null;
  const numbered = rows.map((row, index) => ({ row, index }));
  const cell = (key: string, row: Row): string => {
    const column = spec?.columns.find((candidate) => candidate.key === key);
    const value = column && valueIn(row, column);
    if (column) return value === undefined ? "" : column.kind === "money" ? toMillions(value) : column.show(value);
    return requestValue(
      table.columns.find((field) => field.key === key)!,
      getAt(row, key),
      reading,
    );
  };
  const unit = spec && (
    <Typography variant="body2" color="text.secondary" sx={{ mb: 1, fontStyle: "italic" }}>
      {UNIT_LINE[language]}
    </Typography>
  );
  return (
    <>
      {unit}
      <DataTable
        caption={table.label[language]}
        rows={numbered}
        idOf={({ index }) => String(index)}
        columns={table.columns.map((field, at) => ({
          key: field.key,
          label: field.label[language],
          head: at === 0,
          numeric: field.type === "money" || field.type === "decimal",
          cell: ({ row }: { row: Row }) => cell(field.key, row),
        }))}
      />
    </>
  );
}
