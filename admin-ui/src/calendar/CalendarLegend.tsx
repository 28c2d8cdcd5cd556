import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { DayKind } from "./DayKind.tsx";

const kinds = ["HOLIDAY", "OFF", "SWAP_OFF", "SWAP_WORK", "WORK"] as const;

export function CalendarLegend() {
  const text = useText();
  return (
    <Box component="ul" aria-label={text("calendar.legend")} sx={legendStyle}>
      {kinds.map((kind) => (
        <li key={kind}>
          <DayKind kind={kind} />
        </li>
      ))}
      <li>{text("calendar.unsavedLegend")}</li>
    </Box>
  );
}

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
} as const;
