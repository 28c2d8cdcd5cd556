import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { useWayColours } from "./use-way-colours.ts";

const words = {
  onward: "pipelines.legendOnward",
  back: "pipelines.legendBack",
  aside: "pipelines.legendAside",
} as const;

export function DiagramLegend() {
  const text = useText();
  const colours = useWayColours();
  return (
    <Box component="ul" aria-label={text("pipelines.legend")} sx={legendStyle}>
      {(["onward", "back", "aside"] as const).map((way) => (
        <li key={way}>
          <svg width="34" height="8" aria-hidden>
            <path
              d="M1 4 H33"
              fill="none"
              stroke={colours[way].ink}
              strokeWidth="2"
              strokeDasharray={colours[way].dash}
            />
          </svg>
          {text(words[way])}
        </li>
      ))}
    </Box>
  );
}

const legendStyle = {
  display: "flex",
  flexWrap: "wrap",
  columnGap: 2.5,
  rowGap: 0.5,
  listStyle: "none",
  m: 0,
  mt: 1.5,
  p: 0,
  fontSize: "0.8125rem",
  color: "text.secondary",
  "& li": { display: "flex", alignItems: "center", gap: 1 },
} as const;
