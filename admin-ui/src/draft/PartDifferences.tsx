import { useText } from "../i18n/use-text.ts";
import { shownValue } from "../report/cell-value.ts";
import { Differences, type Difference } from "./Differences.tsx";
import { useForm } from "./form-context.ts";
import { getAt, type Json } from "./set-at.ts";

interface PartDifferencesProps {
  part: string;
  mine: Json;
  theirs: Json;
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

export const PartDifferences = (props: PartDifferencesProps) => <Differences differences={useDifferences(props)} />;
