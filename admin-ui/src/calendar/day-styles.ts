import type { SystemStyleObject } from "@mui/system";
import type { Theme } from "@mui/material";
import type { CalendarDayKind } from "../../../domain/calendar/index.ts";
import type { Tone } from "../theme/palette.ts";

/** Never the colour alone: each kind has its letter in the cell and its word in the name of the day. */
export const dayTones: Record<CalendarDayKind, Tone> = {
  HOLIDAY: "late",
  OFF: "soon",
  SWAP_OFF: "info",
  SWAP_WORK: "good",
  WORK: "neutral",
};

const toned = (kind: string, tone: Tone): SystemStyleObject<Theme> => ({
  [`& button[data-kind="${kind}"]`]: {
    color: `tone.${tone}.ink`,
    bgcolor: `tone.${tone}.wash`,
    borderColor: `tone.${tone}.line`,
    fontWeight: 700,
  },
});

/** Said once for the whole year: a style of its own for each of 365 days takes the browser a second. */
export const dayStyles: SystemStyleObject<Theme> = {
  display: "grid",
  gap: 2.5,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))", md: "repeat(3, minmax(0, 1fr))", lg: "repeat(4, minmax(0, 1fr))" }, // prettier-ignore
  "& h3": { m: 0, mb: 0.5, fontSize: "0.9375rem", fontWeight: 600 },
  "& table": { width: "100%", borderCollapse: "separate", borderSpacing: "2px", tableLayout: "fixed" },
  "& th": { fontSize: "0.75rem", fontWeight: 500, color: "text.secondary", p: 0, pb: 0.25 },
  "& abbr": { textDecoration: "none" },
  "& td": { p: 0 },
  "& button": {
    width: "100%",
    height: { xs: 44, sm: 34 },
    p: 0,
    font: "inherit",
    fontSize: "0.8125rem",
    color: "text.primary",
    bgcolor: "transparent",
    border: "1px solid transparent",
    borderRadius: 1.5,
    cursor: "pointer",
    "&:hover": { borderColor: "primary.main" },
  },
  "& sup": { fontSize: "0.625rem", fontWeight: 700, ml: "1px", lineHeight: 0 },
  '& button[data-kind="weekend"]': { color: "text.secondary", bgcolor: "surface.band" },
  ...toned("HOLIDAY", dayTones.HOLIDAY),
  ...toned("OFF", dayTones.OFF),
  ...toned("SWAP_OFF", dayTones.SWAP_OFF),
  ...toned("SWAP_WORK", dayTones.SWAP_WORK),
  ...toned("WORK", dayTones.WORK),
  "& button[data-today]": { textDecoration: "underline", textUnderlineOffset: "3px", fontWeight: 700 },
  "& button[data-unsaved]": { border: "2px dashed", borderColor: "primary.main" },
};
