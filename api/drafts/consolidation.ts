import { hashOf } from "../../domain/engine/seal.ts";
import { checkConsolidated, checkEditorial } from "../../domain/report/check-consolidated.ts";
import {
  consolidate,
  NO_REPORT,
  type ConsolidationMember,
  type MissingMember,
} from "../../domain/report/consolidate.ts";
import { editorialSchema, type ConsolidatedReport, type Editorial } from "../../domain/report/consolidated-schema.ts";
import { normalizeDraft } from "../../domain/report/normalize.ts";
import type { Problem } from "../../domain/report/problem.ts";
import { annualReportDraftSchema } from "../../domain/report/schema.ts";
import { deskMembers, type DeskMemberRow, type DraftRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { invalidInput } from "../http/issues.ts";

export interface Consolidation {
  report: ConsolidatedReport;
  /** What does not reconcile in the agencies' part. */
  problems: Problem[];
  /** Names which versions of which reports are in it. */
  seen: string;
  missing: MissingMember[];
  included: number;
  owing: number;
}

/** Only the department's own words are kept as a draft; figures come from the accepted reports every time. */
export function parseEditorial(body: Record<string, unknown>, language: Language): { editorial: Editorial } {
  const parsed = editorialSchema.safeParse(normalizeDraft(body["editorial"] ?? {}), { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error, "body.body.editorial", language);
  return { editorial: parsed.data };
}

/** The department's own words with what they lack; the reports they speak of are not read for that. */
export function readEditorial(stored: unknown): { body: { editorial: Editorial }; problems: Problem[] } {
  const editorial = editorialOf(stored);
  return { body: { editorial }, problems: checkEditorial({ editorial }) };
}

export const editorialOf = (stored: unknown): Editorial =>
  editorialSchema.parse((stored as { editorial?: unknown } | null)?.editorial ?? {});

const memberOf = ({ unitCode, unitName, caseId, content }: DeskMemberRow): ConsolidationMember[] =>
  content
    ? [{ unitCode, unitName, caseId, contentHash: content.hash, report: annualReportDraftSchema.parse(content.body) }]
    : [];

/** The consolidated report as it would be frozen now; without a draft, the agencies' part of it. */
export async function readConsolidation(
  deps: Deps,
  { campaignId, year }: { campaignId: string | null; year: number },
  draft: DraftRow | null,
  reasons: readonly { unit: string; reason: string }[] = [],
): Promise<Consolidation> {
  const rows = (await deskMembers(deps.db, campaignId ?? "")).filter((member) => !member.excluded);
  const missing = rows
    .filter((member) => !member.content)
    .map(({ unitCode, unitName }) => ({
      unitCode,
      unitName,
      reason: reasons.find(({ unit }) => unit === unitCode)?.reason ?? NO_REPORT.vi,
    }));
  const members = rows.flatMap(memberOf);
  const report = consolidate({ year, members, missing, editorial: editorialOf(draft?.body ?? null) });
  const seen = hashOf({
    included: members.map(({ caseId, contentHash }) => [caseId, contentHash]),
    missing: missing.map(({ unitCode }) => unitCode),
  });
  return { report, problems: checkConsolidated(report), seen, missing, included: members.length, owing: rows.length };
}
