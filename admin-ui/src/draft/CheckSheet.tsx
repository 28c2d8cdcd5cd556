import { useEffect, useRef, useState } from "react";
import { Alert, AlertTitle, Box, Button, Link, Typography } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { DecideDialog } from "../case/DecideDialog.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { ReportView } from "../report/ReportView.tsx";
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
  const { problems, state, save } = draft;
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
            <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, display: "grid", gap: 0.75 }}>
              {problems.map(({ section, path, code, message }) => (
                <li key={path + code}>
                  <Link
                    component="button"
                    type="button"
                    sx={{ textAlign: "left", font: "inherit" }}
                    onClick={() => onFix(section, path)}
                  >
                    {section === "head" && `${text("draft.head")}: `}
                    {message}
                  </Link>
                </li>
              ))}
            </Box>
          </Alert>
        ) : (
          <Alert severity="success">
            <AlertTitle>{text("check.ready")}</AlertTitle>
            {text("check.readyText")} {text("check.locked")}
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
          {text("check.submit")}
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
      <ReportView report={draft.body} unit={{ code: view.unit, name: view.unitName }} />
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
