import { Box, TextField, Typography } from "@mui/material";
import type { CalendarView } from "../../../domain/contracts/calendar.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import type { EditDraft } from "./edit-draft.ts";

interface HoursSheetProps {
  view: CalendarView;
  draft: EditDraft;
  mayEdit: boolean;
  change: (next: Partial<EditDraft>) => void;
}

const parts = ["opensAt", "noon", "closesAt"] as const;

export function HoursSheet({ view, draft, mayEdit, change }: HoursSheetProps) {
  const text = useText();
  const hours = draft.hours ?? view.hours;
  const set = (part: (typeof parts)[number], time: string) => {
    if (time === "") return;
    const next = { ...hours, [part]: time };
    change({ hours: parts.every((one) => next[one] === view.hours[one]) ? null : next });
  };
  return (
    <Sheet title={text("calendar.hours")}>
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fit, minmax(110px, 1fr))" }}>
        {parts.map((part) => (
          <TextField
            key={part}
            type="time"
            label={text(`calendar.${part}`)}
            value={hours[part]}
            disabled={!mayEdit}
            slotProps={{ inputLabel: { shrink: true } }}
            onChange={({ target }) => set(part, target.value)}
          />
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {text("calendar.hoursText")}
      </Typography>
    </Sheet>
  );
}
