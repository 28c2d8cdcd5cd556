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
import type { Answers } from "./decision.ts";
import { ConsultedSheet } from "./ConsultedSheet.tsx";
import { Questions } from "./Questions.tsx";
import { SkipNotice } from "./SkipNotice.tsx";
import { SummarySheet } from "./SummarySheet.tsx";
import { UnsentCommand } from "./UnsentCommand.tsx";
import { WaySheets } from "./WaySheets.tsx";
import { useCase } from "./use-case.ts";
import { useCaseKeys } from "./use-case-keys.ts";
import { useNeighbours } from "./use-neighbours.ts";
import { usePartName } from "./use-part-name.ts";

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
  preset?: Partial<Answers>;
}

function CaseSheets({ view }: { view: CaseView }) {
  const label = useLabel();
  const neighbours = useNeighbours(view.id);
  const [readable] = view.contents;
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
      {view.aside && <AsideNotice aside={view.aside} />}
      {view.returned && <ReturnedNotice returned={view.returned} view={view} />}
      {view.skipProposed && <SkipNotice skip={view.skipProposed} />}
      <Questions
        view={view}
        onRetract={(action, question) => setDeciding({ action, view, next: null, preset: { question } })}
      />
      <Box sx={layout}>
        <Box sx={{ gridArea: "way", minWidth: 0 }}>
          <WaySheets view={view} />
        </Box>
        <Box sx={{ gridArea: "read", minWidth: 0 }}>
          <ConsultedSheet consulted={view.consulted} />
          {readable && <SummarySheet view={view} number={readable.number} />}
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

function AsideNotice({ aside }: { aside: NonNullable<CaseView["aside"]> }) {
  const text = useText();
  return (
    <Alert severity="warning" sx={{ mb: 2.5 }}>
      <AlertTitle>{text("case.asideTitle")}</AlertTitle>
      {text("case.asideText", { name: aside.by ?? text("event.system"), time: dateTime(aside.at) })}
      <br />
      {text("notices.reason", { reason: aside.reason })}
    </Alert>
  );
}

interface ReturnedNoticeProps {
  returned: NonNullable<CaseView["returned"]>;
  view: CaseView;
}

function ReturnedNotice({ returned, view }: ReturnedNoticeProps) {
  const text = useText();
  const nameOf = usePartName(view);
  const code = returned.code as "other";
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
