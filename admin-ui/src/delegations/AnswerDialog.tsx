import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from "@mui/material";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useAnswer } from "./use-delegations.ts";

interface AnswerDialogProps {
  delegationId: string;
  answer: "declined" | "ended";
  onClose: () => void;
}

const words = { declined: "decline", ended: "end" } as const;

export function AnswerDialog({ delegationId, answer, onClose }: AnswerDialogProps) {
  const text = useText();
  const send = useAnswer(delegationId);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const lacking = tried && reason.trim() === "";
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== "") send.mutate({ answer, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="answer-title">
      <DialogTitle id="answer-title">{text(`delegations.${words[answer]}`)}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {text(`delegations.${words[answer]}Text`)}
        </Typography>
        <TextField
          required
          fullWidth
          multiline
          minRows={2}
          label={text("decide.reasonPlain")}
          value={reason}
          error={lacking}
          helperText={lacking && text("decide.reasonRequired")}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={({ target }) => setReason(target.value)}
        />
        {send.error && <ProblemNotice error={send.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text("app.cancel")}</Button>
        <Button variant="contained" color="error" disabled={send.isPending} onClick={confirm}>
          {text(`delegations.${words[answer]}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
