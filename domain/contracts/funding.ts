import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  number,
  object,
  record,
  string,
  unknown,
  enum as zEnum,
} from "zod";
import { CEILING_MODES, COUNTED_STAGES } from "../funding/ceiling.ts";
import { LEDGER_GROUPS } from "../funding/ledger-views.ts";
import {
  dongSchema as dong,
  idSchema,
  instantSchema,
  lineIdSchema,
  pageOf,
  pageQuery,
  requiredText,
  text,
  uuidSchema,
} from "./common.ts";
import { endpoint } from "./endpoint.ts";

const year = string().regex(/^\d{4}$/);
const code = string().max(40);
const lineId = lineIdSchema;

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
  assigned: dong,
  supplemented: dong,
  carriedIn: dong,
  carriedOut: dong,
  recovered: dong,
  disbursed: dong,
  remaining: dong,
  periods: record(string(), dong),
  withdrawn: boolean(),
  settled: boolean(),
});

export const moneyEventSchema = object({
  id: string(),
  seq: number().int(),
  type: string(),
  at: instantSchema,
  amount: dong.nullable(),
  by: string().nullable(),
  caseId: string().nullable(),
  data: record(string(), unknown()),
});

const weighedSchema = object({
  ceiling: object({
    id: string(),
    source: string(),
    year: number().int(),
    window: string().nullable(),
    amount: dong,
    modes: record(string(), zEnum(CEILING_MODES)),
  }),
  /** Counted by all other lines. */
  counted: dong,
  added: dong,
  verdict: zEnum(["ok", ...CEILING_MODES]),
  remaining: dong,
  over: dong,
});

const filter = {
  q: text(200).optional(),
  year: year.optional(),
  /** With everything below it in the funding tree. */
  source: code.optional(),
  unit: code.optional(),
  task: code.optional(),
  campaignId: idSchema.optional(),
  requestId: idSchema.optional(),
};
const grouped = object({ ...filter, by: zEnum(LEDGER_GROUPS).default("source") }).strict();

const document = requiredText(200);
const id = uuidSchema;

/** The id is the sender's: sent again, it is the same event. */
const reportSchema = discriminatedUnion("type", [
  object({
    type: literal("disbursed"),
    id,
    amount: dong,
    /** A quarter or a month: 2027-Q1, 2027-09. */
    period: string().regex(/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/),
    progress: number().int(),
    evidence: text(1000).optional(),
  }).strict(),
  object({ type: literal("supplemented"), id, amount: dong, document }).strict(),
  object({ type: literal("recovered"), id, amount: dong, document }).strict(),
  object({ type: literal("carried-over"), id, amount: dong, document }).strict(),
  object({ type: literal("settled"), id, document }).strict(),
]);

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
    query: grouped,
    response: object({ file: string(), csv: string() }),
  }),
  listMoneyLines: endpoint({
    method: "GET",
    path: "/money/lines",
    tag: "funding",
    summary: "Lines of the ledger: request × source × year",
    query: object({ ...pageQuery, ...filter }).strict(),
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
  reportMoney: endpoint({
    method: "POST",
    path: "/money/lines/{lineId}/events",
    tag: "funding",
    summary: "Report spending, or record a supplement, a recovery, a carry-over, the settlement; safe to repeat",
    params: object({ lineId }),
    body: reportSchema,
    response: moneyLineSchema,
  }),
  weighLines: endpoint({
    method: "POST",
    path: "/ceilings/weigh",
    tag: "funding",
    summary: "What the ceilings would say to these amounts; a decision is weighed again, under a lock, when it is sent",
    body: object({
      stage: zEnum(COUNTED_STAGES),
      changes: array(object({ line: lineId, amount: dong }).strict())
        .min(1)
        .max(500),
    }).strict(),
    response: object({ items: array(weighedSchema) }),
  }),
};
