import type { CaseView } from "../../../domain/contracts/cases.ts";
import { requestSections } from "../../../domain/funding/request-form.ts";
import { SECTION_KEYS } from "../../../domain/report/form-spec.ts";
import type { Label } from "../i18n/use-text.ts";

export interface FormPart {
  key: string;
  label: Label;
}

const numbered: readonly FormPart[] = SECTION_KEYS.map((key) => ({ key, label: { vi: key, en: key } }));

/** Parts that a return may name; a list has none, for its lines come from the requests. */
const parts: Record<Exclude<CaseView["form"], "paper">, readonly FormPart[]> = {
  "annual-report": numbered,
  "consolidated-report": numbered,
  "funding-request": requestSections.map(({ key, label }) => ({ key, label })),
  "funding-list": [],
};

/** The sections of a paper are called as its table calls them, in any language. */
export const partsOf = ({ form, sections }: Pick<CaseView, "form" | "sections">): readonly FormPart[] =>
  form === "paper" ? sections.map(({ name }) => ({ key: name, label: { vi: name, en: name } })) : parts[form];
