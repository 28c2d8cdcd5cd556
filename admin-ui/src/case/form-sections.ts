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
const parts: Record<CaseView["form"], readonly FormPart[]> = {
  "annual-report": numbered,
  "consolidated-report": numbered,
  "funding-request": requestSections.map(({ key, label }) => ({ key, label })),
  "funding-list": [],
};

export const partsOf = (form: CaseView["form"]): readonly FormPart[] => parts[form];
