import { useState } from "react";
import { Alert, AlertTitle, Box, Button } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";
import { clockOfInstant } from "../time/dates.ts";
import { forgetLocalDraft, localDraft } from "./local-draft.ts";
import type { DraftInHand } from "./use-draft.ts";

export function Recovery({ caseId, initial, draft }: { caseId: string; initial: DraftView; draft: DraftInHand }) {
  const text = useText();
  const [found, setFound] = useState(() => localDraft(caseId));
  if (!found || JSON.stringify(found.body) === JSON.stringify(initial.body)) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      <AlertTitle>{text("recovery.title")}</AlertTitle>
      {text("recovery.text", { time: clockOfInstant(found.at) })}
      <Box sx={{ display: "flex", gap: 1, mt: 1 }}>
        <Button
          variant="contained"
          size="small"
          onClick={() => {
            draft.replace(found.body);
            setFound(null);
          }}
        >
          {text("recovery.keep")}
        </Button>
        <Button
          size="small"
          color="inherit"
          onClick={() => {
            forgetLocalDraft(caseId);
            setFound(null);
          }}
        >
          {text("recovery.drop")}
        </Button>
      </Box>
    </Alert>
  );
}
