import { requestHeadFields, requestSections } from "../../../domain/funding/request-form.ts";
import type { DraftForm } from "../draft/draft-form.ts";
import { DraftCeilings } from "./DraftCeilings.tsx";
import { RequestSection } from "./RequestSection.tsx";
import { RequestView } from "./RequestView.tsx";
import { isSheetCell } from "./request-grids.ts";

export const requestDraft: DraftForm = {
  headFields: requestHeadFields,
  // A round settles window and year; a request of its own says what it aims at.
  given: ({ campaignId }) => ["head.unitCode", ...(campaignId === null ? [] : ["head.window", "head.year"])],
  sections: requestSections,
  numbered: false,
  Section: RequestSection,
  Answers: ({ body, view }) => (
    <>
      <DraftCeilings caseId={view.id} />
      <RequestView body={body} unit={{ code: view.unit, name: view.unitName }} />
    </>
  ),
  isCell: isSheetCell,
};
