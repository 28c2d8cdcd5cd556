import { useId } from "react";
import { Box, Typography, useMediaQuery, type Theme } from "@mui/material";
import { Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { GridCards } from "./GridCards.tsx";
import { GridHelp } from "./GridHelp.tsx";
import { GridStatus } from "./GridStatus.tsx";
import { GridTools } from "./GridTools.tsx";
import { GridView } from "./GridView.tsx";
import { sheetIn } from "./grid-state.ts";
import type { GridProblems } from "./problems.ts";
import { useGrid, type GridProps } from "./use-grid.ts";
import type { Target } from "./use-target.ts";

interface DataGridProps extends GridProps {
  label: string;
  hint?: string;
  problems: GridProblems;
  readOnly?: boolean;
  target?: Target | null;
}

/** A sheet to fill in: a grid where there is room for one, cards with one row each on a phone. */
export function DataGrid({ label, hint, problems, readOnly = false, target = null, ...data }: DataGridProps) {
  const text = useText();
  const statusId = useId();
  const grid = useGrid(data);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up("sm"), { noSsr: true });
  const empty = sheetIn(grid.state).lines.length === 0;
  const View = wide ? GridView : GridCards;
  return (
    <Box component="section" aria-label={label}>
      <Typography variant="h3">{label}</Typography>
      {hint && (
        <Typography variant="caption" color="text.secondary">
          {hint}
        </Typography>
      )}
      {!readOnly && <GridTools grid={grid} spec={data.spec} wide={wide} />}
      {empty ? (
        <Empty title={text("grid.noRows")}>{!readOnly && text("grid.noRowsHint")}</Empty>
      ) : (
        <View
          label={label}
          spec={data.spec}
          grid={grid}
          problems={problems}
          readOnly={readOnly}
          statusId={statusId}
          target={target}
        />
      )}
      <GridStatus id={statusId} spec={data.spec} state={grid.state} problems={problems} />
      {wide && !empty && !readOnly && <GridHelp />}
    </Box>
  );
}
