import { useState } from "react";
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
} from "@mui/material";
import {
  addDays,
  dayNumber,
  isLocalDate,
  kindsOn,
  yearOf,
  type CalendarDayKind,
  type DayEdit,
} from "../../../domain/calendar/index.ts";
import { Facts } from "../elements/Facts.tsx";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import type { ShownDay } from "./shown-day.ts";
import { useDayWords, weekday } from "./use-day-words.ts";

interface DayDialogProps {
  date: string;
  day: ShownDay;
  mayEdit: boolean;
  onApply: (days: DayEdit[]) => void;
  onClose: () => void;
}

/** The days from the first to the last that may be of the chosen kind: Tết is entered in one go. */
function daysBetween(first: string, last: string, kind: CalendarDayKind | null): string[] {
  const dates = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, index) => addDays(first, index));
  return dates.filter((date) => kind === null || kindsOn(date).includes(kind));
}

export function DayDialog({ date, day, mayEdit, onApply, onClose }: DayDialogProps) {
  const text = useText();
  const words = useDayWords();
  const [kind, setKind] = useState<CalendarDayKind | null>(day.kind);
  const [decisionRef, setDecisionRef] = useState(day.decisionRef);
  const [note, setNote] = useState(day.note);
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);
  const last = until === "" ? date : until;
  const badRange = !isLocalDate(last) || last < date || yearOf(last) !== yearOf(date);
  const lacking = kind !== null && decisionRef.trim() === "";
  const apply = () => {
    setTried(true);
    if (badRange || lacking) return document.getElementById(badRange ? "day-until" : "day-decision")?.focus();
    const said = kind === null ? {} : { decisionRef: decisionRef.trim(), ...(note.trim() && { note: note.trim() }) };
    onApply(daysBetween(date, last, kind).map((one) => ({ date: one, kind, ...said })));
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="day-title">
      <DialogTitle id="day-title">
        {text(`plan.weekdays.d${weekday(date)}`)} {dayText(date)}
      </DialogTitle>
      <DialogContent>
        {!mayEdit && (
          <Facts
            facts={[
              [text("calendar.kind"), words.kind(date, day.kind)],
              [text("calendar.decision"), day.decisionRef || "–"],
              [text("calendar.note"), day.note || "–"],
            ]}
          />
        )}
        {mayEdit && (
          <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
            <FormControl>
              <FormLabel id="day-kind">{text("calendar.kind")}</FormLabel>
              <RadioGroup
                aria-labelledby="day-kind"
                value={kind ?? "plain"}
                onChange={(_, next) => setKind(next === "plain" ? null : (next as CalendarDayKind))}
              >
                {kindsOn(date).map((one) => (
                  <FormControlLabel
                    key={one}
                    value={one}
                    control={<Radio size="small" />}
                    label={text(`calendar.kinds.${one}`)}
                  />
                ))}
                <FormControlLabel value="plain" control={<Radio size="small" />} label={words.kind(date, null)} />
              </RadioGroup>
            </FormControl>
            <TextField
              id="day-decision"
              label={text("calendar.decision")}
              required={kind !== null}
              disabled={kind === null}
              value={decisionRef}
              error={tried && lacking}
              helperText={text(tried && lacking ? "calendar.decisionRequired" : "calendar.decisionHelp")}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              onChange={({ target }) => setDecisionRef(target.value)}
            />
            <TextField
              label={text("calendar.note")}
              disabled={kind === null}
              value={note}
              slotProps={{ htmlInput: { maxLength: 500 } }}
              onChange={({ target }) => setNote(target.value)}
            />
            <TextField
              id="day-until"
              type="date"
              label={text("calendar.until")}
              value={until}
              error={tried && badRange}
              helperText={tried && badRange ? text("calendar.untilBefore") : undefined}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: date, max: `${yearOf(date)}-12-31` } }}
              onChange={({ target }) => setUntil(target.value)}
            />
          </Box>
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
