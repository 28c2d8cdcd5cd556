import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { shownValue } from "../report/cell-value.ts";
import { useForm } from "./form-context.ts";
import { getAt, type Json } from "./set-at.ts";

interface PartDifferencesProps {
  part: string;
  mine: Json;
  theirs: Json;
}

interface Difference {
  key: string;
  label: string;
  mine: string;
  theirs: string;
}

function useDifferences({ part, mine, theirs }: PartDifferencesProps): Difference[] {
  const text = useText();
  const { form, reading } = useForm();
  const section = form.sections.find(({ key }) => part === `sections.${key}`);
  const rowsOf = (body: Json, key: string) => {
    const rows = getAt(body, `${part}.${key}`);
    return text("conflict.rows", { smart_count: Array.isArray(rows) ? rows.length : 0 });
  };
  const nothing = (body: Json) => (getAt(body, `${part}.nothingToReport`) === true ? reading.yes : reading.no);
  const changed = (key: string) =>
    JSON.stringify(getAt(mine, `${part}.${key}`)) !== JSON.stringify(getAt(theirs, `${part}.${key}`));
  const fields = (section?.fields ?? form.headFields).map((field) => ({
    key: field.key,
    label: reading.label(field.label),
    shown: (body: Json) => shownValue(field, getAt(body, `${part}.${field.key}`), reading),
  }));
  const tables = (section?.tables ?? []).map(({ key, label }) => ({
    key,
    label: reading.label(label),
    shown: (body: Json) => rowsOf(body, key),
  }));
  return [...fields, ...tables, { key: "nothingToReport", label: text("draft.nothing"), shown: nothing }]
    .filter(({ key }) => changed(key))
    .map(({ key, label, shown }) => ({ key, label, mine: shown(mine), theirs: shown(theirs) }));
}

export function PartDifferences(props: PartDifferencesProps) {
  const text = useText();
  const differences = useDifferences(props);
  return (
    <Box component="dl" sx={listStyle}>
      {differences.map(({ key, label, mine, theirs }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <strong>{text("conflict.mine")}:</strong> {mine || text("conflict.empty")}
          </dd>
          <dd>
            <strong>{text("conflict.theirs")}:</strong> {theirs || text("conflict.empty")}
          </dd>
        </div>
      ))}
    </Box>
  );
}

const listStyle = {
  m: 0,
  mt: 0.5,
  display: "grid",
  gap: 1,
  "& > div": { display: "grid", columnGap: 2, gridTemplateColumns: { sm: "1fr 1fr" } },
  "& dt": { gridColumn: "1 / -1", color: "text.secondary" },
  "& dd": { m: 0, maxHeight: 160, overflowY: "auto", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
} as const;
