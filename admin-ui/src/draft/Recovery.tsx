import { useState } from "react";
import { Alert, AlertTitle, Box, Button } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";
import { clockOfInstant } from "../time/dates.ts";
import { forgetLocalDraft, localDraft, type LocalDraft } from "./local-draft.ts";
import { same } from "./merge.ts";
import type { DraftInHand } from "./use-draft.ts";

interface Found {
  kept: LocalDraft | null;
  choose: (use: boolean) => void;
}

/** Nothing may be typed over what this device has kept before somebody has chosen. */
export function useRecovery(initial: DraftView, draft: DraftInHand, editable: boolean): Found {
  const { caseId } = initial;
  const [kept, setKept] = useState(() => (editable ? localDraft(caseId) : null));
  const choose = (use: boolean) => {
    if (use && kept) draft.restore(kept);
    else forgetLocalDraft(caseId);
    setKept(null);
  };
  return { kept: kept && same(kept.body, initial.body) ? null : kept, choose };
}

export function Recovery({ found: { kept, choose } }: { found: Found }) {
  const text = useText();
  if (!kept) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      <AlertTitle>{text("recovery.title")}</AlertTitle>
      {text("recovery.text", { time: clockOfInstant(kept.at) })}
      <Box sx={{ display: "flex", gap: 1, mt: 1 }}>
        <Button variant="contained" size="small" onClick={() => choose(true)}>
          {text("recovery.keep")}
        </Button>
        <Button size="small" color="inherit" onClick={() => choose(false)}>
          {text("recovery.drop")}
        </Button>
      </Box>
    </Alert>
  );
}
