import { Box } from "@mui/material";
import type { CalendarDayKind } from "../../../domain/calendar/index.ts";
import { useText } from "../i18n/use-text.ts";
import { dayTones } from "./day-styles.ts";

/** A kind of day by its letter, as it stands in the grid, and its word. */
export function DayKind({ kind }: { kind: CalendarDayKind }) {
  const text = useText();
  const tone = dayTones[kind];
  return (
    <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          ...letterStyle,
          color: `tone.${tone}.ink`,
          bgcolor: `tone.${tone}.wash`,
          borderColor: `tone.${tone}.line`,
        }}
      >
        {text(`calendar.marks.${kind}`)}
      </Box>
      {text(`calendar.kinds.${kind}`)}
    </Box>
  );
}

const letterStyle = {
  display: "inline-grid",
  placeItems: "center",
  width: 22,
  height: 22,
  border: 1,
  borderRadius: 1,
  fontSize: "0.75rem",
  fontWeight: 700,
} as const;
