import type { CalendarDayKind, DayEdit } from "../../../domain/calendar/index.ts";
import type { ListedDays } from "./use-calendar.ts";

export interface ShownDay {
  /** null: a day like any other of the week. */
  kind: CalendarDayKind | null;
  decisionRef: string;
  note: string;
  unsaved: boolean;
}

const plain: ShownDay = { kind: null, decisionRef: "", note: "", unsaved: false };

/** Each day as it stands, with what has been entered over it. */
export function shownDays(listed: ListedDays, edits: Readonly<Record<string, DayEdit>>): (date: string) => ShownDay {
  const known = new Map(
    listed.map(({ date, kind, decisionRef, note }): [string, ShownDay] => [
      date,
      { kind, decisionRef: decisionRef ?? "", note: note ?? "", unsaved: false },
    ]),
  );
  return (date) => {
    const edit = edits[date];
    if (!edit) return known.get(date) ?? plain;
    return { kind: edit.kind, decisionRef: edit.decisionRef ?? "", note: edit.note ?? "", unsaved: true };
  };
}
