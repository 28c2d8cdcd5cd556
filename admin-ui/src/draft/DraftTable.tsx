import { Box, Button, IconButton, Typography } from "@mui/material";
import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import { MAX_ROWS, type FieldSpec, type TableSpec } from "../../../domain/report/form-spec.ts";
import { tableStyle } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import { computedValue, type Row } from "../report/cell-value.ts";
import { FieldInput } from "./FieldInput.tsx";
import { useForm } from "./form-context.ts";
import { fieldId, getAt } from "./set-at.ts";

const widths: Partial<Record<FieldSpec["type"], number>> = {
  longtext: 240,
  text: 150,
  task: 180,
  indicator: 180,
  source: 200,
  choice: 150,
  money: 160,
  date: 130,
};

export function DraftTable({ table, path }: { table: TableSpec; path: string }) {
  const text = useText();
  const { draft, reading, readOnly } = useForm();
  const rows = (getAt(draft.body, path) ?? []) as Row[];
  const caption = reading.label(table.label);
  const remove = (index: number) =>
    draft.change(
      path,
      rows.filter((_, at) => at !== index),
    );
  return (
    <Box sx={{ mt: 3 }} component="section" aria-label={caption}>
      <Typography variant="h3" id={fieldId(path)} tabIndex={-1}>
        {caption}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {table.number === "03" && `${text("draft.unitMoney")}. `}
        {text("draft.scroll")}
      </Typography>
      {rows.length === 0 ? (
        <Typography sx={{ my: 1 }}>{text("draft.noRows")}</Typography>
      ) : (
        <Box
          role="region"
          aria-label={caption}
          tabIndex={0}
          sx={{ overflowX: "auto", my: 1, border: 1, borderColor: "divider", borderRadius: 2 }}
        >
          <Box component="table" aria-label={caption} sx={{ ...tableStyle, width: "max-content", minWidth: "100%" }}>
            <thead>
              <tr>
                <th scope="col">TT</th>
                {table.columns.map((field) => (
                  <th key={field.key} scope="col" style={{ textAlign: "left" }}>
                    {reading.label(field.label)}
                    {field.required && " *"}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row" style={{ minWidth: 40 }}>
                    {index + 1}
                  </th>
                  {table.columns.map((field) => (
                    <td
                      key={field.key}
                      style={{ width: widths[field.type] ?? 120, maxWidth: 300, minWidth: widths[field.type] ?? 120 }}
                    >
                      {field.computed ? (
                        computedValue(table, row, field, reading)
                      ) : (
                        <FieldInput
                          field={field}
                          path={`${path}.${index}.${field.key}`}
                          rowName={text("draft.row", { row: index + 1 })}
                        />
                      )}
                    </td>
                  ))}
                  <td style={{ minWidth: 48 }}>
                    {!readOnly && (
                      <IconButton
                        aria-label={text("draft.removeRow", { row: index + 1 })}
                        onClick={() => remove(index)}
                      >
                        <DeleteIcon />
                      </IconButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
      {!readOnly && rows.length < MAX_ROWS && (
        <Button
          variant="outlined"
          size="small"
          aria-label={`${text("draft.addRow")}: ${caption}`}
          onClick={() => draft.change(path, [...rows, {}])}
        >
          {text("draft.addRow")}
        </Button>
      )}
    </Box>
  );
}
