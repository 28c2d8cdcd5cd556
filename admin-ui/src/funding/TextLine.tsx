import { TextField } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

interface TextLineProps {
  label: string;
  value: string;
  tried: boolean;
  required?: boolean;
  multiline?: boolean;
  hint?: string;
  onChange: (value: string) => void;
}

export function TextLine({ label, value, tried, required = true, multiline, hint, onChange }: TextLineProps) {
  const text = useText();
  const lacking = tried && required && value.trim() === "";
  return (
    <TextField
      label={label}
      required={required}
      multiline={multiline ?? false}
      value={value}
      error={lacking}
      helperText={lacking ? text("ledger.needed") : hint}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
