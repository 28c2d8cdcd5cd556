import { Box } from "@mui/material";
import { addDays, isWeekend, weekdayOf } from "../../../domain/calendar/index.ts";
import { useText } from "../i18n/use-text.ts";
import type { ShownDay } from "./shown-day.ts";
import { useDayWords } from "./use-day-words.ts";

interface MonthTableProps {
  year: number;
  month: number;
  dayAt: (date: string) => ShownDay;
  /** The day that the Tab key comes to. */
  at: string;
  today: string;
  onOpen: (date: string) => void;
}

const order = [1, 2, 3, 4, 5, 6, 0] as const;

/** Weeks from Monday; null where a day belongs to another month. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const before = (weekdayOf(first) + 6) % 7;
  const inMonth = (date: string): boolean => date.slice(0, 7) === first.slice(0, 7);
  return Array.from({ length: 6 }, (_, week) =>
    order.map((_, day) => addDays(first, week * 7 + day - before)).map((date) => (inMonth(date) ? date : null)),
  ).filter((week) => week.some((date) => date !== null));
}

export function MonthTable({ year, month, dayAt, at, today, onOpen }: MonthTableProps) {
  const text = useText();
  const words = useDayWords();
  return (
    <section>
      <h3>{text("calendar.month", { month })}</h3>
      <table aria-label={text("calendar.monthOf", { month, year })}>
        <thead>
          <tr>
            {order.map((day) => (
              <th key={day} scope="col">
                <abbr title={text(`plan.weekdays.d${day}`)}>{text(`calendar.weekdays.d${day}`)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, row) => (
            <tr key={row}>
              {week.map((date, column) => (
                <td key={date ?? column}>
                  {date && <Day {...{ date, at, today, onOpen, words }} day={dayAt(date)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  date: string;
  day: ShownDay;
  at: string;
  today: string;
  onOpen: (date: string) => void;
  words: ReturnType<typeof useDayWords>;
}

function Day({ date, day, at, today, onOpen, words }: DayProps) {
  const text = useText();
  const said = words.whole(date, day);
  return (
    <button
      type="button"
      id={`day-${date}`}
      tabIndex={date === at ? 0 : -1}
      aria-label={date === today ? `${said}, ${text("calendar.today")}` : said}
      title={said}
      data-kind={day.kind ?? (isWeekend(date) ? "weekend" : "plain")}
      data-unsaved={day.unsaved || undefined}
      data-today={date === today || undefined}
      onClick={() => onOpen(date)}
    >
      {Number(date.slice(8))}
      <Box component="sup" aria-hidden>
        {day.kind && text(`calendar.marks.${day.kind}`)}
      </Box>
    </button>
  );
}
