import { TextField } from "@mui/material";

export type Choices = readonly (readonly [value: string, label: string])[];

interface ChoiceFieldProps {
  label: string;
  value: string;
  choices: Choices;
  /** Shown for no choice at all; without it one of them is always chosen. */
  none?: string;
  required?: boolean;
  disabled?: boolean;
  error?: boolean;
  hint?: string | undefined;
  onChange: (value: string) => void;
}

export function ChoiceField({ label, value, choices, none, error, hint, onChange, ...rest }: ChoiceFieldProps) {
  return (
    <TextField
      select
      label={label}
      value={value}
      error={error ?? false}
      helperText={hint}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      onChange={({ target }) => onChange(target.value)}
      {...rest}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
