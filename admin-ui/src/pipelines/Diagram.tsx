import { useMemo } from "react";
import { Box } from "@mui/material";
import type { FindingView, StepCounts } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { useText } from "../i18n/use-text.ts";
import { DiagramLegend } from "./DiagramLegend.tsx";
import { DiagramStep } from "./DiagramStep.tsx";
import { DiagramWires } from "./DiagramWires.tsx";
import { drawingOf } from "./geometry.ts";
import { inOrderOfWay, layoutOf, type Wire } from "./layout.ts";
import { useTongue } from "./use-step-words.ts";
import { wayWords } from "./way-words.ts";

interface DiagramProps {
  table: Pipeline;
  counts: StepCounts | undefined;
  findings: readonly FindingView[];
  chosen: StepId | null;
  onChoose: (id: StepId) => void;
}

/** Laid out from the table itself: the straight way down, returns at the left, ways that pass steps over at the right. */
export function Diagram({ table, counts, findings, chosen, onChoose }: DiagramProps) {
  const text = useText();
  const tongue = useTongue();
  const layout = useMemo(() => layoutOf(table), [table]);
  const drawing = useMemo(() => drawingOf(layout), [layout]);
  const countOf = (id: StepId) => counts?.steps.find(({ step }) => step === id);
  const { width, height } = drawing;
  return (
    <Box sx={{ minWidth: 0, p: { xs: 1.5, sm: 2.5 } }}>
      <Box
        role="region"
        tabIndex={0}
        aria-label={text("pipelines.diagramLabel", { name: tongue.label(table.name) })}
        sx={{ overflowX: "auto" }}
      >
        <Box sx={{ position: "relative", width, height, mx: "auto" }}>
          <DiagramWires wires={layout.wires} {...{ drawing, chosen }} />
          {layout.wires.filter(isArm(table)).map((wire) => (
            <Box key={wire.from + wire.field} aria-hidden sx={{ ...armStyle, ...drawing.labelAt(wire) }}>
              {wayWords(table.steps[wire.from]!, wire, tongue)}
            </Box>
          ))}
          <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {inOrderOfWay(layout).map((id) => (
              <DiagramStep
                key={id}
                {...{ table, id, corner: drawing.corner(id), chosen: id === chosen, count: countOf(id) }}
                findings={findings.filter(({ step }) => step === id)}
                onChoose={onChoose}
              />
            ))}
          </Box>
        </Box>
      </Box>
      <DiagramLegend />
    </Box>
  );
}

/** A way out of a branch is told in the drawing; every other one speaks for itself, or in the list. */
const isArm =
  (table: Pipeline) =>
  ({ from, route }: Wire): boolean =>
    route !== "left" && table.steps[from]?.kind === "branch";

const armStyle = {
  position: "absolute",
  maxWidth: 118,
  px: 0.5,
  fontSize: "0.75rem",
  lineHeight: 1.3,
  color: "text.secondary",
  bgcolor: "background.paper",
  display: "-webkit-box",
  WebkitLineClamp: 2,
  WebkitBoxOrient: "vertical",
  overflow: "hidden",
} as const;
