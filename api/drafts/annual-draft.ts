import { localDate } from "../../domain/calendar/index.ts";
import type { CaseInput } from "../../domain/engine/case.ts";
import { checkForSubmit } from "../../domain/report/check.ts";
import { normalizeDraft } from "../../domain/report/normalize.ts";
import type { Problem } from "../../domain/report/problem.ts";
import { annualReportDraftSchema, type AnnualReportDraft } from "../../domain/report/schema.ts";
import type { Language } from "../http/language.ts";
import { invalidInput } from "../http/issues.ts";

/** Normalised before it is parsed: decomposed Vietnamese and its composed twin are one text with one length. */
export function parseAnnualDraft(body: unknown, language: Language): AnnualReportDraft {
  const parsed = annualReportDraftSchema.safeParse(normalizeDraft(body), { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error, "body.body", language);
  return parsed.data;
}

/** A stored draft with what still stops it from being sent up. */
export function readAnnualDraft(
  stored: unknown,
  input: CaseInput,
  { now }: { now: number },
): { body: AnnualReportDraft; problems: Problem[] } {
  const body = annualReportDraftSchema.parse(normalizeDraft(stored));
  const context = { unitCode: input.parties.owner ?? "", year: input.year, today: localDate(now) };
  return { body, problems: checkForSubmit(body, context) };
}
