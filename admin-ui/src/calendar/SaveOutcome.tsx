import { Alert, AlertTitle, Box, Button } from "@mui/material";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { Rebase } from "./Rebase.tsx";
import type { CalendarSave } from "./use-save-calendar.ts";

interface SaveOutcomeProps {
  save: CalendarSave;
  unknown: boolean;
  onRebase: () => void;
}

export function SaveOutcome({ save, unknown, onRebase }: SaveOutcomeProps) {
  const text = useText();
  const { data, error, variables } = save;
  return (
    <Box aria-live="polite" sx={{ "&:not(:empty)": { mb: 2 } }}>
      {data && data.serial !== null && (
        <Alert severity="success">
          <AlertTitle>{text("calendar.saved", { serial: data.serial })}</AlertTitle>
          {text("calendar.savedText")}
        </Alert>
      )}
      {data && data.serial === null && (
        <Alert severity="info">
          <AlertTitle>{text("calendar.taken")}</AlertTitle>
          {text("calendar.takenText")}
        </Alert>
      )}
      {error && !unknown && <ProblemNotice error={error} />}
      <Rebase error={error} onRebase={onRebase} />
      {unknown && variables && (
        <Alert severity="warning">
          <AlertTitle>{text("calendar.unknown")}</AlertTitle>
          {text("calendar.unknownText")}
          <Box sx={{ mt: 1 }}>
            <Button variant="contained" size="small" onClick={() => save.mutate(variables)}>
              {text("calendar.again")}
            </Button>
          </Box>
        </Alert>
      )}
    </Box>
  );
}
