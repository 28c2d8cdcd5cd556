import { Box, Typography } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useRoomy } from "../elements/use-width.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { CaseFacts } from "./CaseFacts.tsx";
import { Waypoints } from "./Waypoints.tsx";

/** Beside the report where there is room; where there is none, one line that opens. */
export function WaySheets({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const roomy = useRoomy();
  const { waypoints } = view;
  if (roomy) {
    return (
      <>
        <Sheet title={text("case.way")}>
          <Waypoints waypoints={waypoints} />
        </Sheet>
        <Sheet title={text("case.info")}>
          <CaseFacts view={view} />
        </Sheet>
      </>
    );
  }
  const at = waypoints.findIndex(({ phase }) => phase === "current");
  const name = waypoints[at] ? label(waypoints[at].name) : label(view.stepName);
  return (
    <Box component="details" sx={foldedStyle}>
      <summary>
        {text("case.wayAt", { at: at < 0 ? waypoints.length : at + 1, total: waypoints.length })}:{" "}
        <strong>{name}</strong>
      </summary>
      <Typography variant="h2" sx={{ mt: 2, mb: 1.5 }}>
        {text("case.way")}
      </Typography>
      <Waypoints waypoints={waypoints} />
      <Typography variant="h2" sx={{ mt: 2, mb: 1.5 }}>
        {text("case.info")}
      </Typography>
      <CaseFacts view={view} />
    </Box>
  );
}

const foldedStyle = {
  bgcolor: "background.paper",
  border: 1,
  borderColor: "divider",
  borderRadius: 1.5,
  px: { xs: 2, sm: 2.5 },
  py: 1.25,
  mb: 2,
  "& > summary": { cursor: "pointer", minHeight: 32, alignContent: "center" },
} as const;
