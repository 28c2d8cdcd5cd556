import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";
import { newCommandId } from "../providers/command-id.ts";
import { CommandOutcome } from "./CommandOutcome.tsx";
import { missingFields, noAnswers, requestOf } from "./decision.ts";
import { useCommand } from "./use-command.ts";

interface AnswerQuestionProps {
  view: CaseView;
  action: ActionView;
  question: number;
}

export function AnswerQuestion({ view, action, question }: AnswerQuestionProps) {
  const text = useText();
  const { state, send, reset } = useCommand();
  const [id, setId] = useState(newCommandId);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const answers = { ...noAnswers, note, question };
  const lacking = tried && missingFields(action.verb, answers).length > 0;
  const answer = () => {
    setTried(true);
    if (missingFields(action.verb, answers).length > 0) return;
    const request = requestOf({ id, view, action, answers });
    void send({ caseId: view.id, title: view.title, act: action.label, request });
  };
  const again = () => {
    setId(newCommandId());
    reset();
  };
  return (
    <Box sx={{ mt: 1, display: "grid", gap: 1, justifyItems: "start" }} aria-live="polite">
      {state.at === "idle" && (
        <>
          <TextField
            fullWidth
            multiline
            required
            minRows={2}
            label={text("question.answer")}
            value={note}
            error={lacking}
            helperText={lacking && text("decide.noteRequired")}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button variant="contained" onClick={answer}>
            {text("question.send")}
          </Button>
        </>
      )}
      <CommandOutcome state={state} onRetry={(sending) => void send(sending)} onReload={again} />
      {state.at === "refused" && <Button onClick={again}>{text("app.back")}</Button>}
    </Box>
  );
}
