import { TextField, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { positions } from "../../../domain/engine/content.ts";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import type { Answers, Field } from "./decision.ts";

interface EngineFieldsProps {
  fields: readonly Field[];
  answers: Answers;
  missing: readonly Field[];
  action: ActionView;
  view: CaseView;
  onChange: (change: Partial<Answers>) => void;
}

interface ChoiceProps {
  name: "mark" | "position" | "unit";
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  error: boolean;
  onChange: (value: string) => void;
}

const native = { select: { native: true }, inputLabel: { shrink: true } } as const;

function Choice({ name, label, options, value, error, onChange }: ChoiceProps) {
  const text = useText();
  return (
    <TextField
      select
      required
      name={name}
      label={label}
      slotProps={native}
      value={value}
      error={error}
      helperText={error && text("decide.choiceRequired")}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{text("draft.choose")}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

/** What opinions, signatures, dates and talk ask for beside the fields of a plain decision. */
export function EngineFields({ fields, answers, missing, action, view, onChange }: EngineFieldsProps) {
  const text = useText();
  const has = (field: Field) => fields.includes(field);
  const lacks = (field: Field) => missing.includes(field);
  const marks = action.marks.map((mark) => ({ value: mark, label: text(`decide.marks.${markKey(mark)}`) }));
  const stances = positions.map((position) => ({ value: position, label: text(`lines.positions.${position}`) }));
  const units = action.units.map(({ unit, unitName }) => ({ value: unit, label: unitName }));
  const choice = (name: ChoiceProps["name"], label: string, options: ChoiceProps["options"]) => (
    <Choice
      {...{ name, label, options, value: answers[name], error: lacks(name) }}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      {has("mark") && marks.length > 1 && choice("mark", text("decide.mark"), marks)}
      {has("mark") && marks.length === 1 && (
        <Typography variant="body2">
          {text("decide.mark")}: {marks[0]?.label}
        </Typography>
      )}
      {has("position") && choice("position", text("decide.position"), stances)}
      {has("unit") && choice("unit", text("decide.unit"), units)}
      {has("newUnit") && (
        <NewUnit answers={answers} error={lacks("newUnit")} asked={view.consulted} onChange={onChange} />
      )}
      {has("date") && (
        <TextField
          type="date"
          required
          name="date"
          label={text("decide.newDue")}
          slotProps={{ inputLabel: { shrink: true } }}
          value={answers.date}
          error={lacks("date")}
          helperText={lacks("date") && text("decide.choiceRequired")}
          onChange={({ target }) => onChange({ date: target.value })}
        />
      )}
      {has("note") && (
        <TextField
          name="note"
          multiline
          required
          minRows={3}
          label={text("decide.note")}
          value={answers.note}
          error={lacks("note")}
          helperText={lacks("note") && text("decide.noteRequired")}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      )}
    </>
  );
}

/** "KT." as a key of the texts, which may hold no dot. */
const markKey = (mark: ActionView["marks"][number]) =>
  mark.replace(".", "") as "own" | "TM" | "KT" | "TL" | "TUQ" | "Q";

interface NewUnitProps {
  answers: Answers;
  error: boolean;
  asked: CaseView["consulted"];
  onChange: (change: Partial<Answers>) => void;
}

interface UnitOption {
  id: string;
  name: string;
}

function NewUnit({ answers, error, asked, onChange }: NewUnitProps) {
  const text = useText();
  const provider = useProvider();
  const units = useQuery({
    queryKey: ["units", "all"],
    queryFn: () =>
      provider.getList<UnitOption>("units", {
        pagination: { page: 1, perPage: 200 },
        sort: { field: "id", order: "ASC" },
        filter: {},
      }),
  });
  const options = (units.data?.data ?? [])
    .filter(({ id }) => !asked.some(({ unit }) => unit === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Choice
      name="unit"
      label={text("decide.unit")}
      options={options}
      value={answers.unit}
      error={error}
      onChange={(unit) => onChange({ unit })}
    />
  );
}
