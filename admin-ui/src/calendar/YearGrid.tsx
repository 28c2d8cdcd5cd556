import { useState, type KeyboardEvent } from "react";
import { Box } from "@mui/material";
import { addDays, localDate, yearOf } from "../../../domain/calendar/index.ts";
import { useText } from "../i18n/use-text.ts";
import { useNow } from "../time/use-now.ts";
import { CalendarLegend } from "./CalendarLegend.tsx";
import { dayStyles } from "./day-styles.ts";
import { MonthTable } from "./MonthTable.tsx";
import type { ShownDay } from "./shown-day.ts";

interface YearGridProps {
  year: number;
  dayAt: (date: string) => ShownDay;
  onOpen: (date: string) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** A year as people know it from the wall. One stop for the Tab key; arrows go from day to day, over month ends too. */
export function YearGrid({ year, dayAt, onOpen }: YearGridProps) {
  const text = useText();
  const today = localDate(useNow());
  const [at, setAt] = useState(yearOf(today) === year ? today : `${year}-01-01`);
  const go = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(at, step);
    if (yearOf(next) !== year) return;
    setAt(next);
    document.getElementById(`day-${next}`)?.focus();
  };
  const open = (date: string) => {
    setAt(date);
    onOpen(date);
  };
  return (
    <Box>
      <Box component="p" id="calendar-help" sx={{ m: 0, mb: 2, fontSize: "0.8125rem", color: "text.secondary" }}>
        {text("calendar.gridHelp")}
      </Box>
      <Box
        onKeyDown={go}
        aria-describedby="calendar-help"
        role="group"
        aria-label={text("calendar.yearOf", { year })}
        sx={dayStyles}
      >
        {months.map((month) => (
          <MonthTable key={month} {...{ year, month, dayAt, at, today }} onOpen={open} />
        ))}
      </Box>
      <CalendarLegend />
    </Box>
  );
}
