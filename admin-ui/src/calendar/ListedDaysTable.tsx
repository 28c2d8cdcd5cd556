import type { DayEdit } from "../../../domain/calendar/index.ts";
import { yearOf } from "../../../domain/calendar/index.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { DayKind } from "./DayKind.tsx";
import { shownDays, type ShownDay } from "./shown-day.ts";
import type { ListedDays } from "./use-calendar.ts";
import { useDayWords, weekday } from "./use-day-words.ts";

interface ListedDaysTableProps {
  year: number;
  days: ListedDays;
  edits: Readonly<Record<string, DayEdit>>;
}

type Row = ShownDay & { date: string };

/** The same as the grid, in words: which days are not as usual, and which decision says so. */
export function ListedDaysTable({ year, days, edits }: ListedDaysTableProps) {
  const text = useText();
  const words = useDayWords();
  const dayAt = shownDays(days, edits);
  const edited = Object.keys(edits).filter((date) => yearOf(date) === year);
  const dates = [...new Set([...days.map(({ date }) => date), ...edited])].sort();
  const rows = dates.map((date): Row => ({ date, ...dayAt(date) }));
  const columns: Column<Row>[] = [
    {
      key: "date",
      label: text("calendar.date"),
      head: true,
      cell: ({ date }) => `${text(`plan.weekdays.d${weekday(date)}`)} ${dayText(date)}`,
    },
    {
      key: "kind",
      label: text("calendar.kind"),
      cell: ({ date, kind, unsaved }) => (
        <>
          {kind ? <DayKind kind={kind} /> : words.kind(date, null)}
          {unsaved && <Tag tone="accent">{text("calendar.unsaved")}</Tag>}
        </>
      ),
    },
    { key: "note", label: text("calendar.note"), cell: ({ note }) => note },
    { key: "ref", label: text("calendar.decision"), cell: ({ decisionRef }) => decisionRef },
  ];
  return (
    <Sheet flush title={text("calendar.listed", { year })}>
      {rows.length === 0 ? (
        <Empty title={text("calendar.listedEmpty")}>{text("calendar.listedEmptyText")}</Empty>
      ) : (
        <DataTable
          caption={text("app.tableOf", { name: text("calendar.listed", { year }) })}
          columns={columns}
          rows={rows}
          idOf={({ date }) => date}
        />
      )}
    </Sheet>
  );
}
