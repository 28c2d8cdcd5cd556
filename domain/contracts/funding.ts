import { array, boolean, number, object, record, string, unknown, enum as zEnum } from "zod";
import { LEDGER_GROUPS } from "../funding/ledger-views.ts";
import { PERIOD } from "../funding/periods.ts";
import { instantSchema, pageOf, pageQuery, requiredText, text, uuidSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { code, document, dong, lineFilter, lineId } from "./money-fields.ts";

export const stageTotalsSchema = object({
  lines: number().int(),
  requested: dong,
  appraised: dong,
  decided: dong,
  assigned: dong,
  disbursed: dong,
  remaining: dong,
  carriedOut: dong,
  recovered: dong,
  /** Outside the budget (IV.3), in no stage. */
  recorded: dong,
  /** Hundredths of a percent of what was given; absent where nothing was. */
  spentRatio: number().int().optional(),
});

export const moneyLineSchema = object({
  id: string(),
  requestId: string(),
  campaignId: string().nullable(),
  unit: string(),
  unitName: string(),
  task: string(),
  title: string(),
  source: string(),
  capital: string(),
  year: number().int(),
  window: string(),
  requested: dong,
  /** By the unit that appraised. */
  appraised: record(string(), dong),
  proposed: dong.nullable(),
  decided: dong.nullable(),
  referred: boolean(),
  /** Taken off its list while it waits for the council, to stand on the next one. */
  deferred: boolean(),
  assigned: dong,
  supplemented: dong,
  carriedIn: dong,
  carriedOut: dong,
  recovered: dong,
  disbursed: dong,
  remaining: dong,
  periods: record(string(), dong),
  returned: boolean(),
  withdrawn: boolean(),
  settled: boolean(),
  recorded: dong,
});

/** A line with what may be done on it now, and which reports of spending it owes. */
export const moneyLinePageSchema = moneyLineSchema.extend({
  /** Step of its request; null for money outside the budget. */
  caseTitle: string().nullable(),
  due: array(object({ period: string(), dueAt: instantSchema.nullable(), overdue: boolean() })),
  /** Periods that may still be reported or corrected. */
  openPeriods: array(string()),
  may: object({ report: boolean(), propose: boolean(), record: boolean() }),
});

export const moneyEventSchema = object({
  id: string(),
  seq: number().int(),
  type: string(),
  at: instantSchema,
  amount: dong.nullable(),
  by: string().nullable(),
  caseId: string().nullable(),
  paperId: string().nullable(),
  /** Why it is known and yet not booked. */
  left: string().nullable(),
  data: record(string(), unknown()),
});

const grouped = object({ ...lineFilter, by: zEnum(LEDGER_GROUPS).default("source") }).strict();
/** Of the words in a file: a link that is followed says nothing of its reader's language. */
const spoken = { language: zEnum(["vi", "en"]).optional() };
const id = uuidSchema;

/** The id is the sender's: sent again, it is the same report. */
const spendingSchema = object({
  id,
  amount: dong,
  /** A quarter or a month: 2027-Q1, 2027-09. */
  period: string().regex(PERIOD),
  progress: number().int(),
  evidence: text(1000).optional(),
}).strict();

const outsideSchema = object({
  id,
  /** The line to correct; without it a new one. */
  line: lineId.optional(),
  unit: code,
  task: code,
  source: code,
  year: number().int().min(2024).max(2045),
  title: requiredText(500),
  amount: dong,
  document,
  evidence: text(1000).optional(),
}).strict();

export const fundingEndpoints = {
  getMoney: endpoint({
    method: "GET",
    path: "/money",
    tag: "funding",
    summary: "Where the money stands: four stages in all, and by source, agency, task or year",
    query: grouped,
    response: object({
      total: stageTotalsSchema,
      groups: array(object({ code: string(), totals: stageTotalsSchema })),
    }),
  }),
  exportMoney: endpoint({
    method: "GET",
    path: "/money/export",
    tag: "funding",
    summary: "The same as a CSV file: bare digits, semicolons, for a spreadsheet",
    query: grouped.extend(spoken),
    csv: true,
    response: string(),
  }),
  exportMoneyLines: endpoint({
    method: "GET",
    path: "/money/lines/export",
    tag: "funding",
    summary: "All lines in sight as a CSV file",
    query: object({ ...lineFilter, ...spoken }).strict(),
    csv: true,
    response: string(),
  }),
  listMoneyRequests: endpoint({
    method: "GET",
    path: "/money/requests",
    tag: "funding",
    summary: "Requests with what became of their money, stage by stage",
    query: object({ ...pageQuery, ...lineFilter }).strict(),
    response: pageOf(
      object({
        requestId: string(),
        title: string(),
        unit: string(),
        unitName: string(),
        task: string(),
        campaignId: string().nullable(),
        totals: stageTotalsSchema,
      }),
    ),
  }),
  listMoneyLines: endpoint({
    method: "GET",
    path: "/money/lines",
    tag: "funding",
    summary: "Lines of the ledger: request × source × year",
    query: object({ ...pageQuery, ...lineFilter }).strict(),
    response: pageOf(moneyLineSchema),
  }),
  listMoneyEvents: endpoint({
    method: "GET",
    path: "/money/lines/{lineId}/events",
    tag: "funding",
    summary: "What happened to the money of a line, newest first",
    params: object({ lineId }),
    query: object({ ...pageQuery }).strict(),
    response: pageOf(moneyEventSchema),
  }),
  getMoneyLine: endpoint({
    method: "GET",
    path: "/money/lines/{lineId}",
    tag: "funding",
    summary: "One line: its money, what it owes, and what the caller may do",
    params: object({ lineId }),
    response: moneyLinePageSchema,
  }),
  reportSpending: endpoint({
    method: "POST",
    path: "/money/lines/{lineId}/spending",
    tag: "funding",
    summary: "Report what a period spent; the same period again corrects it; safe to repeat",
    params: object({ lineId }),
    body: spendingSchema,
    response: moneyLineSchema,
  }),
  recordOutside: endpoint({
    method: "POST",
    path: "/money/outside",
    tag: "funding",
    summary:
      "Record money from outside the budget (IV.3); on a line that is there it replaces the amount; safe to repeat",
    body: outsideSchema,
    response: moneyLineSchema,
  }),
};
