import { useState } from "react";
import { Alert, AlertTitle, Box, Button, TextField } from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MigrationView } from "../../../domain/contracts/pipelines.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";

/** Somebody gains the right to act by this migration: one administrator asked for it, another one agrees or declines. */
export function ConfirmMigration({ migration: { id, by, confirmable } }: { migration: MigrationView }) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [lacking, setLacking] = useState(false);
  const answer = useMutation({
    mutationFn: (agreed: boolean) =>
      agreed ? provider.confirmMigration(id) : provider.declineMigration(id, reason.trim()),
    onSettled: () => client.invalidateQueries({ queryKey: ["migration", id] }),
  });
  const decline = () => {
    const empty = reason.trim() === "";
    setLacking(empty);
    if (!empty) answer.mutate(false);
  };
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{text("migration.confirmTitle")}</AlertTitle>
      {text(confirmable ? "migration.confirmText" : "migration.confirmWait", { by })}
      {confirmable && (
        <Box sx={{ display: "grid", gap: 1.5, mt: 1.5, justifyItems: "start", maxWidth: 560 }}>
          <TextField
            label={text("migration.declineReason")}
            value={reason}
            error={lacking}
            {...(lacking && { helperText: text("publish.reasonRequired") })}
            onChange={({ target }) => setReason(target.value)}
          />
          <Box sx={{ display: "flex", gap: 1 }}>
            <Button variant="contained" disabled={answer.isPending} onClick={() => answer.mutate(true)}>
              {text("migration.confirm")}
            </Button>
            <Button disabled={answer.isPending} onClick={decline}>
              {text("migration.decline")}
            </Button>
          </Box>
        </Box>
      )}
      {answer.error && <ProblemNotice error={answer.error} />}
    </Alert>
  );
}
