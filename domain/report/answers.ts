import { SECTION_KEYS } from "./form-spec.ts";
import type { AnnualReportDraft, DraftSections } from "./schema.ts";

/** What is sent: where nothing is to report, what was typed before stays in the draft alone. */
export function answersOf(draft: AnnualReportDraft): AnnualReportDraft {
  if (!draft.sections) return draft;
  const sections: DraftSections = { ...draft.sections };
  for (const key of SECTION_KEYS) {
    if (sections[key]?.nothingToReport === true) sections[key] = { nothingToReport: true };
  }
  return { ...draft, sections };
}
