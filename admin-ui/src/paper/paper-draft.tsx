import type { CaseView } from "../../../domain/contracts/cases.ts";
import { DraftFields } from "../draft/DraftFields.tsx";
import type { DraftForm, FormSection } from "../draft/draft-form.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { PaperView } from "./PaperView.tsx";

const writing = { vi: "Nội dung", en: "Text" } as const;

const sectionOf = ({ key, name }: CaseView["sections"][number]): FormSection => ({
  key,
  label: { vi: name, en: name },
  fields: [{ key: "text", type: "longtext", label: writing, required: true }],
  tables: [],
});

const PaperSection = ({ section }: { section: FormSection }) => (
  <Sheet title={section.label.vi}>
    <DraftFields fields={section.fields} path={`sections.${section.key}`} />
  </Sheet>
);

/** The form of a table that has none of its own: one text for each of its sections. */
export const paperDraft = (sections: CaseView["sections"]): DraftForm => ({
  headFields: [],
  given: () => [],
  sections: sections.map(sectionOf),
  numbered: false,
  Section: PaperSection,
  Answers: ({ body, view }) => <PaperView body={body} sections={view.sections} />,
  isCell: () => false,
});
