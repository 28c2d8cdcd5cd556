import { Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, TextField } from "@mui/material";
import type { ReactNode } from "react";
import { returnReasons } from "../../../domain/engine/command.ts";
import { SECTION_KEYS } from "../../../domain/report/form-spec.ts";
import type { ActionView } from "../../../domain/contracts/cases.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import type { Answers, Field } from "./decision.ts";

export interface Candidate {
  value: string;
  label: string;
}

interface DecideFieldsProps {
  fields: readonly Field[];
  answers: Answers;
  missing: readonly Field[];
  targets: ActionView["targets"];
  candidates: readonly Candidate[];
  plainReason: boolean;
  /** Sections that may be named in a return. */
  sections?: readonly string[];
  onChange: (change: Partial<Answers>) => void;
  /** Fields of particular verbs; they come before the free text. */
  children?: ReactNode;
}

const native = { select: { native: true }, inputLabel: { shrink: true } } as const;

export function DecideFields({
  fields,
  answers,
  missing,
  targets,
  candidates,
  plainReason,
  sections = SECTION_KEYS,
  onChange,
  children,
}: DecideFieldsProps) {
  const text = useText();
  const label = useLabel();
  const has = (field: Field) => fields.includes(field);
  const lacks = (field: Field) => missing.includes(field);
  const choice = (field: "code" | "target" | "candidate", options: readonly Candidate[], title: string, hint = "") => (
    <TextField
      select
      name={field}
      label={title}
      slotProps={native}
      required={field !== "target"}
      value={answers[field]}
      error={lacks(field)}
      helperText={lacks(field) && hint}
      onChange={({ target }) => onChange({ [field]: target.value })}
    >
      <option value="">{text("draft.choose")}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
  const codes = returnReasons.map((code) => ({ value: code, label: text(`decide.codes.${code}`) }));
  const steps = targets.map(({ step, name }) => ({ value: step, label: label(name) }));
  return (
    <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
      {children}
      {has("candidate") && choice("candidate", candidates, text("decide.candidate"), text("decide.candidateRequired"))}
      {has("code") && choice("code", codes, text("decide.code"), text("decide.codeRequired"))}
      {has("reason") && (
        <TextField
          name="reason"
          multiline
          minRows={3}
          required
          label={plainReason ? text("decide.reasonPlain") : text("decide.reason")}
          value={answers.reason}
          error={lacks("reason")}
          helperText={lacks("reason") && text("decide.reasonRequired")}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          onChange={({ target }) => onChange({ reason: target.value })}
        />
      )}
      {has("target") && steps.length > 1 && choice("target", steps, text("decide.target"))}
      {has("sections") && <SectionChoice sections={sections} answers={answers} onChange={onChange} />}
      {has("comment") && (
        <TextField
          name="comment"
          multiline
          minRows={2}
          label={`${text("decide.comment")} (${text("app.optional")})`}
          helperText={lacks("comment") ? text("decide.commentRequired") : text("decide.commentHint")}
          value={answers.comment}
          error={lacks("comment")}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
          onChange={({ target }) => onChange({ comment: target.value })}
        />
      )}
    </Box>
  );
}

type SectionChoiceProps = Pick<DecideFieldsProps, "answers" | "onChange"> & { sections: readonly string[] };

function SectionChoice({ sections, answers, onChange }: SectionChoiceProps) {
  const text = useText();
  const toggle = (key: string) =>
    answers.sections.includes(key) ? answers.sections.filter((other) => other !== key) : [...answers.sections, key];
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{text("decide.sections")}</FormLabel>
      <Box sx={{ display: "flex", flexWrap: "wrap" }}>
        {sections.map((key) => (
          <FormControlLabel
            key={key}
            label={key}
            control={
              <Checkbox checked={answers.sections.includes(key)} onChange={() => onChange({ sections: toggle(key) })} />
            }
          />
        ))}
      </Box>
      <FormHelperText>{text("decide.sectionsHint")}</FormHelperText>
    </FormControl>
  );
}
