import { Box, useTheme } from "@mui/material";
import type { StepId } from "../../../domain/engine/pipeline.ts";
import type { Drawing } from "./geometry.ts";
import type { Wire } from "./layout.ts";
import { useWayColours } from "./use-way-colours.ts";

interface DiagramWiresProps {
  wires: readonly Wire[];
  drawing: Drawing;
  chosen: StepId | null;
}

export function DiagramWires({ wires, drawing, chosen }: DiagramWiresProps) {
  const colours = useWayColours();
  const { palette } = useTheme();
  const touches = ({ from, to }: Wire): boolean => from === chosen || to === chosen;
  // What belongs to the chosen step is drawn last, over the rest.
  const ordered = [...wires].sort((a, b) => Number(touches(a)) - Number(touches(b)));
  return (
    <Box
      component="svg"
      aria-hidden
      width={drawing.width}
      height={drawing.height}
      sx={{ position: "absolute", inset: 0 }}
    >
      <defs>
        {Object.entries({ ...colours, chosen: { ink: palette.primary.main } }).map(([way, { ink }]) => (
          <marker
            key={way}
            id={`end-${way}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0.5 L8 4 L0 7.5 Z" fill={ink} />
          </marker>
        ))}
      </defs>
      {ordered.map((wire) => {
        const { ink, dash } = colours[wire.way];
        const on = touches(wire);
        return (
          <path
            key={`${wire.from} ${wire.field}`}
            d={drawing.pathOf(wire)}
            fill="none"
            stroke={on ? palette.primary.main : ink}
            strokeWidth={on ? 2.25 : 1.5}
            strokeDasharray={dash}
            markerStart={`url(#end-${on ? "chosen" : wire.way})`}
          />
        );
      })}
    </Box>
  );
}
