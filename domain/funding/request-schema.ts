import { array, boolean, literal, number, strictObject, string, enum as zEnum, type infer as Infer } from "zod";
import { isDong } from "../money/dong.ts";
import { isQuantity } from "../money/quantity.ts";
import { MAX_DRAFT_BYTES, MAX_LINE_LENGTH, MAX_ROWS, MAX_TEXT_LENGTH } from "../report/form-spec.ts";
import { jsonBytes } from "../report/json-size.ts";
import { REQUEST_FORM_VERSION } from "./request-form.ts";
import { MAX_COST_LINES, MAX_SOURCE_ROWS } from "./request-tables.ts";
import { BUDGET_WINDOWS, CAPITAL_KINDS } from "./windows.ts";

/*
 * A draft is saved while it is being written: every field may be absent, but what is there has its type and its size.
 * Money is whole đồng and quantities are exact decimals from the first keystroke that is stored.
 */
const longtext = string().max(MAX_TEXT_LENGTH).optional();
const line = string().max(MAX_LINE_LENGTH).optional();
const code = string().max(40).optional();
const date = string().max(10).optional();
const year = number().int().min(2000).max(2100).optional();
const dong = string().refine(isDong, { error: "whole đồng as digits, without separators" }).optional();
const quantity = string().refine(isQuantity, { error: "digits with at most four decimals after a point" }).optional();

/** Stable for the life of the request: opinions, decisions and money refer to a line by it. */
export const lineId = string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);
const id = lineId.optional();

const citation = { number: line, date, issuer: line, abstract: line };

const headSchema = strictObject({
  unitCode: code,
  window: zEnum(BUDGET_WINDOWS).optional(),
  year,
  capital: zEnum(CAPITAL_KINDS).optional(),
  taskCode: code,
  title: line,
  start: date,
  end: date,
  executor: line,
  preparedBy: line,
  phone: string().max(40).optional(),
});

const amountsSchema = strictObject({
  "2024": dong,
  "2025": dong,
  "2026": dong,
  "2027": dong,
  "2028": dong,
  "2029": dong,
  "2030": dong,
});

const sourceRow = strictObject({ id, sourceCode: code, amounts: amountsSchema.optional() });
const costRow = strictObject({
  id,
  content: line,
  unit: line,
  quantity,
  price: dong,
  amount: dong,
  sourceCode: code,
  norm: line,
});
const placedRow = strictObject({ id, sourceCode: code, year, amount: dong, document: line, difference: longtext });

const sectionsSchema = strictObject({
  grounds: strictObject({
    rows: array(strictObject({ id, ...citation, file: line }))
      .max(MAX_ROWS)
      .optional(),
  }).optional(),
  content: strictObject({
    necessity: longtext,
    objectives: longtext,
    scope: longtext,
    products: longtext,
  }).optional(),
  sources: strictObject({ rows: array(sourceRow).max(MAX_SOURCE_ROWS).optional() }).optional(),
  costs: strictObject({ basis: longtext, rows: array(costRow).max(MAX_COST_LINES).optional() }).optional(),
  approvals: strictObject({
    policyNumber: line,
    policyDate: date,
    policyIssuer: line,
    policyAbstract: line,
    programmeNumber: line,
    programmeDate: date,
    programmeIssuer: line,
    programmeAbstract: line,
  }).optional(),
  placed: strictObject({ none: boolean().optional(), rows: array(placedRow).max(MAX_ROWS).optional() }).optional(),
});

export const fundingRequestSchema = strictObject({
  formVersion: literal(REQUEST_FORM_VERSION).optional(),
  /** Number of line ids given so far: an id is never given twice, even after its line was removed. */
  lineCount: number().int().min(0).max(1_000_000).optional(),
  head: headSchema.optional(),
  sections: sectionsSchema.optional(),
}).refine((draft) => jsonBytes(draft) <= MAX_DRAFT_BYTES, {
  error: `the whole draft exceeds ${MAX_DRAFT_BYTES} bytes`,
});

export type FundingRequest = Infer<typeof fundingRequestSchema>;
export type RequestHead = NonNullable<FundingRequest["head"]>;
export type RequestSections = NonNullable<FundingRequest["sections"]>;
export type SourceRow = Infer<typeof sourceRow>;
export type CostRow = Infer<typeof costRow>;
export type PlacedRow = Infer<typeof placedRow>;
