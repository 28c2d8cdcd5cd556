import { useId } from "react";
import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";

/** Submitting and freezing start where their content is written; reassigning, where one sees who could take the work. */
const elsewhere = new Set(["submit", "freeze", "reassign"]);

interface ActionBarProps {
  view: CaseView;
  onChoose: (action: ActionView) => void;
}

export function ActionBar({ view, onChoose }: ActionBarProps) {
  const text = useText();
  const actions = view.actions.filter(({ verb }) => !elsewhere.has(verb));
  const draft = view.form === "annual-report" && view.draft.editable;
  const desk = view.form === "consolidated-report" && view.campaignId !== null && view.draft.editable;
  const nothing = actions.length === 0 && !draft && !desk;
  return (
    <Sheet title={text("case.actions")}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "flex-start" }}>
        {draft && (
          <Button component={Link} to={`/cases/${view.id}/draft`} variant="contained">
            {text("case.openDraft")}
          </Button>
        )}
        {desk && (
          <Button component={Link} to={`/cycles/${view.campaignId}/desk`} variant="contained">
            {text("case.openDesk")}
          </Button>
        )}
        {actions.map((action) => (
          <ActionButton key={action.verb + action.as.unit + action.as.role} action={action} onChoose={onChoose} />
        ))}
      </Box>
      {nothing && (
        <Typography color="text.secondary">
          {view.outcome === null ? text("case.noActions") : text("case.closed")}
        </Typography>
      )}
    </Sheet>
  );
}

const strong = new Set(["approve", "issue", "opine", "decide-lines"]);

function ActionButton({ action, onChoose }: { action: ActionView; onChoose: (action: ActionView) => void }) {
  const label = useLabel();
  const id = useId();
  return (
    <Box sx={{ maxWidth: 320 }}>
      <Button
        variant={strong.has(action.verb) ? "contained" : "outlined"}
        color={action.verb === "reject" ? "error" : "primary"}
        // Reachable by the keyboard while it cannot be used: the reason must be found by everybody.
        aria-disabled={!action.enabled}
        aria-describedby={action.reason ? id : undefined}
        onClick={() => action.enabled && onChoose(action)}
        sx={
          action.enabled ? {} : { bgcolor: "action.disabledBackground", color: "text.secondary", cursor: "not-allowed" }
        }
      >
        {label(action.label)}
      </Button>
      {action.reason && (
        <Typography id={id} variant="caption" color="text.secondary" component="p" sx={{ mt: 0.5, mb: 0 }}>
          {action.reason}
        </Typography>
      )}
    </Box>
  );
}
