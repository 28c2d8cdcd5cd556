import { Box, FormControlLabel, Switch, TextField, Typography } from "@mui/material";
import { dueDates, ifKnown, type DueRule } from "../../../domain/calendar/index.ts";
import { dueRuleSchema, type CalendarView } from "../../../domain/contracts/calendar.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";
import { editOf, type EditDraft } from "./edit-draft.ts";
import { calendarAfter, useDaysOf } from "./use-calendar.ts";

interface RuleSheetProps {
  view: CalendarView;
  year: number;
  draft: EditDraft;
  mayEdit: boolean;
  change: (next: Partial<EditDraft>) => void;
}

const fields = ["month", "day", "inclusive", "roll"] as const;

/** How the yearly date is read, and what comes of it in the year on the screen. */
export function RuleSheet({ view, year, draft, mayEdit, change }: RuleSheetProps) {
  const text = useText();
  const current = view.rules.find(({ kind }) => kind === "annual-report")?.rule;
  if (!current) return null;
  const rule = draft.rule ?? current;
  const set = (part: Partial<DueRule>) => {
    const next = { ...rule, ...part };
    change({ rule: fields.every((field) => next[field] === current[field]) ? null : next });
  };
  const date = `${rule.day}/${rule.month}`;
  return (
    <Sheet title={text("calendar.rule")}>
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "90px 90px minmax(0, 1fr)" }}>
        {(["day", "month"] as const).map((part) => (
          <TextField
            key={part}
            type="number"
            label={text(part === "day" ? "calendar.day" : "calendar.monthField")}
            value={rule[part]}
            disabled={!mayEdit}
            slotProps={{ htmlInput: { min: 1, max: part === "day" ? 31 : 12 } }}
            onChange={({ target }) => set({ [part]: Number(target.value) })}
          />
        ))}
        <TextField
          select
          label={text("calendar.roll")}
          value={rule.roll}
          disabled={!mayEdit}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          onChange={({ target }) => set({ roll: target.value as DueRule["roll"] })}
        >
          <option value="forward">{text("calendar.rollForward")}</option>
          <option value="none">{text("calendar.rollNone")}</option>
        </TextField>
      </Box>
      <FormControlLabel
        sx={{ mt: 1 }}
        disabled={!mayEdit}
        control={<Switch checked={rule.inclusive} onChange={(_, inclusive) => set({ inclusive })} />}
        label={text("calendar.inclusive")}
      />
      <Typography variant="body2" aria-live="polite">
        {text(rule.inclusive ? "calendar.inclusiveYes" : "calendar.inclusiveNo", { date })}.{" "}
        <Term {...{ view, year, draft, rule }} />
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {text("calendar.ruleText")}
      </Typography>
    </Sheet>
  );
}

function Term({ view, year, draft, rule }: Pick<RuleSheetProps, "view" | "year" | "draft"> & { rule: DueRule }) {
  const text = useText();
  const days = useDaysOf(year);
  if (!dueRuleSchema.safeParse(rule).success) return <strong>{text("calendar.noDate")}</strong>;
  if (!days.data) return null;
  const calendar = calendarAfter(view, days.data.items, editOf(draft));
  const term = ifKnown(() => dueDates(calendar, rule, year));
  if (!term) return <strong>{text("calendar.termUnknown", { year })}</strong>;
  const day = (at: number): string => dueDate(new Date(at).toISOString());
  return (
    <strong>
      {text("calendar.term", {
        year,
        legal: day(term.legalDue),
        effective: day(term.effectiveDue),
        target: day(term.internalTarget),
      })}
    </strong>
  );
}
