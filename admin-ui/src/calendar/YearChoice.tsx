import { Box, Button, TextField } from "@mui/material";
import type { CalendarView } from "../../../domain/contracts/calendar.ts";
import { useText } from "../i18n/use-text.ts";

interface YearChoiceProps {
  view: CalendarView;
  year: number;
  mayEdit: boolean;
  onChange: (year: number) => void;
}

export function YearChoice({ view, year, mayEdit, onChange }: YearChoiceProps) {
  const text = useText();
  const known = view.years.map((one) => one.year);
  const years = [...new Set([...known, ...view.missing, year])].sort((a, b) => a - b);
  const next = Math.max(...years) + 1;
  const stateOf = (one: number): string => {
    const entered = view.years.find(({ year: listed }) => listed === one);
    if (!entered) return "!";
    return entered.provisional ? text("calendar.provisional").toLocaleLowerCase() : "";
  };
  return (
    <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap" }}>
      <TextField
        select
        label={text("calendar.years")}
        value={year}
        sx={{ width: 190 }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {[one, stateOf(one)].filter(Boolean).join(" · ")}
          </option>
        ))}
      </TextField>
      {mayEdit && (
        <Button variant="outlined" onClick={() => onChange(next)}>
          {text("calendar.addYear", { year: next })}
        </Button>
      )}
    </Box>
  );
}
