import { useCallback, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Alert, AlertTitle, Box } from "@mui/material";
import type { ActionView, CaseView, InboxItem } from "../../../domain/contracts/cases.ts";
import { DueTag } from "../elements/DueTag.tsx";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { ActionBar, ClosedActions } from "./ActionBar.tsx";
import { CaseNav } from "./CaseNav.tsx";
import { CaseTabs } from "./CaseTabs.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { partsOf } from "./form-sections.ts";
import { ConsultedSheet, QuestionNotice } from "./Proceedings.tsx";
import { SummarySheet } from "./SummarySheet.tsx";
import { UnsentCommand } from "./UnsentCommand.tsx";
import { WaySheets } from "./WaySheets.tsx";
import { useCase } from "./use-case.ts";
import { useCaseKeys } from "./use-case-keys.ts";
import { useNeighbours } from "./use-neighbours.ts";

export default function CasePage() {
  const text = useText();
  const { caseId = "" } = useParams();
  const query = useCase(caseId);
  if (query.data) return <CaseSheets key={caseId} view={query.data} />;
  return (
    <Page title={text("cases.name")}>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading />}
    </Page>
  );
}

interface Deciding {
  action: ActionView;
  /** As it was when the person chose: what is signed must not change under the dialog. */
  view: CaseView;
  next: InboxItem | null;
}

function CaseSheets({ view }: { view: CaseView }) {
  const label = useLabel();
  const neighbours = useNeighbours(view.id);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const navigate = useNavigate();
  const choose = useCallback(
    (action: ActionView) => {
      if (action.byLine) void navigate(`/cases/${view.id}/lines/${action.verb}`);
      else setDeciding({ action, view, next: neighbours.next });
    },
    [view, neighbours.next, navigate],
  );
  useCaseKeys(view, neighbours, choose);
  return (
    <Page
      above={<CaseNav neighbours={neighbours} />}
      title={view.title}
      lead={`${view.unitName} · ${label(view.pipelineName)}`}
      aside={
        <>
          {view.outcome === null && <DueTag {...view} />}
          <Tag tone="accent">{label(view.state)}</Tag>
        </>
      }
    >
      <UnsentCommand caseId={view.id} />
      {view.returned && <ReturnedNotice returned={view.returned} form={view.form} />}
      <QuestionNotice view={view} />
      <Box sx={layout}>
        <Box sx={{ gridArea: "way", minWidth: 0 }}>
          <WaySheets view={view} />
        </Box>
        <Box sx={{ gridArea: "read", minWidth: 0 }}>
          <ConsultedSheet consulted={view.consulted} />
          {view.content && <SummarySheet view={view} number={view.content.number} />}
          <CaseTabs view={view} />
        </Box>
        <ActionBar view={view} onChoose={choose} />
        <Box sx={{ gridArea: "closed", mb: 2 }}>
          <ClosedActions view={view} />
        </Box>
      </Box>
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Page>
  );
}

const layout = {
  display: "grid",
  columnGap: 3,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 1fr) 320px" },
  gridTemplateRows: { lg: "auto auto 1fr" },
  gridTemplateAreas: {
    xs: '"way" "read" "closed" "act"',
    sm: '"act" "closed" "way" "read"',
    lg: '"read act" "read closed" "read way"',
  },
} as const;

interface ReturnedNoticeProps {
  returned: NonNullable<CaseView["returned"]>;
  form: CaseView["form"];
}

function ReturnedNotice({ returned, form }: ReturnedNoticeProps) {
  const text = useText();
  const label = useLabel();
  const code = returned.code as "other";
  const nameOf = (key: string): string => {
    const part = partsOf(form).find((one) => one.key === key);
    return part ? label(part.label) : key;
  };
  return (
    <Alert severity="warning" sx={{ mb: 2.5 }}>
      <AlertTitle>{text("case.returnedTitle")}</AlertTitle>
      {text("case.returnedBy", { name: returned.by?.name ?? text("event.system"), time: dateTime(returned.at) })}
      <br />
      <strong>{text(`decide.codes.${code}`)}:</strong> {returned.reason}
      {returned.sections.length > 0 && (
        <div>{text("case.returnedSections", { sections: returned.sections.map(nameOf).join(", ") })}</div>
      )}
    </Alert>
  );
}
