import {
  daysOfStretch,
  isLocalDate,
  yearOf,
  type CalendarDayKind,
  type DayEdit,
} from "../../../domain/calendar/index.ts";
import type { ShownDay } from "./shown-day.ts";

export interface DayForm {
  /** null: a day like any other of the week. */
  kind: CalendarDayKind | null;
  decisionRef: string;
  note: string;
  /** Last day of a stretch; empty for one day. */
  until: string;
}

export const formOf = ({ kind, decisionRef, note }: ShownDay): DayForm => ({ kind, decisionRef, note, until: "" });

export type DayField = "decisionRef" | "until";

/** What has to be put right before it can be taken over. */
export function missingIn({ kind, decisionRef, until }: DayForm, date: string): DayField[] {
  const outside = until !== "" && (!isLocalDate(until) || until < date || yearOf(until) !== yearOf(date));
  const unfounded = kind !== null && decisionRef.trim() === "";
  return [...(unfounded ? (["decisionRef"] as const) : []), ...(outside ? (["until"] as const) : [])];
}

export function editsOf({ kind, decisionRef, note, until }: DayForm, date: string): DayEdit[] {
  const said = kind === null ? {} : { decisionRef: decisionRef.trim(), ...(note.trim() && { note: note.trim() }) };
  return daysOfStretch(date, until || date, kind).map((day) => ({ date: day, kind, ...said }));
}
