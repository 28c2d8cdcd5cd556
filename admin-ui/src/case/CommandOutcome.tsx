import { Alert, AlertTitle, Box, Button, CircularProgress } from "@mui/material";
import { isProblem } from "../providers/api-problem.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { clockOfInstant } from "../time/dates.ts";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import type { CommandState, Sending } from "./use-command.ts";

interface CommandOutcomeProps {
  state: CommandState;
  onRetry: (sending: Sending) => void;
  onReload: () => void;
}

export function CommandOutcome({ state, onRetry, onReload }: CommandOutcomeProps) {
  const text = useText();
  const label = useLabel();
  return (
    <Box aria-live="polite" sx={{ mt: 1 }}>
      {state.at === "sending" && (
        <Box sx={{ display: "flex", gap: 1.5, alignItems: "center", py: 2 }}>
          <CircularProgress size={22} aria-label={text("decide.sending")} /> {text("decide.sending")}
        </Box>
      )}
      {state.at === "answered" && <ReceiptSheet receipt={state.receipt} />}
      {state.at === "refused" && <Refused error={state.error} onReload={onReload} />}
      {state.at === "unknown" && (
        <Alert severity="warning">
          <AlertTitle>{text("unsent.title")}</AlertTitle>
          {text("unsent.text", { act: label(state.sending.act), time: clockOfInstant(state.since) })}
          <Box sx={{ mt: 1 }}>
            <Button variant="contained" size="small" onClick={() => onRetry(state.sending)}>
              {text("unsent.retry")}
            </Button>
          </Box>
        </Alert>
      )}
    </Box>
  );
}

/** Nothing to try again in the same dialog: it was opened on a case that is no more as it was. */
export const isStale = (error: unknown): boolean => isProblem(error) && error.status === 409;

/** Someone was faster, or the page is old: what happened is told by the server, the way on is to read again. */
function Refused({ error, onReload }: { error: unknown; onReload: () => void }) {
  const text = useText();
  if (!isProblem(error) || !isStale(error)) return <ProblemNotice error={error} />;
  const { title, detail, remedy } = error.problem;
  return (
    <Alert severity="warning">
      <AlertTitle>{title}</AlertTitle>
      {[detail, remedy].filter(Boolean).join(" ")}
      <Box sx={{ mt: 1 }}>
        <Button variant="contained" size="small" onClick={onReload} autoFocus>
          {text("stale.reload")}
        </Button>
      </Box>
    </Alert>
  );
}
