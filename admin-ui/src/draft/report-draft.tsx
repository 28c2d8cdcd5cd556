import { headFields, sections } from "../../../domain/report/form.ts";
import { ReportView } from "../report/ReportView.tsx";
import type { DraftForm } from "./draft-form.ts";
import { SectionForm } from "./SectionForm.tsx";

export const reportDraft: DraftForm = {
  headFields,
  given: () => ["head.year", "head.unitCode"],
  sections,
  numbered: true,
  Section: SectionForm,
  Answers: ({ body, view }) => <ReportView report={body} unit={{ code: view.unit, name: view.unitName }} />,
  isCell: () => false,
};
