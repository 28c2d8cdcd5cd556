import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { Alert, AlertTitle, Box, Tab, Tabs } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { ActionBar } from "./ActionBar.tsx";
import { CaseContent } from "./CaseContent.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { History } from "./History.tsx";
import { Signatures } from "./Signatures.tsx";
import { UnsentCommand } from "./UnsentCommand.tsx";
import { Waypoints } from "./Waypoints.tsx";
import { useCase } from "./use-case.ts";

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

const tabs = ["content", "progress", "signatures"] as const;

function CaseSheets({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const [search, setSearch] = useSearchParams();
  const [deciding, setDeciding] = useState<{ action: ActionView; view: CaseView } | null>(null);
  const tab = tabs.find((name) => name === search.get("tab")) ?? "content";
  return (
    <Page
      title={view.title}
      lead={`${view.unitName} · ${label(view.pipelineName)}`}
      aside={<Tag tone="accent">{label(view.state)}</Tag>}
    >
      <UnsentCommand caseId={view.id} />
      {view.returned && <ReturnedNotice returned={view.returned} />}
      <Waypoints waypoints={view.waypoints} />
      <ActionBar view={view} onChoose={(action) => setDeciding({ action, view })} />
      <CaseFacts view={view} />
      <Tabs
        value={tab}
        onChange={(_, next: string) => setSearch({ tab: next }, { replace: true })}
        aria-label={text("case.tabs")}
        variant="scrollable"
        sx={{ mb: 1.5 }}
      >
        {tabs.map((name) => (
          <Tab
            key={name}
            value={name}
            label={text(`case.${name}`)}
            id={`tab-${name}`}
            aria-controls={`panel-${name}`}
          />
        ))}
      </Tabs>
      {tabs.map((name) => (
        <Box key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={tab !== name}>
          {tab === name && (
            <Sheet flush={name === "signatures"}>
              {name === "content" && <CaseContent view={view} />}
              {name === "progress" && <History caseId={view.id} />}
              {name === "signatures" && <Signatures view={view} />}
            </Sheet>
          )}
        </Box>
      ))}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Page>
  );
}

function ReturnedNotice({ returned }: { returned: NonNullable<CaseView["returned"]> }) {
  const text = useText();
  const code = returned.code as "other";
  return (
    <Alert severity="warning" sx={{ mb: 2.5 }}>
      <AlertTitle>{text("case.returnedTitle")}</AlertTitle>
      {text("case.returnedBy", { name: returned.by?.name ?? text("event.system"), time: dateTime(returned.at) })}
      <br />
      <strong>{text(`decide.codes.${code}`)}:</strong> {returned.reason}
      {returned.sections.length > 0 && (
        <div>{text("case.returnedSections", { sections: returned.sections.join(", ") })}</div>
      )}
    </Alert>
  );
}
