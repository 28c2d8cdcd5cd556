import { TextField } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

interface CommentFieldProps {
  label: string;
  value: string;
  onType: (comment: string) => void;
}

/** What is said of a list as a whole, beside what is said of its lines. */
export function CommentField({ label, value, onType }: CommentFieldProps) {
  const text = useText();
  return (
    <TextField
      multiline
      minRows={2}
      label={`${label} (${text("app.optional")})`}
      value={value}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
      onChange={({ target }) => onType(target.value)}
      sx={{ my: 2 }}
    />
  );
}
