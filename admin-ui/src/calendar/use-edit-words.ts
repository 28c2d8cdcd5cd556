import { useCallback } from "react";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import type { EditLine } from "./edit-draft.ts";
import { useDayWords } from "./use-day-words.ts";

/** One line of an edit in words. */
export function useEditWords(): (line: EditLine) => string {
  const text = useText();
  const { kind } = useDayWords();
  return useCallback(
    (line) => {
      switch (line.kind) {
        case "day": {
          const { date, kind: of, decisionRef, note } = line.day;
          const said = text("calendar.editDay", { date: dayText(date), kind: kind(date, of) });
          return [said, note, decisionRef].filter(Boolean).join(" · ");
        }
        case "year":
          return text("calendar.editYear", {
            year: line.year,
            state: text(line.provisional ? "calendar.provisional" : "calendar.official").toLocaleLowerCase(),
          });
        case "hours":
          return text("calendar.editHours", { ...line.hours });
        case "rule": {
          const { day, month, inclusive, roll } = line.rule;
          const reading = inclusive ? "calendar.inclusiveYes" : "calendar.inclusiveNo";
          const rolls = text(roll === "forward" ? "calendar.rollForward" : "calendar.rollNone");
          return text("calendar.editRule", { rule: `${text(reading, { date: `${day}/${month}` })}; ${rolls}` });
        }
      }
    },
    [text, kind],
  );
}
