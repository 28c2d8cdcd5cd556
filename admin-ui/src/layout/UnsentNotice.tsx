import { useSyncExternalStore } from "react";
import { Alert, Box } from "@mui/material";
import { unsentCommands, watchOutbox } from "../providers/outbox.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";

export const useOutbox = () => useSyncExternalStore(watchOutbox, unsentCommands);

export function UnsentNotice() {
  const text = useText();
  const pending = useOutbox();
  if (pending.length === 0) return null;
  return (
    <Box sx={{ p: 2 }}>
      <Alert severity="warning">
        {text("app.unsent", { smart_count: pending.length })}{" "}
        {pending.map(({ id, caseId, title }) => (
          <Box key={id} component="span" sx={{ mr: 1 }}>
            <TextLink to={`/cases/${caseId}`}>{title}</TextLink>
          </Box>
        ))}
      </Alert>
    </Box>
  );
}
