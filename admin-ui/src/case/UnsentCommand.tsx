import { Alert, AlertTitle, Box, Button } from "@mui/material";
import { useOutbox } from "../layout/UnsentNotice.tsx";
import { useMe } from "../layout/use-me.ts";
import { forgetCommand } from "../providers/outbox.ts";
import { isProblem } from "../providers/api-problem.ts";
import { useProvider } from "../providers/use-provider.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { clockOfInstant } from "../time/dates.ts";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import { useCommand } from "./use-command.ts";

/** A decision confirmed on this device of which nobody knows whether it arrived: it is asked about, not guessed. */
export function UnsentCommand({ caseId }: { caseId: string }) {
  const text = useText();
  const label = useLabel();
  const provider = useProvider();
  const { data: me } = useMe();
  const { state, send } = useCommand();
  const pending = useOutbox().find((command) => command.caseId === caseId && command.personId === me?.personId);
  const drop = async (id: string) => {
    try {
      await provider.getReceipt(id);
      if (pending) await send(pending);
    } catch (error) {
      if (isProblem(error, "not-found")) forgetCommand(id);
    }
  };
  return (
    <Box aria-live="polite">
      {state.at === "answered" && <ReceiptSheet receipt={state.receipt} />}
      {state.at === "refused" && <ProblemNotice error={state.error} />}
      {pending && state.at !== "sending" && (
        <Alert severity="warning" sx={{ mb: 2.5 }}>
          <AlertTitle>{text("unsent.title")}</AlertTitle>
          {text("unsent.text", { act: label(pending.act), time: clockOfInstant(pending.madeAt) })}
          <Box sx={{ display: "flex", gap: 1, mt: 1 }}>
            <Button variant="contained" size="small" onClick={() => void send(pending)}>
              {text("unsent.retry")}
            </Button>
            <Button size="small" color="inherit" onClick={() => void drop(pending.id)}>
              {text("unsent.drop")}
            </Button>
          </Box>
        </Alert>
      )}
    </Box>
  );
}
