import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import type { DayEdit } from "../../../domain/calendar/index.ts";
import { Facts } from "../elements/Facts.tsx";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { editsOf, formOf, missingIn, type DayField, type DayForm } from "./day-form.ts";
import { DayFields } from "./DayFields.tsx";
import type { ShownDay } from "./shown-day.ts";
import { useDayWords, weekday } from "./use-day-words.ts";

interface DayDialogProps {
  date: string;
  day: ShownDay;
  mayEdit: boolean;
  onApply: (days: DayEdit[]) => void;
  onClose: () => void;
}

export function DayDialog({ date, day, mayEdit, onApply, onClose }: DayDialogProps) {
  const text = useText();
  const words = useDayWords();
  const [form, setForm] = useState<DayForm>(formOf(day));
  const [missing, setMissing] = useState<readonly DayField[]>([]);
  const apply = () => {
    const found = missingIn(form, date);
    setMissing(found);
    if (found[0]) return document.getElementById(`day-${found[0]}`)?.focus();
    onApply(editsOf(form, date));
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="day-title">
      <DialogTitle id="day-title">
        {text(`plan.weekdays.d${weekday(date)}`)} {dayText(date)}
      </DialogTitle>
      <DialogContent>
        {mayEdit ? (
          <DayFields {...{ date, form, missing }} onChange={(change) => setForm({ ...form, ...change })} />
        ) : (
          <Facts
            facts={[
              [text("calendar.kind"), words.kind(date, day.kind)],
              [text("calendar.decision"), day.decisionRef || "–"],
              [text("calendar.note"), day.note || "–"],
            ]}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text(mayEdit ? "app.cancel" : "app.close")}</Button>
        {mayEdit && (
          <Button variant="contained" onClick={apply}>
            {text("calendar.apply")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
