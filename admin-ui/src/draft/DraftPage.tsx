import { useMemo } from "react";
import { useParams } from "react-router";
import { Alert } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useCase } from "../case/use-case.ts";
import { useText } from "../i18n/use-text.ts";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { paperDraft } from "../paper/paper-draft.tsx";
import type { DraftForm } from "./draft-form.ts";
import { useProvider } from "../providers/use-provider.ts";
import { DraftEditor } from "./DraftEditor.tsx";
import { requestDraft } from "../funding/request-draft.tsx";
import { reportDraft } from "./report-draft.tsx";

function formOf({ form, sections }: CaseView): DraftForm {
  if (form === "paper") return paperDraft(sections);
  return form === "funding-request" ? requestDraft : reportDraft;
}

const titles: Partial<Record<CaseView["form"], MessageKey>> = {
  "funding-request": "request.title",
  paper: "paper.title",
};

export default function DraftPage() {
  const text = useText();
  const provider = useProvider();
  const { caseId = "" } = useParams();
  const query = useCase(caseId);
  const draft = useQuery({
    queryKey: ["draft", caseId],
    queryFn: () => provider.getDraft(caseId),
    // The editor owns what it has opened; a refetch in the background must never replace typed text.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const view = query.data;
  const form = useMemo(() => (view ? formOf(view) : reportDraft), [view]);
  const error = query.error ?? draft.error;
  return (
    <Page
      title={text((view && titles[view.form]) ?? "draft.title")}
      lead={view && <TextLink to={`/cases/${caseId}`}>{view.title}</TextLink>}
    >
      {view && !view.draft.editable && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {text("draft.readOnly")}. {view.draft.reason}
        </Alert>
      )}
      {view && draft.data ? (
        <DraftEditor key={caseId} view={view} initial={draft.data} form={form} />
      ) : error ? (
        <ProblemNotice error={error} retry={() => void draft.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}
