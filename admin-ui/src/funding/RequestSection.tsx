import { useCallback, useMemo } from "react";
import { Box } from "@mui/material";
import { DraftFields } from "../draft/DraftFields.tsx";
import { DraftTable } from "../draft/DraftTable.tsx";
import type { Asked, FormSection } from "../draft/draft-form.ts";
import { useForm } from "../draft/form-context.ts";
import { fieldId, getAt } from "../draft/set-at.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { problemsUnder } from "../grid/problems.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { MoneySummary } from "./MoneySummary.tsx";
import { cellIn, costSpec, sourceSpec } from "./request-grids.ts";

const NO_ROWS: readonly Row[] = [];
const sheets = { sources: sourceSpec, costs: costSpec } as const;
const isSheet = (key: string): key is keyof typeof sheets => key in sheets;

export function RequestSection({ section, asked }: { section: FormSection; asked: Asked | null }) {
  const { draft, reading } = useForm();
  const path = `sections.${section.key}`;
  const sheet = isSheet(section.key) ? section.key : null;
  return (
    <Sheet title={reading.label(section.label)}>
      {sheet && <MoneySummary request={draft.body} />}
      {section.fields.length > 0 && <DraftFields fields={section.fields} path={path} />}
      {section.tables.map((table) =>
        sheet ? (
          <SheetOf key={table.key} name={sheet} label={reading.label(table.label)} asked={asked} />
        ) : (
          <DraftTable key={table.key} table={table} path={`${path}.${table.key}`} />
        ),
      )}
    </Sheet>
  );
}

function SheetOf({ name, label, asked }: { name: keyof typeof sheets; label: string; asked: Asked | null }) {
  const text = useText();
  const [language] = useLanguage();
  const { draft, readOnly, sheets: kept } = useForm();
  const { change, problems } = draft;
  const path = `sections.${name}.rows`;
  const spec = useMemo(() => sheets[name](language), [name, language]);
  const onRows = useCallback((rows: readonly Row[]) => change(path, rows), [change, path]);
  const found = useMemo(
    () =>
      problemsUnder(
        path,
        problems.map((problem) => ({ ...problem, warning: problem.severity === "warn" })),
      ),
    [path, problems],
  );
  const target = useMemo(() => (asked ? cellIn(path, asked.path) : null), [path, asked]);
  return (
    <Box id={fieldId(path)} tabIndex={-1} sx={{ mt: 2 }}>
      <DataGrid
        label={label}
        hint={text("request.sheetHint")}
        spec={spec}
        rows={(getAt(draft.body, path) as readonly Row[] | undefined) ?? NO_ROWS}
        onRows={onRows}
        kept={kept}
        name={path}
        problems={found}
        readOnly={readOnly}
        target={target}
      />
    </Box>
  );
}
