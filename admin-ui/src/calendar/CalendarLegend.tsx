import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { dayTones } from "./day-styles.ts";

const kinds = ["HOLIDAY", "OFF", "SWAP_OFF", "SWAP_WORK", "WORK"] as const;

export function CalendarLegend() {
  const text = useText();
  return (
    <Box component="ul" aria-label={text("calendar.legend")} sx={legendStyle}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Box
            component="span"
            sx={{
              ...letterStyle,
              color: `tone.${dayTones[kind]}.ink`,
              bgcolor: `tone.${dayTones[kind]}.wash`,
              borderColor: `tone.${dayTones[kind]}.line`,
            }}
          >
            {text(`calendar.marks.${kind}`)}
          </Box>
          {text(`calendar.kinds.${kind}`)}
        </li>
      ))}
      <li>{text("calendar.unsavedLegend")}</li>
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
const legendStyle = {
  display: "flex",
  flexWrap: "wrap",
  columnGap: 2.5,
  rowGap: 0.75,
  listStyle: "none",
  m: 0,
  mt: 2.5,
  p: 0,
  fontSize: "0.8125rem",
  color: "text.secondary",
  "& li": { display: "flex", alignItems: "center", gap: 0.75 },
} as const;
