import { useQuery } from "@tanstack/react-query";
import { compactCalendar, editCalendar, type WorkCalendar } from "../../../domain/calendar/index.ts";
import type { CalendarEditBody, CalendarView } from "../../../domain/contracts/calendar.ts";
import { useProvider } from "../providers/use-provider.ts";

export function useCalendar() {
  const provider = useProvider();
  return useQuery({ queryKey: ["calendar"], queryFn: () => provider.getCalendar() });
}

export function useDaysOf(year: number) {
  const provider = useProvider();
  return useQuery({ queryKey: ["calendar", "days", year], queryFn: () => provider.listDaysOf(year) });
}

export type ListedDays = NonNullable<ReturnType<typeof useDaysOf>["data"]>["items"];

/** The year's part of the calendar as it will be: enough to tell how a yearly date is read. */
export function calendarAfter(view: CalendarView, days: ListedDays, edit: CalendarEditBody): WorkCalendar {
  const years = view.years.map(({ year }) => year);
  const listed = days.map(({ date, kind }) => ({ date, kind }));
  const calendar = { ...compactCalendar("shown", years, listed), hours: view.hours };
  return editCalendar(calendar, edit, view.serial + 1);
}
