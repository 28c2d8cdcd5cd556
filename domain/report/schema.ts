import { array, boolean, literal, number, strictObject, string, enum as zEnum, type infer as Infer } from "zod";
import { isDong } from "../money/dong.ts";
import { jsonBytes } from "./json-size.ts";
import { MAX_DRAFT_BYTES, MAX_LINE_LENGTH, MAX_ROWS, MAX_TEXT_LENGTH } from "./form-spec.ts";
import { DECIDING_LEVELS, OBSTACLE_STATUSES, TASK_STATUSES } from "./form-tables.ts";
import { FORM_VERSION } from "./form.ts";

/*
 * A draft is saved while it is being written: every field may be absent, but what is there has its type and its size,
 * and there is nothing else. Whether it may be submitted is the check's question, not the schema's.
 */
const longtext = string().max(MAX_TEXT_LENGTH).optional();
const line = string().max(MAX_LINE_LENGTH).optional();
const code = string().max(40).optional();
const date = string().max(10).optional();
const quantity = number().min(-1e15).max(1e15).optional();
const dong = string().refine(isDong, { error: "whole đồng as digits, without separators" }).optional();
const rowsOf = <Row extends Parameters<typeof strictObject>[0]>(shape: Row) =>
  array(strictObject(shape)).max(MAX_ROWS).optional();

const nothingToReport = boolean().optional();

export const taskRowShape = {
  taskCode: code,
  coordinating: line,
  result: longtext,
  start: date,
  end: date,
  progress: quantity,
  status: zEnum(TASK_STATUSES).optional(),
  evidence: longtext,
  lateReason: longtext,
};

export const indicatorRowShape = {
  indicatorCode: code,
  baseline: quantity,
  baselineYear: quantity,
  previousYear: quantity,
  toDate: quantity,
  fullYear: quantity,
  assessment: longtext,
  dataSource: line,
  note: longtext,
};

export const fundingRowShape = {
  taskCode: code,
  sourceCode: code,
  assigned: dong,
  assignedBy: line,
  supplement: dong,
  spent: dong,
  disbursed: dong,
  carriedOver: dong,
};

export const obstacleRowShape = {
  content: longtext,
  taskCode: code,
  relatedDocument: line,
  proposal: longtext,
  level: zEnum(DECIDING_LEVELS).optional(),
  dueDate: date,
  status: zEnum(OBSTACLE_STATUSES).optional(),
};

export const planRowShape = { number: line, date, abstract: line };
export const proposalRowShape = { to: line, content: longtext };

const headSchema = strictObject({
  year: number().int().min(2024).max(2045).optional(),
  unitCode: code,
  periodFrom: date,
  periodTo: date,
  includesEstimate: boolean().optional(),
  preparedBy: line,
  phone: string().max(40).optional(),
});

const sectionsSchema = strictObject({
  I: strictObject({
    nothingToReport,
    conferences: quantity,
    participants: quantity,
    articles: quantity,
    narrative: longtext,
    plans: rowsOf(planRowShape),
  }).optional(),
  II: strictObject({ nothingToReport, narrative: longtext, rows: rowsOf(taskRowShape) }).optional(),
  III: strictObject({ nothingToReport, narrative: longtext, rows: rowsOf(indicatorRowShape) }).optional(),
  IV: strictObject({ nothingToReport, narrative: longtext, rows: rowsOf(fundingRowShape) }).optional(),
  V: strictObject({
    nothingToReport,
    projects: quantity,
    trained: quantity,
    facilities: quantity,
    narrative: longtext,
  }).optional(),
  VI: strictObject({
    nothingToReport,
    strengths: longtext,
    weaknesses: longtext,
    objectiveCauses: longtext,
    subjectiveCauses: longtext,
  }).optional(),
  VII: strictObject({ nothingToReport, rows: rowsOf(obstacleRowShape) }).optional(),
  VIII: strictObject({ nothingToReport, narrative: longtext }).optional(),
  IX: strictObject({ nothingToReport, proposals: rowsOf(proposalRowShape) }).optional(),
});

export const annualReportDraftSchema = strictObject({
  formVersion: literal(FORM_VERSION).optional(),
  head: headSchema.optional(),
  sections: sectionsSchema.optional(),
}).refine((draft) => jsonBytes(draft) <= MAX_DRAFT_BYTES, {
  error: `the whole draft exceeds ${MAX_DRAFT_BYTES} bytes`,
});

export type AnnualReportDraft = Infer<typeof annualReportDraftSchema>;
export type DraftHead = NonNullable<AnnualReportDraft["head"]>;
export type DraftSections = NonNullable<AnnualReportDraft["sections"]>;

type RowsOf<Section extends { rows?: unknown } | undefined> = NonNullable<NonNullable<Section>["rows"]>;
export type TaskRow = RowsOf<DraftSections["II"]>[number];
export type IndicatorRow = RowsOf<DraftSections["III"]>[number];
export type FundingRow = RowsOf<DraftSections["IV"]>[number];
export type ObstacleRow = RowsOf<DraftSections["VII"]>[number];
