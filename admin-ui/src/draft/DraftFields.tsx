import { Box, Typography } from "@mui/material";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import { shownValue } from "../report/cell-value.ts";
import { FieldInput } from "./FieldInput.tsx";
import { useForm } from "./form-context.ts";
import { fieldId, getAt } from "./set-at.ts";

export function DraftFields({ fields, path }: { fields: readonly FieldSpec[]; path: string }) {
  const { draft, reading, given } = useForm();
  return (
    <Box
      sx={{ display: "grid", gap: 2, mt: 1, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 220px), 1fr))" }}
    >
      {fields.map((field) => {
        const at = `${path}.${field.key}`;
        if (given.includes(at)) {
          return (
            <Box key={at} id={fieldId(at)} tabIndex={-1}>
              <Typography variant="caption" color="text.secondary">
                {reading.label(field.label)}
              </Typography>
              <Typography>{shownValue(field, getAt(draft.body, at), reading)}</Typography>
            </Box>
          );
        }
        return (
          <Box key={at} sx={field.type === "longtext" ? { gridColumn: "1 / -1" } : {}}>
            <FieldInput field={field} path={at} />
          </Box>
        );
      })}
    </Box>
  );
}
