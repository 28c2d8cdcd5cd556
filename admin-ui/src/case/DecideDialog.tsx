import { useRef, useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useNavigate } from "react-router";
import type { ActionView, CaseView, InboxItem } from "../../../domain/contracts/cases.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { lowerFirst } from "../../../domain/text/text.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { CommandOutcome, isStale } from "./CommandOutcome.tsx";
import { DecideFields, type Candidate } from "./DecideFields.tsx";
import { EngineFields } from "./EngineFields.tsx";
import { fieldsOf, missingFields, noAnswers, requestOf, type Answers, type Field } from "./decision.ts";
import { partsOf } from "./form-sections.ts";
import { Onward } from "./Onward.tsx";
import { useCommand } from "./use-command.ts";

interface DecideDialogProps {
  view: CaseView;
  action: ActionView;
  draftVersion?: number;
  /** What is decided already by where the dialog was opened. */
  preset?: Partial<Answers>;
  candidates?: readonly Candidate[];
  /** The open work that follows this case. */
  next?: InboxItem | null;
  onClose: () => void;
}

export function DecideDialog({
  view,
  action,
  draftVersion,
  preset,
  candidates = [],
  next = null,
  onClose,
}: DecideDialogProps) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const navigate = useNavigate();
  const { state, send, reset } = useCommand();
  // One id for this dialog: whatever is tried again from it is the same decision.
  const [id, setId] = useState(newCommandId);
  const [answers, setAnswers] = useState({ ...noAnswers, ...preset });
  const [missing, setMissing] = useState<readonly Field[]>([]);
  const form = useRef<HTMLDivElement>(null);
  const title = label(action.label);
  const answered = state.at === "answered";

  const behalfText = ({ name, post }: NonNullable<ActionView["as"]["onBehalfOf"]>) =>
    text("decide.onBehalf", { name, post: postName(post) });
  const confirm = () => {
    const lacking = missingFields(action.verb, answers);
    setMissing(lacking);
    if (lacking.length > 0) {
      form.current?.querySelector<HTMLElement>(`[name="${lacking[0]}"]`)?.focus();
      return;
    }
    const request = requestOf({ id, view, action, answers, ...(draftVersion !== undefined && { draftVersion }) });
    void send({ caseId: view.id, title: view.title, act: action.label, request });
  };
  const again = () => {
    setId(newCommandId());
    reset();
  };
  // A finger beside the dialog must not throw away a reason that was typed.
  const close = (_: object, reason: "backdropClick" | "escapeKeyDown") => {
    const losing = reason === "backdropClick" && state.at === "idle" && answers !== noAnswers;
    if (state.at !== "sending" && !losing) onClose();
  };

  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="decide-title">
      <DialogTitle id="decide-title">{answered ? text("receipt.title") : title}</DialogTitle>
      <DialogContent ref={form}>
        {state.at === "idle" && (
          <>
            <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
              {text("decide.as")}: {text(`role.${action.as.role}`)}
              {action.as.onBehalfOf && `, ${behalfText(action.as.onBehalfOf)}`}.
              {view.content && ` ${text("decide.bound", { number: view.content.number })}`}
              {action.verb === "issue" && ` ${text("decide.issueNote")}`}
            </Typography>
            <DecideFields
              fields={fieldsOf(action.verb)}
              answers={answers}
              missing={missing}
              targets={action.targets}
              candidates={candidates}
              plainReason={action.verb !== "return"}
              parts={partsOf(view)}
              onChange={(change) => setAnswers({ ...answers, ...change })}
            >
              <EngineFields
                fields={fieldsOf(action.verb)}
                {...{ answers, missing, action, view }}
                onChange={(change) => setAnswers({ ...answers, ...change })}
              />
            </DecideFields>
          </>
        )}
        <CommandOutcome state={state} onRetry={(sending) => void send(sending)} onReload={onClose} />
      </DialogContent>
      <DialogActions sx={{ flexWrap: "wrap" }}>
        {state.at === "idle" && (
          <>
            <Button onClick={onClose}>{text("app.cancel")}</Button>
            <Button
              variant="contained"
              color={action.verb === "reject" ? "error" : "primary"}
              onClick={confirm}
              // Nothing has to be filled in: the second key of the two is Enter.
              autoFocus={missingFields(action.verb, noAnswers).length === 0}
            >
              {text("decide.confirm", { verb: lowerFirst(title) })}
            </Button>
          </>
        )}
        {state.at === "refused" && !isStale(state.error) && <Button onClick={again}>{text("app.back")}</Button>}
        {answered && (
          <Onward
            next={next}
            onStay={() => {
              onClose();
              if (action.verb === "submit") void navigate(`/cases/${view.id}`);
            }}
          />
        )}
        {state.at === "unknown" && <Button onClick={onClose}>{text("app.close")}</Button>}
      </DialogActions>
    </Dialog>
  );
}
