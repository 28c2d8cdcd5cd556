import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from "@mui/material";
import type { RoundPlan } from "../../../domain/contracts/rounds.ts";
import type { BudgetWindow } from "../../../domain/funding/windows.ts";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { RoundDue } from "./RoundDue.tsx";
import { lackingIn, proposedFor, type RoundForm } from "./round-form.ts";

interface RoundFieldsProps {
  plan: RoundPlan;
  form: RoundForm;
  tried: boolean;
  onChange: (form: RoundForm) => void;
}

export function RoundFields({ plan, form, tried, onChange }: RoundFieldsProps) {
  const text = useText();
  const lacking = tried ? lackingIn(form) : [];
  const proposal = plan.proposals.find(({ window }) => window === form.window);
  const field = (key: "why" | "name" | "budgetYear" | "closesOn", hint?: string) => ({
    id: `round-${key}`,
    required: true,
    value: form[key],
    error: lacking.includes(key),
    helperText: lacking.includes(key) ? text("rounds.fill") : hint,
    onChange: (event: { target: { value: string } }) => onChange({ ...form, [key]: event.target.value }),
  });
  const day = proposal?.closesOn;
  const dayHint = day ? text("rounds.proposed", { date: dayText(day) }) : text("rounds.notProposed");
  return (
    <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
      <FormControl>
        <FormLabel id="round-kind">{text("rounds.kind")}</FormLabel>
        <RadioGroup
          row
          aria-labelledby="round-kind"
          value={form.adHoc ? "need" : "calendar"}
          onChange={(_, value) => onChange({ ...form, adHoc: value === "need" })}
        >
          <FormControlLabel value="calendar" control={<Radio />} label={text("rounds.byCalendar")} />
          <FormControlLabel value="need" control={<Radio />} label={text("rounds.byNeed")} />
        </RadioGroup>
      </FormControl>
      <TextField
        select
        id="round-window"
        label={text("rounds.window")}
        value={form.window}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        onChange={(event) => onChange(proposedFor(plan, event.target.value as BudgetWindow, form))}
      >
        {plan.proposals.map(({ window }) => (
          <option key={window} value={window}>
            {text(`rounds.windows.${window}`)}
          </option>
        ))}
      </TextField>
      {form.adHoc && <TextField {...field("why")} multiline label={text("rounds.why")} />}
      <TextField {...field("name")} label={text("rounds.nameField")} />
      <TextField
        {...field("budgetYear")}
        label={text("rounds.budgetYear")}
        slotProps={{ htmlInput: { inputMode: "numeric", maxLength: 4 } }}
      />
      <TextField
        {...field("closesOn", dayHint)}
        type="date"
        label={text("rounds.closesOn")}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: plan.today } }}
      />
      <RoundDue closesOn={form.closesOn} />
    </Box>
  );
}
