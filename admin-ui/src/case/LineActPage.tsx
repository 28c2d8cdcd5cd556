import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Box, Button } from "@mui/material";
import type { ActionView, CaseView, CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { Page } from "../elements/Page.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { SentLines } from "../funding/SentLines.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { newCommandId } from "../providers/command-id.ts";
import { CommandOutcome, isStale } from "./CommandOutcome.tsx";
import { requestFor } from "./decision.ts";
import { LineActForm } from "./LineActForm.tsx";
import { Onward } from "./Onward.tsx";
import { useCase } from "./use-case.ts";
import { useCommand } from "./use-command.ts";
import { useNeighbours } from "./use-neighbours.ts";

/** What is given line by line has a page of its own: a dialog has no room for a list. */
export default function LineActPage() {
  const text = useText();
  const { caseId = "", verb = "" } = useParams();
  const query = useCase(caseId);
  return (
    <Answered query={query}>
      {(view) => {
        const action = view.actions.find((one) => one.verb === verb && one.byLine && one.enabled);
        return <LineAct key={`${caseId} ${verb}`} view={view} action={action ?? null} fallback={text("lines.table")} />;
      }}
    </Answered>
  );
}

interface LineActProps {
  view: CaseView;
  action: ActionView | null;
  fallback: string;
}

function LineAct({ view: present, action: able, fallback }: LineActProps) {
  const text = useText();
  const label = useLabel();
  const navigate = useNavigate();
  const { next } = useNeighbours(present.id);
  const { state, send, reset } = useCommand();
  const [id, setId] = useState(newCommandId);
  const [sent, setSent] = useState<CommandRequestBody | null>(null);
  // As it was when the page was opened: what is decided must not change under the form.
  const [asked] = useState(able && { view: present, action: able });
  const { view, action } = asked ?? { view: present, action: null };
  const back = () => void navigate(`/cases/${view.id}`);
  const again = () => {
    setId(newCommandId());
    reset();
  };
  const onSend = (body: CommandRequestBody) => {
    if (!action) return;
    setSent(body);
    const request = requestFor({ id, view, action }, body);
    void send({ caseId: view.id, title: view.title, act: action.label, request });
  };
  return (
    <Page
      title={action ? label(action.label) : fallback}
      above={<TextLink to={`/cases/${view.id}`}>{text("lines.back")}</TextLink>}
      lead={view.title}
    >
      {!action && <Empty title={text("lines.notYours")}>{text("lines.notYoursHint")}</Empty>}
      <CommandOutcome state={state} onRetry={(sending) => void send(sending)} onReload={back} />
      {state.at === "refused" && !isStale(state.error) && (
        <Button onClick={again} sx={{ mb: 2 }}>
          {text("app.back")}
        </Button>
      )}
      {state.at === "answered" && sent && (
        <>
          <SentLines lines={view.lines} body={sent} />
          <Onward next={next} onStay={back} />
        </>
      )}
      {/* Kept while the answer is awaited or a refusal is read: nothing typed is lost. */}
      {action && state.at !== "answered" && (
        <Box sx={state.at === "unknown" ? { display: "none" } : {}}>
          <LineActForm view={view} action={action} busy={state.at !== "idle"} onSend={onSend} />
        </Box>
      )}
    </Page>
  );
}
