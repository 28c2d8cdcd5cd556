import { useState } from "react";
import { TextField } from "@mui/material";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import { useText } from "../i18n/use-text.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { shownValue } from "../report/cell-value.ts";
import { optionsOf, typedValue } from "./field-values.ts";
import { useForm } from "./form-context.ts";
import { fieldId, getAt } from "./set-at.ts";

interface FieldInputProps {
  field: FieldSpec;
  path: string;
  /** In a table the column's head is the visible label; the row completes it for a screen reader. */
  rowName?: string;
}

const typedAsText = new Set<FieldSpec["type"]>(["text", "longtext", "choice", "task", "indicator", "source"]);

export function FieldInput({ field, path, rowName }: FieldInputProps) {
  const text = useText();
  const { draft, reading, readOnly } = useForm();
  const [typing, setTyping] = useState<{ text: string; error: MessageKey | null } | null>(null);
  const held = getAt(draft.body, path);
  const options = optionsOf(field, reading);
  const name = reading.label(field.label);
  // The server's check is of what was saved last: what is filled in by now lacks nothing.
  const problem = draft.problems.find(
    (candidate) => candidate.path === path && held !== undefined && (candidate.code !== "required" || held === ""),
  );
  const error = typing?.error ? text(typing.error) : problem?.message;
  const hint = field.hint && rowName === undefined ? reading.label(field.hint) : undefined;
  const raw =
    options || typedAsText.has(field.type)
      ? typeof held === "string" || typeof held === "boolean"
        ? String(held)
        : ""
      : shownValue(field, held, reading);

  const change = (next: string) => {
    const typed = typedValue(field.type, next);
    // Half a date is no date yet: it stays in the field and out of the draft.
    setTyping(options ? null : { text: next, error: null });
    if (typed.ok) draft.change(path, typed.value);
  };
  const leave = () => {
    const typed = typing && typedValue(field.type, typing.text);
    setTyping(typed && !typed.ok ? { text: typing.text, error: typed.error } : null);
  };
  return (
    <TextField
      id={fieldId(path)}
      {...(rowName === undefined ? { label: name } : {})}
      required={rowName === undefined && field.required === true}
      select={options !== null}
      multiline={field.type === "longtext"}
      minRows={rowName === undefined ? 3 : 1}
      value={typing?.text ?? raw}
      disabled={readOnly}
      error={error !== undefined}
      helperText={error ?? hint}
      onChange={({ target }) => change(target.value)}
      onBlur={leave}
      slotProps={{
        ...(options ? { select: { native: true }, inputLabel: { shrink: true } } : {}),
        htmlInput: {
          ...(rowName === undefined ? {} : { "aria-label": `${name}, ${rowName}` }),
          ...(field.type === "date" ? { placeholder: "30/11/2026" } : {}),
          ...(["integer", "money", "year"].includes(field.type) ? { inputMode: "numeric" } : {}),
        },
      }}
    >
      {options && [
        <option key="" value="">
          {text("draft.choose")}
        </option>,
        ...options.map((option) => (
          <option key={option.value} value={option.value}>
            {reading.label(option.label)}
          </option>
        )),
      ]}
    </TextField>
  );
}
