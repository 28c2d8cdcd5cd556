import { useState } from "react";
import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonView } from "../../../domain/contracts/accounts.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { Password } from "./Password.tsx";

interface Answer {
  email: string;
  /** Of an account that was opened; shown this once. */
  password?: string;
}

export function AccountDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { id, name, email, account } = person;
  const verb = account ? "end" : "open";
  const change = useMutation({
    mutationFn: (): Promise<Answer> =>
      account ? provider.endAccount(id, reason.trim()) : provider.openAccount(id, reason.trim()),
    onSettled: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
  const lacking = tried && reason.trim() === "";
  const send = () => {
    setTried(true);
    if (reason.trim() === "") return document.getElementById("account-reason")?.focus();
    change.mutate();
  };
  // A password that was shown once must not vanish by a slip of the mouse.
  const close = change.isPending || change.data?.password !== undefined ? undefined : onClose;
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="account-title">
      <DialogTitle id="account-title">{text(`people.${verb}For`, { name })}</DialogTitle>
      <DialogContent>
        <Box aria-live="polite">
          {change.error && <ProblemNotice error={change.error} />}
          {change.data && (
            <Alert severity="success">
              <AlertTitle>{text(`people.${verb}ed`, { name })}</AlertTitle>
              {text(`people.${verb}edText`)}
            </Alert>
          )}
          {change.data?.password && <Password email={change.data.email} password={change.data.password} />}
        </Box>
        {!change.data && (
          <>
            <Typography variant="body2" sx={{ mb: 2, mt: change.error ? 2 : 0 }}>
              {text(`people.${verb}Text`, { email })}
            </Typography>
            <TextField
              required
              multiline
              autoFocus
              id="account-reason"
              label={text("people.reason")}
              value={reason}
              error={lacking}
              helperText={text(
                lacking ? "people.reasonRequired" : account ? "people.reasonEndHelp" : "people.reasonOpenHelp",
              )}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        {change.data ? (
          <Button variant="contained" onClick={onClose}>
            {text("app.close")}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={change.isPending}>
              {text("app.cancel")}
            </Button>
            <Button
              variant="contained"
              color={account ? "error" : "primary"}
              disabled={change.isPending}
              onClick={send}
            >
              {text(`people.${verb}`)}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
