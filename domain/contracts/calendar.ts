import { array, boolean, number, object, string, enum as zEnum, type infer as Infer } from "zod";
import { isLocalDate } from "../calendar/local-time.ts";
import { instantSchema, labelSchema, pageOf, pageQuery, requiredText, text, uuidSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";

const dateSchema = string().refine(isLocalDate);
const timeSchema = string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const hoursSchema = object({ opensAt: timeSchema, noon: timeSchema, closesAt: timeSchema }).strict();

/** A day of every year: 30/02 and 29/02 are none. */
const inEveryYear = ({ month, day }: { month: number; day: number }): boolean =>
  isLocalDate(`2023-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

export const dueRuleSchema = object({
  month: number().int().min(1).max(12),
  day: number().int().min(1).max(31),
  /** "trước ngày 30/11" is not inclusive. */
  inclusive: boolean(),
  roll: zEnum(["forward", "none"]),
})
  .strict()
  .refine(inEveryYear);

export const dayKinds = ["WORK", "OFF", "HOLIDAY", "SWAP_OFF", "SWAP_WORK"] as const;

export const calendarEditSchema = object({
  days: array(
    object({
      date: dateSchema,
      /** null: a day like any other of the week again. */
      kind: zEnum(dayKinds).nullable(),
      decisionRef: text(200).optional(),
      note: text(500).optional(),
    }).strict(),
  ).max(200),
  years: array(object({ year: number().int().min(2020).max(2100), provisional: boolean() }).strict()).max(10),
  hours: hoursSchema.nullable(),
  rules: array(object({ kind: zEnum(["annual-report"]), rule: dueRuleSchema }).strict()).max(10),
}).strict();
export type CalendarEditBody = Infer<typeof calendarEditSchema>;

const serialSchema = number().int().min(0).max(1_000_000);

export const calendarViewSchema = object({
  /** Number of the last change; an edit is made on it. */
  serial: number().int(),
  years: array(object({ year: number().int(), provisional: boolean(), off: number().int(), swapWork: number().int() })),
  /** Years that are needed now and have not been entered. */
  missing: array(number().int()),
  hours: hoursSchema,
  rules: array(
    object({
      kind: string(),
      rule: object({ month: number(), day: number(), inclusive: boolean(), roll: zEnum(["forward", "none"]) }),
      /** The coming term under that rule. */
      next: object({ legalDue: instantSchema, effectiveDue: instantSchema, internalTarget: instantSchema }).nullable(),
    }),
  ),
});
export type CalendarView = Infer<typeof calendarViewSchema>;

export const dueMoveSchema = object({
  id: string(),
  subject: zEnum(["case", "campaign"]),
  title: string(),
  unitName: string().nullable(),
  stepName: labelSchema.nullable(),
  dueFrom: instantSchema.nullable(),
  dueTo: instantSchema.nullable(),
  /** The duty was fulfilled late under the old calendar, and would be under the new one. */
  lateFrom: boolean(),
  lateTo: boolean(),
});
export type DueMove = Infer<typeof dueMoveSchema>;

const outcomeSchema = zEnum(["moved", "unchanged", "closed", "failed"]);

export const calendarChangeSchema = object({
  serial: number().int(),
  at: instantSchema,
  by: string(),
  reason: string(),
  edit: calendarEditSchema,
  /** The edited days as they stood before; a day that is not here was like any other. */
  before: array(object({ date: string(), kind: zEnum(dayKinds) })),
  progress: object({
    moved: number().int(),
    unchanged: number().int(),
    closed: number().int(),
    failed: number().int(),
    finishedAt: instantSchema.nullable(),
    outcome: zEnum(["finished", "superseded"]).nullable(),
  }),
});
export type CalendarChangeView = Infer<typeof calendarChangeSchema>;

export const changeItemSchema = object({
  id: string(),
  subject: zEnum(["case", "campaign"]),
  title: string(),
  unitName: string().nullable(),
  outcome: outcomeSchema,
  dueFrom: instantSchema.nullable(),
  dueTo: instantSchema.nullable(),
  error: string().nullable(),
  tries: number().int(),
  at: instantSchema,
});
export type ChangeItemView = Infer<typeof changeItemSchema>;

const serialParam = object({ serial: string().regex(/^\d{1,6}$/) });

export const calendarEndpoints = {
  getCalendar: endpoint({
    method: "GET",
    path: "/calendar",
    tag: "calendar",
    summary: "Years entered, office hours, and how yearly dates are read",
    response: calendarViewSchema,
  }),
  previewCalendar: endpoint({
    method: "POST",
    path: "/calendar/preview",
    tag: "calendar",
    summary: "Open cases and campaigns whose due dates an edit would move; nothing is saved",
    body: object({ base: serialSchema, edit: calendarEditSchema, cursor: string().max(500).optional() }).strict(),
    response: pageOf(dueMoveSchema).extend({
      /** How many were looked at for this page; a page may hold fewer, or none, and still have a next one. */
      looked: number().int(),
    }),
  }),
  changeCalendar: endpoint({
    method: "POST",
    path: "/calendar/changes",
    tag: "calendar",
    summary: "Save an edit as the next version and tell it to everything open; the same id is saved once",
    body: object({ id: uuidSchema, base: serialSchema, edit: calendarEditSchema, reason: requiredText(1000) }).strict(),
    /** null with 202: the engine has it and will save or refuse it; the list of changes will say. */
    response: object({ serial: number().int().nullable() }),
  }),
  listCalendarChanges: endpoint({
    method: "GET",
    path: "/calendar/changes",
    tag: "calendar",
    summary: "Changes, newest first, with how far they have been told",
    query: object({ ...pageQuery }).strict(),
    response: pageOf(calendarChangeSchema),
  }),
  listCalendarChangeItems: endpoint({
    method: "GET",
    path: "/calendar/changes/{serial}/items",
    tag: "calendar",
    summary: "What a change did to each open case and campaign",
    params: serialParam,
    query: object({ ...pageQuery, outcome: outcomeSchema.optional() }).strict(),
    response: pageOf(changeItemSchema),
  }),
};
