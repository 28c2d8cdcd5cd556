import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { closedByReason, keyOf, openActions, workPlaceOf } from "./actions.ts";

interface ActionBarProps {
  view: CaseView;
  onChoose: (action: ActionView) => void;
}

const strong = new Set(["approve", "issue", "opine", "decide-lines"]);

/** What may be done now. On a phone it stays under the thumb while the report is read. */
export function ActionBar({ view, onChoose }: ActionBarProps) {
  const text = useText();
  const label = useLabel();
  const actions = openActions(view);
  const place = workPlaceOf(view);
  if (actions.length === 0 && place === null) return null;
  return (
    <Box component="section" aria-label={text("case.actions")} className="no-print" sx={barStyle}>
      {place && (
        <Button component={Link} to={place.to} variant="contained">
          {text(place.label)}
        </Button>
      )}
      {actions.map((action) => (
        <Button
          key={keyOf(action)}
          variant={strong.has(action.verb) ? "contained" : "outlined"}
          color={action.verb === "reject" ? "error" : "primary"}
          onClick={() => onChoose(action)}
        >
          {label(action.label)}
        </Button>
      ))}
    </Box>
  );
}

/** What cannot be done now, each reason once. Reachable by the keyboard: the reason must be found by everybody. */
export function ClosedActions({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const closed = closedByReason(view);
  if (closed.length === 0) {
    if (openActions(view).length > 0 || workPlaceOf(view)) return null;
    return (
      <Typography variant="body2" color="text.secondary">
        {view.outcome === null ? text("case.noActions") : text("case.closed")}
      </Typography>
    );
  }
  return (
    <Box sx={{ display: "grid", gap: 1.5 }}>
      {closed.map(({ reason, actions }, index) => (
        <div key={reason}>
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
            {actions.map((action) => (
              <Button key={keyOf(action)} size="small" aria-disabled aria-describedby={`why-${index}`} sx={closedStyle}>
                {label(action.label)}
              </Button>
            ))}
          </Box>
          <Typography
            id={`why-${index}`}
            variant="caption"
            color="text.secondary"
            component="p"
            sx={{ mt: 0.5, mb: 0 }}
          >
            {reason}
          </Typography>
        </div>
      ))}
    </Box>
  );
}

const closedStyle = { bgcolor: "surface.band", color: "text.secondary", cursor: "not-allowed" } as const;
const barStyle = {
  gridArea: "act",
  display: "flex",
  flexWrap: "wrap",
  gap: 1,
  zIndex: 10,
  position: { xs: "sticky", sm: "static" },
  bottom: 0,
  mx: { xs: -2, sm: 0 },
  px: { xs: 2, sm: 0 },
  py: { xs: 1.25, sm: 0 },
  // Down to the edge of the screen, over the page's own padding.
  mb: { xs: -2, sm: 2 },
  bgcolor: { xs: "background.paper", sm: "transparent" },
  borderTop: { xs: 1, sm: 0 },
  borderColor: "divider",
  "& > *": { flex: { xs: "1 1 auto", sm: "0 1 auto", lg: "1 1 auto" } },
} as const;
