import type { CaseView, DraftView } from "../../../domain/contracts/cases.ts";
import { checkRequest } from "../../../domain/funding/check-request.ts";
import { emptyRequest } from "../../../domain/funding/empty-request.ts";
import { fundingProblemText } from "../../../domain/funding/funding-problem-texts.ts";
import type { FundingRequest } from "../../../domain/funding/request-schema.ts";
import { DraftEditor } from "../../../admin-ui/src/draft/DraftEditor.tsx";
import { requestDraft } from "../../../admin-ui/src/funding/request-draft.tsx";

const caseId = "funding-request-1";
const context = { unitCode: "SYT", today: "2026-06-15" };
const opening = { unitCode: "SYT", unitName: "Sở Y tế", window: "next-year", year: 2027 } as const;

const held = { version: 1, body: emptyRequest(opening) as Record<string, unknown> };

/** As the server answers: the rules of the domain on what it holds. */
function answer(): DraftView {
  const problems = checkRequest(held.body as FundingRequest, context).map((problem) => {
    const [root, section = ""] = problem.path.split(".");
    const { path, code, severity } = problem;
    return {
      section: root === "sections" ? section : "head",
      path,
      code,
      severity,
      message: fundingProblemText(problem, "vi"),
    };
  });
  return { caseId, version: held.version, body: held.body, updatedAt: null, updatedBy: null, problems };
}

/** Stands in for the API behind react-admin's provider. */
export const draftKeeper = {
  getDraft: async () => answer(),
  saveDraft: async (_: string, version: number, body: Record<string, unknown>) => {
    Object.assign(held, { version: version + 1, body });
    Object.assign(window, { saved: body });
    return answer();
  },
};

const view = {
  id: caseId,
  unit: "SYT",
  unitName: "Sở Y tế",
  form: "funding-request",
  draft: { editable: true, reason: null },
  returned: null,
  actions: [],
} as unknown as CaseView;

export const RequestPage = () => <DraftEditor view={view} initial={answer()} form={requestDraft} />;
