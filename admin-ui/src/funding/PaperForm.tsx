import type { ReactNode } from "react";
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";

interface PaperFormProps {
  title: string;
  lead?: string;
  send: string;
  /** Another colour where it takes something away. */
  grave?: boolean;
  sending: { isPending: boolean; isSuccess: boolean; error: unknown; lost: boolean };
  blocked?: boolean;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** One saying about money: its fields, what the server answers, and the way to send it again without harm. */
export function PaperForm({ title, lead, send, grave, sending, blocked, onSend, onClose, children }: PaperFormProps) {
  const text = useText();
  const { isPending, isSuccess, error, lost } = sending;
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={isPending ? undefined : onClose} aria-labelledby="paper-title">
      <DialogTitle id="paper-title">{title}</DialogTitle>
      <DialogContent>
        {isSuccess ? (
          <Alert severity="success">{text("ledger.done")}</Alert>
        ) : (
          <Box sx={{ display: "grid", gap: 2, pt: 1 }}>
            {lead !== undefined && <Typography color="text.secondary">{lead}</Typography>}
            {children}
            {lost && <Alert severity="warning">{text("ledger.lost")}</Alert>}
            {error !== null && !lost && <ProblemNotice error={error} />}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isPending}>
          {text(isSuccess ? "app.close" : "app.cancel")}
        </Button>
        {!isSuccess && (
          <Button
            variant="contained"
            color={grave === true ? "error" : "primary"}
            disabled={isPending || blocked === true}
            onClick={onSend}
          >
            {lost ? text("ledger.again") : send}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
