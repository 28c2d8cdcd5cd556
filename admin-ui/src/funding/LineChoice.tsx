import { Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { useText } from "../i18n/use-text.ts";

interface LineChoiceProps {
  legend: string;
  lines: readonly CaseLineView[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Which lines an act is about. */
export function LineChoice({ legend, lines, chosen, onChange }: LineChoiceProps) {
  const text = useText();
  const toggle = (id: string) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <FormControl component="fieldset" error={chosen.length === 0}>
      <FormLabel component="legend">{legend}</FormLabel>
      {lines.map(({ id, title, unitName, requested }) => (
        <FormControlLabel
          key={id}
          label={`${title} – ${unitName}: ${text("money.dong", { amount: formatDong(requested) })}`}
          control={<Checkbox checked={chosen.includes(id)} onChange={() => onChange(toggle(id))} />}
        />
      ))}
      {chosen.length === 0 && <FormHelperText>{text("lines.chooseLines")}</FormHelperText>}
    </FormControl>
  );
}
