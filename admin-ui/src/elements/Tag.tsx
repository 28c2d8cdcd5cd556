import type { ReactNode } from "react";
import { Box } from "@mui/material";
import type { Tone } from "../theme/palette.ts";

const marks: Record<Tone, string> = { neutral: "○", accent: "●", good: "✓", soon: "◔", late: "!", info: "i" };

/** Colour, sign and word together: none of the three is needed to understand the other two. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: "inline-flex",
        flexShrink: 0,
        maxWidth: "100%",
        alignItems: "baseline",
        gap: 0.75,
        px: 1,
        py: 0.25,
        borderRadius: 1.5,
        border: 1,
        fontSize: "0.8125rem",
        fontWeight: 600,
        lineHeight: 1.5,
        color: theme.palette.tone[tone].ink,
        bgcolor: theme.palette.tone[tone].wash,
        borderColor: theme.palette.tone[tone].line,
      })}
    >
      <span aria-hidden="true">{marks[tone]}</span>
      <span>{children}</span>
    </Box>
  );
}
