import { useState } from "react";
import { Box, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import type { FindingView, StepCounts } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useNarrow } from "../elements/use-width.ts";
import { useText } from "../i18n/use-text.ts";
import { clock } from "../time/dates.ts";
import { Diagram } from "./Diagram.tsx";
import { StepDetail } from "./StepDetail.tsx";
import { StepTable } from "./StepTable.tsx";

interface StepsProps {
  table: Pipeline;
  title?: string;
  /** Absent: a table that no case runs with yet. */
  counts?: StepCounts | undefined;
  findings?: readonly FindingView[];
}

/** The table drawn, or told as a list; both say the same. On a phone the list comes first. */
export function Steps({ table, title, counts, findings = [] }: StepsProps) {
  const text = useText();
  const narrow = useNarrow();
  const [view, setView] = useState<"diagram" | "list">(narrow ? "list" : "diagram");
  const [chosen, setChosen] = useState<StepId | null>(null);
  return (
    <Sheet
      flush
      title={title ?? text("pipelines.steps")}
      aside={
        <>
          {counts && (
            <Typography variant="caption" color="text.secondary">
              {text("pipelines.countedAt", { time: clock(counts.countedAt) })}
            </Typography>
          )}
          <ToggleButtonGroup
            exclusive
            size="small"
            value={view}
            aria-label={text("pipelines.view")}
            onChange={(_, next: typeof view | null) => next && setView(next)}
          >
            <ToggleButton value="diagram">{text("pipelines.diagram")}</ToggleButton>
            <ToggleButton value="list">{text("pipelines.list")}</ToggleButton>
          </ToggleButtonGroup>
        </>
      }
    >
      {view === "list" ? (
        <StepTable table={table} counts={counts} />
      ) : (
        <Box sx={besides}>
          <Diagram {...{ table, counts, findings, chosen }} onChoose={setChosen} />
          <StepDetail table={table} id={chosen} counts={counts} findings={findings} />
        </Box>
      )}
    </Sheet>
  );
}

const besides = {
  display: "grid",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 1fr) 320px" },
  borderTop: 1,
  borderColor: "divider",
} as const;
