import type { CalendarEditBody } from "../../../domain/contracts/calendar.ts";
import type { DayEdit, DueRule, OfficeHours } from "../../../domain/calendar/index.ts";

/** What has been entered and not saved. An edit is made on the calendar as it was when the first of it was entered. */
export interface EditDraft {
  base: number;
  days: Readonly<Record<string, DayEdit>>;
  /** Year → provisional. */
  years: Readonly<Record<number, boolean>>;
  hours: OfficeHours | null;
  rule: DueRule | null;
}

export const noEdit = (base: number): EditDraft => ({ base, days: {}, years: {}, hours: null, rule: null });

export const editOf = ({ days, years, hours, rule }: EditDraft): CalendarEditBody => ({
  days: Object.values(days).map((day) => ({ ...day })),
  years: Object.entries(years).map(([year, provisional]) => ({ year: Number(year), provisional })),
  hours: hours && { ...hours },
  rules: rule ? [{ kind: "annual-report" as const, rule: { ...rule } }] : [],
});

export type EditLine =
  | { key: string; kind: "day"; day: DayEdit }
  | { key: string; kind: "year"; year: number; provisional: boolean }
  | { key: string; kind: "hours"; hours: OfficeHours }
  | { key: string; kind: "rule"; rule: DueRule };

/** The edit line by line, each of which can be taken back. */
export const linesOf = ({ days, years, hours, rules }: CalendarEditBody): EditLine[] => [
  ...[...days].sort((a, b) => (a.date < b.date ? -1 : 1)).map((day) => ({ key: day.date, kind: "day" as const, day })),
  ...years.map((year) => ({ key: String(year.year), kind: "year" as const, ...year })),
  ...(hours ? [{ key: "hours", kind: "hours" as const, hours }] : []),
  ...rules.map(({ kind: key, rule }) => ({ key, kind: "rule" as const, rule })),
];

const without = <T>(entries: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));

export function takeBack(draft: EditDraft, line: EditLine): EditDraft {
  switch (line.kind) {
    case "day":
      return { ...draft, days: without(draft.days, line.key) };
    case "year":
      return { ...draft, years: without(draft.years, line.key) };
    case "hours":
      return { ...draft, hours: null };
    case "rule":
      return { ...draft, rule: null };
  }
}
