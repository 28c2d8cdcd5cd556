import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from "@mui/material";
import { kindsOn, yearOf, type CalendarDayKind } from "../../../domain/calendar/index.ts";
import { useText } from "../i18n/use-text.ts";
import type { DayField, DayForm } from "./day-form.ts";
import { useDayWords } from "./use-day-words.ts";

interface DayFieldsProps {
  date: string;
  form: DayForm;
  missing: readonly DayField[];
  onChange: (change: Partial<DayForm>) => void;
}

export function DayFields({ date, form, missing, onChange }: DayFieldsProps) {
  const text = useText();
  const { kind, decisionRef, note, until } = form;
  const lacking = missing.includes("decisionRef");
  const outside = missing.includes("until");
  return (
    <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
      <KindChoice date={date} kind={kind} onChange={(next) => onChange({ kind: next })} />
      <TextField
        id="day-decisionRef"
        label={text("calendar.decision")}
        required={kind !== null}
        disabled={kind === null}
        value={decisionRef}
        error={lacking}
        helperText={text(lacking ? "calendar.decisionRequired" : "calendar.decisionHelp")}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        onChange={({ target }) => onChange({ decisionRef: target.value })}
      />
      <TextField
        label={text("calendar.note")}
        disabled={kind === null}
        value={note}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <TextField
        id="day-until"
        type="date"
        label={text("calendar.until")}
        value={until}
        error={outside}
        helperText={outside ? text("calendar.untilBefore") : undefined}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: date, max: `${yearOf(date)}-12-31` } }}
        onChange={({ target }) => onChange({ until: target.value })}
      />
    </Box>
  );
}

interface KindChoiceProps {
  date: string;
  kind: CalendarDayKind | null;
  onChange: (kind: CalendarDayKind | null) => void;
}

function KindChoice({ date, kind, onChange }: KindChoiceProps) {
  const text = useText();
  const words = useDayWords();
  return (
    <FormControl>
      <FormLabel id="day-kind">{text("calendar.kind")}</FormLabel>
      <RadioGroup
        aria-labelledby="day-kind"
        value={kind ?? "plain"}
        onChange={(_, next) => onChange(next === "plain" ? null : (next as CalendarDayKind))}
      >
        {[...kindsOn(date), null].map((one) => (
          <FormControlLabel
            key={one}
            value={one ?? "plain"}
            control={<Radio size="small" />}
            label={words.kind(date, one)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
