import { Checkbox, FormControlLabel, Typography } from "@mui/material";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { DraftFields } from "./DraftFields.tsx";
import { DraftTable } from "./DraftTable.tsx";
import type { FormSection } from "./draft-form.ts";
import { useForm } from "./form-context.ts";
import { fieldId, getAt } from "./set-at.ts";

export function SectionForm({ section }: { section: FormSection }) {
  const text = useText();
  const { draft, reading, readOnly } = useForm();
  const path = `sections.${section.key}`;
  const nothingPath = `${path}.nothingToReport`;
  const nothing = getAt(draft.body, nothingPath) === true;
  return (
    <Sheet title={`${section.key}. ${reading.label(section.label)}`}>
      <FormControlLabel
        label={text("draft.nothing")}
        control={
          <Checkbox
            checked={nothing}
            disabled={readOnly}
            slotProps={{ input: { id: fieldId(path), "aria-describedby": `${fieldId(path)}-hint` } }}
            onChange={({ target }) => draft.change(nothingPath, target.checked ? true : undefined)}
          />
        }
      />
      <Typography id={`${fieldId(path)}-hint`} variant="caption" color="text.secondary" component="p" sx={{ mt: 0 }}>
        {nothing ? text("draft.nothingKeep") : text("draft.nothingHint")}
      </Typography>
      {!nothing && (
        <>
          <DraftFields fields={section.fields} path={path} />
          {section.tables.map((table) => (
            <DraftTable key={table.key} table={table} path={`${path}.${table.key}`} />
          ))}
        </>
      )}
    </Sheet>
  );
}
