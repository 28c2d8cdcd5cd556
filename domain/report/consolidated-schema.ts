import { array, boolean, literal, number, record, strictObject, string, enum as zEnum, type infer as Infer } from "zod";
import { isDong } from "../money/dong.ts";
import { MAX_CONSOLIDATED_BYTES, MAX_LINE_LENGTH, MAX_TEXT_LENGTH, SECTION_KEYS } from "./form-spec.ts";
import { jsonBytes } from "./json-size.ts";
import type { TaskStatus } from "./form-tables.ts";
import {
  fundingRowShape,
  indicatorRowShape,
  obstacleRowShape,
  planRowShape,
  proposalRowShape,
  taskRowShape,
} from "./schema.ts";

export const CONSOLIDATED_VERSION = 1;

const unitCode = string().min(1).max(40);
const name = string().max(MAX_LINE_LENGTH);
const count = number().int().nonnegative();
const dong = string().refine(isDong);
const longtext = string().max(MAX_TEXT_LENGTH);
const label = strictObject({ vi: name, en: name });
const sectionKey = zEnum(SECTION_KEYS);

const totalsSchema = strictObject({
  assigned: dong,
  supplement: dong,
  spent: dong,
  disbursed: dong,
  carriedOver: dong,
});

/** One line of a table of totals, with what each agency put into it. */
const totalLineSchema = strictObject({
  code: string().max(40),
  title: label,
  totals: totalsSchema,
  contributions: array(strictObject({ unitCode, totals: totalsSchema })),
});

const statusCountsSchema = strictObject({
  "not-started": count,
  "in-progress": count,
  done: count,
  late: count,
  stopped: count,
} satisfies Record<TaskStatus, typeof count>);

const originalText = strictObject({ unitCode, field: string().max(40), text: longtext });

/** The department's own words: the only part that a hand may change. */
export const editorialSchema = strictObject({
  sections: strictObject({
    I: longtext.optional(),
    II: longtext.optional(),
    III: longtext.optional(),
    IV: longtext.optional(),
    V: longtext.optional(),
    VI: longtext.optional(),
    VII: longtext.optional(),
    VIII: longtext.optional(),
    IX: longtext.optional(),
  }).optional(),
  assessment: longtext.optional(),
  recommendations: longtext.optional(),
});

export const consolidatedReportSchema = strictObject({
  kind: literal("consolidated-report"),
  formVersion: literal(CONSOLIDATED_VERSION),
  year: number().int(),
  members: array(
    strictObject({
      unitCode,
      unitName: name,
      caseId: string().max(200),
      contentHash: string().max(128),
      periodTo: string().max(10).optional(),
      includesEstimate: boolean(),
    }),
  ),
  missing: array(strictObject({ unitCode, unitName: name, reason: longtext })),
  /** Agencies that answered "Không phát sinh", by section. */
  nothingToReport: record(sectionKey, array(unitCode)),
  outreach: strictObject({
    conferences: count,
    participants: count,
    articles: count,
    contributions: array(strictObject({ unitCode, conferences: count, participants: count, articles: count })),
  }),
  /** Plans and documents that the agencies issued. */
  plans: array(strictObject({ unitCode, ...planRowShape })),
  tasks: array(
    strictObject({
      code: string().max(40),
      title: label,
      counts: statusCountsSchema,
      entries: array(strictObject({ unitCode, ...taskRowShape })),
    }),
  ),
  taskCounts: statusCountsSchema,
  indicators: array(
    strictObject({
      code: string().max(40),
      title: label,
      entries: array(strictObject({ unitCode, ...indicatorRowShape })),
    }),
  ),
  funding: strictObject({
    rows: array(strictObject({ unitCode, ...fundingRowShape })),
    bySource: array(totalLineSchema),
    byTask: array(totalLineSchema),
    total: totalsSchema,
  }),
  resources: strictObject({
    projects: count,
    trained: count,
    facilities: count,
    contributions: array(strictObject({ unitCode, projects: count, trained: count, facilities: count })),
  }),
  obstacles: array(strictObject({ unitCode, ...obstacleRowShape })),
  proposals: array(strictObject({ unitCode, ...proposalRowShape })),
  /** The agencies' own words, section by section. */
  narratives: record(sectionKey, array(originalText)),
  editorial: editorialSchema,
}).refine((report) => jsonBytes(report) <= MAX_CONSOLIDATED_BYTES, {
  error: `the whole report exceeds ${MAX_CONSOLIDATED_BYTES} bytes`,
});

export type ConsolidatedReport = Infer<typeof consolidatedReportSchema>;
export type Editorial = Infer<typeof editorialSchema>;
export type TotalLine = Infer<typeof totalLineSchema>;
