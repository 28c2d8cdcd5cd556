import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from "@temporalio/common";
import type { CaseInput } from "../domain/engine/case.ts";

/**
 * For operators' tools only; people's lists come from SQL. Set at start and then left alone: one upsert per decision
 * would cost about 29 kB of WAL. Never personal data: attributes are not encrypted.
 */
export const pipelineKey = defineSearchAttributeKey("TkPipeline", SearchAttributeType.KEYWORD);
export const unitKey = defineSearchAttributeKey("TkUnit", SearchAttributeType.KEYWORD);
export const campaignKey = defineSearchAttributeKey("TkCampaign", SearchAttributeType.KEYWORD);
export const yearKey = defineSearchAttributeKey("TkYear", SearchAttributeType.INT);

export const searchAttributes = {
  TkPipeline: "KEYWORD",
  TkUnit: "KEYWORD",
  TkCampaign: "KEYWORD",
  TkYear: "INT",
} as const;

export const caseSearchAttributes = (input: CaseInput): SearchAttributePair[] => [
  { key: pipelineKey, value: input.pipeline.id },
  { key: unitKey, value: input.parties.owner ?? "" },
  { key: campaignKey, value: input.campaignId ?? "" },
  { key: yearKey, value: input.year },
];
