import { useCallback } from "react";
import { isWeekend, weekdayOf } from "../../../domain/calendar/index.ts";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import type { ShownDay } from "./shown-day.ts";

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const weekday = (date: string): Weekday => weekdayOf(date) as Weekday;

export function useDayWords() {
  const text = useText();
  const kind = useCallback(
    (date: string, of: ShownDay["kind"]): string => {
      if (of) return text(`calendar.kinds.${of}`);
      return `${text("calendar.plain")}, ${text(isWeekend(date) ? "calendar.plainOff" : "calendar.plainWork")}`;
    },
    [text],
  );
  const whole = useCallback(
    (date: string, day: ShownDay): string =>
      [
        `${text(`plan.weekdays.d${weekday(date)}`)} ${dayText(date)}`,
        kind(date, day.kind),
        day.note,
        day.unsaved ? text("calendar.unsaved") : "",
      ]
        .filter(Boolean)
        .join(", "),
    [text, kind],
  );
  return { kind, whole };
}
