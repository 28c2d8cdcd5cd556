import { useTheme } from "@mui/material";
import type { Edge } from "../../../domain/lint/edges.ts";

/** A way is told by its dashes as well as by its colour. */
export function useWayColours(): Record<Edge["way"], { ink: string; dash?: string | undefined }> {
  const { tone } = useTheme().palette;
  return {
    onward: { ink: tone.neutral.ink },
    back: { ink: tone.soon.ink, dash: "5 4" },
    aside: { ink: tone.late.ink, dash: "1.5 4" },
  };
}
