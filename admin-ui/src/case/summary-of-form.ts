import type { CaseView } from "../../../domain/contracts/cases.ts";
import { listSummaryLines } from "../../../domain/funding/list-summary.ts";
import type { FundingList } from "../../../domain/funding/list.ts";
import { requestSummaryLines, summaryOfRequest } from "../../../domain/funding/request-summary.ts";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { summaryLines, summaryOf, summaryOfConsolidated } from "../../../domain/report/summary.ts";
import type { Json } from "../draft/set-at.ts";

type Summary = (body: Json, language: "vi" | "en") => readonly string[];

/** Frozen content was parsed by its form's schema before it was hashed. */
type Summed = Exclude<CaseView["form"], "paper">;

const summaries: Record<Summed, Summary> = {
  "annual-report": (body, language) => summaryLines(summaryOf(body), language),
  "consolidated-report": (body, language) =>
    summaryLines(summaryOfConsolidated(body as unknown as ConsolidatedReport), language),
  "funding-request": (body, language) => requestSummaryLines(summaryOfRequest(body), language),
  "funding-list": (body, language) => listSummaryLines(body as unknown as FundingList, language),
};

export const summaryOfForm = (form: Summed, body: Json, language: "vi" | "en"): readonly string[] =>
  summaries[form](body, language);
