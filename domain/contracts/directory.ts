import { array, boolean, number, object, record, string, unknown, enum as zEnum, type infer as Infer } from "zod";
import { instantSchema, labelSchema, pageOf, pageQuery, postViewSchema, text, uuidSchema } from "./common.ts";
import { isLocalDate } from "../calendar/local-time.ts";
import { endpoint } from "./endpoint.ts";

/** Rights the UI draws from; it never infers them. Every record is authorised again on the server. */
export const grantSchema = zEnum(["work", "decide", "consolidate", "desk", "oversee", "administer", "audit"]);
export type Grant = Infer<typeof grantSchema>;

export const meSchema = object({
  personId: string(),
  name: string(),
  email: string(),
  language: zEnum(["vi", "en"]),
  posts: array(postViewSchema),
  grants: array(grantSchema),
  /** The first screen: what to do now. */
  home: object({
    waiting: number().int(),
    overdue: number().int(),
    unread: number().int(),
    nextDueAt: instantSchema.nullable(),
    /** Own agency's report of the running cycle, for those who draft. */
    drafts: array(
      object({ caseId: string(), title: string(), dueAt: instantSchema.nullable(), problems: number().int() }),
    ),
    campaignId: string().nullable(),
  }),
});
export type Me = Infer<typeof meSchema>;

export const demoAccountSchema = object({
  email: string(),
  password: string(),
  label: labelSchema,
  unitName: string(),
  can: labelSchema,
});
export type DemoAccount = Infer<typeof demoAccountSchema>;

export const unitSchema = object({
  id: string(),
  name: string(),
  nameEn: string(),
  type: string(),
  abbreviation: string().nullable(),
  effectiveFrom: string().nullable(),
  effectiveTo: string().nullable(),
  reportDuty: boolean(),
  successors: array(object({ id: string(), name: string() })),
  predecessors: array(object({ id: string(), name: string() })),
});
export const planTaskSchema = object({
  id: string(),
  title: string(),
  titleEn: string(),
  section: string(),
  kind: zEnum(["group", "content", "assigned"]),
  parent: string().nullable(),
  lead: array(string()),
  leadBasis: string().nullable(),
  coordinating: array(string()),
  note: string().nullable(),
});
export const indicatorSchema = object({
  id: string(),
  title: string(),
  titleEn: string(),
  targetYear: number().int(),
  kind: zEnum(["qualitative", "quantitative"]),
  target: string(),
  unit: string().nullable(),
  baseline: string().nullable(),
  note: string().nullable(),
});
export const fundingSourceSchema = object({
  id: string(),
  title: string(),
  titleEn: string(),
  parent: string().nullable(),
  adviser: string().nullable(),
  requestable: boolean(),
});
export const obligationSchema = object({
  id: string(),
  title: string(),
  titleEn: string(),
  section: string(),
  obligated: array(string()),
  kind: string(),
  due: string().nullable(),
});
export const calendarDaySchema = object({
  id: string(),
  date: string(),
  kind: zEnum(["WORK", "OFF", "HOLIDAY", "SWAP_OFF", "SWAP_WORK"]),
  /** The decision that says so. */
  decisionRef: string().nullable(),
  note: string().nullable(),
});
export const noticeSchema = object({
  id: string(),
  at: instantSchema,
  kind: string(),
  caseId: string().nullable(),
  campaignId: string().nullable(),
  title: string(),
  params: record(string(), unknown()),
  read: boolean(),
});
export type NoticeView = Infer<typeof noticeSchema>;

const list = object({ ...pageQuery, q: text(200).optional() }).strict();

export const directoryEndpoints = {
  getMe: endpoint({
    method: "GET",
    path: "/me",
    tag: "me",
    summary: "Who I am and what to do now",
    response: meSchema,
  }),
  listDemoAccounts: endpoint({
    method: "GET",
    path: "/demo-accounts",
    tag: "me",
    summary: "Accounts of a demo installation; empty anywhere else",
    public: true,
    response: array(demoAccountSchema),
  }),
  listNotices: endpoint({
    method: "GET",
    path: "/notices",
    tag: "me",
    summary: "Notices to the caller's posts, newest first",
    query: object({ ...pageQuery }).strict(),
    response: pageOf(noticeSchema),
  }),
  readNotices: endpoint({
    method: "POST",
    path: "/notices/read",
    tag: "me",
    summary: "Mark notices as read",
    body: object({ ids: array(uuidSchema).max(500) }).strict(),
    response: object({ read: number().int() }),
  }),
  listUnits: endpoint({
    method: "GET",
    path: "/units",
    tag: "plan",
    summary: "Units with effective dates and succession",
    query: object({
      ...pageQuery,
      q: text(200).optional(),
      on: string().refine(isLocalDate).optional(),
    }).strict(),
    response: pageOf(unitSchema),
  }),
  listTasks: endpoint({
    method: "GET",
    path: "/tasks",
    tag: "plan",
    summary: "Tasks of the plan (III, V)",
    query: list,
    response: pageOf(planTaskSchema),
  }),
  listIndicators: endpoint({
    method: "GET",
    path: "/indicators",
    tag: "plan",
    summary: "Indicators of the plan (II)",
    query: list,
    response: pageOf(indicatorSchema),
  }),
  listFundingSources: endpoint({
    method: "GET",
    path: "/funding-sources",
    tag: "plan",
    summary: "Funding tree of the plan (IV)",
    query: list,
    response: pageOf(fundingSourceSchema),
  }),
  listObligations: endpoint({
    method: "GET",
    path: "/obligations",
    tag: "plan",
    summary: "Obligations of the plan (I, V)",
    query: list,
    response: pageOf(obligationSchema),
  }),
  listCalendarDays: endpoint({
    method: "GET",
    path: "/calendar-days",
    tag: "plan",
    summary: "Days that differ from Monday–Friday",
    query: object({
      ...pageQuery,
      q: text(200).optional(),
      year: string()
        .regex(/^\d{4}$/)
        .optional(),
    }).strict(),
    response: pageOf(calendarDaySchema),
  }),
};
