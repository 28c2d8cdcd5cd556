import { useEffect, useRef, useState } from "react";
import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { DecideDialog } from "../case/DecideDialog.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { useForm } from "./form-context.ts";
import { ProblemList } from "./ProblemList.tsx";
import type { DraftInHand } from "./use-draft.ts";

interface CheckSheetProps {
  view: CaseView;
  draft: DraftInHand;
  onFix: (section: string, path: string) => void;
}

export function CheckSheet({ view, draft, onFix }: CheckSheetProps) {
  const text = useText();
  const [deciding, setDeciding] = useState<{ action: ActionView; version: number; view: CaseView } | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { form } = useForm();
  const { state, save } = draft;
  const problems = draft.problems.filter(({ severity }) => severity !== "warn");
  const warnings = draft.problems.filter(({ severity }) => severity === "warn");
  const settled = state.at === "clean";
  const action = view.actions.find(({ verb }) => verb === "submit");

  // The check that counts is the server's, of what it holds: so it must hold everything first.
  useEffect(() => {
    if (state.at === "dirty") void save();
  }, [state.at, save]);
  useEffect(() => summary.current?.focus(), []);

  return (
    <Sheet title={text("check.title")}>
      <Box ref={summary} tabIndex={-1} aria-live="polite">
        {!settled && <Typography>{text("check.saveFirst")}</Typography>}
        {problems.length > 0 ? (
          <Alert severity="error">
            <AlertTitle>{text("check.errors", { smart_count: problems.length })}</AlertTitle>
            {text("check.fix")}
            <ProblemList problems={problems} onFix={onFix} />
          </Alert>
        ) : (
          <Alert severity="success">
            <AlertTitle>{text("check.ready")}</AlertTitle>
            {text("check.readyText")} {text("check.locked")}
          </Alert>
        )}
        {warnings.length > 0 && (
          <Alert severity="warning" sx={{ mt: 1.5 }}>
            <AlertTitle>{text("check.warnings", { smart_count: warnings.length })}</AlertTitle>
            <ProblemList problems={warnings} onFix={onFix} />
          </Alert>
        )}
      </Box>
      <Box sx={{ my: 2 }}>
        <Button
          variant="contained"
          size="large"
          disabled={!settled || problems.length > 0 || !action?.enabled}
          onClick={() => action && setDeciding({ action, version: draft.version, view })}
        >
          {text(view.form === "paper" ? "paper.submit" : "check.submit")}
        </Button>
        {action && !action.enabled && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {text("check.notNow")}: {action.reason}
          </Typography>
        )}
      </Box>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {text("check.answers")}
      </Typography>
      <form.Answers body={draft.body} view={view} />
      {deciding && (
        <DecideDialog
          view={deciding.view}
          action={deciding.action}
          draftVersion={deciding.version}
          onClose={() => setDeciding(null)}
        />
      )}
    </Sheet>
  );
}
