import { useState } from "react";
import { Box, ButtonBase, Typography } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import type { GridSpec } from "./column.ts";
import { sheetIn } from "./grid-state.ts";
import type { GridProblems } from "./problems.ts";
import { RowDialog } from "./RowDialog.tsx";
import { shownIn, type Line } from "./sheet.ts";
import type { GridInHand } from "./use-grid.ts";
import type { Target } from "./use-target.ts";

export interface GridCardsProps {
  label: string;
  spec: GridSpec;
  grid: GridInHand;
  problems: GridProblems;
  readOnly: boolean;
  statusId: string;
  target: Target | null;
}

/** One row, one card; what is far away is not drawn until it is near (content-visibility). */
const cardStyle = {
  display: "block",
  width: "100%",
  textAlign: "left",
  p: 1.5,
  border: 1,
  borderColor: "divider",
  borderRadius: 1.5,
  bgcolor: "background.paper",
  contentVisibility: "auto",
  containIntrinsicSize: "auto 96px",
} as const;

export function GridCards({ label, spec, grid, problems, readOnly, target }: GridCardsProps) {
  const text = useText();
  const { lines } = sheetIn(grid.state);
  const [asked, setAsked] = useState<Target | null>(target);
  const [open, setOpen] = useState<number | null>(target?.row ?? null);
  if (asked !== target) {
    setAsked(target);
    if (target) setOpen(target.row);
  }
  return (
    <>
      <Box component="ol" aria-label={label} sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {lines.map((line, index) => (
          <li key={line.key}>
            <ButtonBase sx={cardStyle} onClick={() => setOpen(index)}>
              <Card line={line} index={index} spec={spec} wrong={problems.has(index) || hasUnread(line)} />
            </ButtonBase>
          </li>
        ))}
      </Box>
      <Totals spec={spec} grid={grid} />
      {open !== null && lines[open] && (
        <RowDialog
          title={text("grid.row", { row: open + 1 })}
          line={lines[open]}
          index={open}
          last={open === lines.length - 1}
          spec={spec}
          problems={problems.get(open)}
          readOnly={readOnly}
          act={grid.act}
          onOpen={setOpen}
        />
      )}
    </>
  );
}

const hasUnread = (line: Line): boolean => Object.keys(line.unread).length > 0;

function Card({ line, index, spec, wrong }: { line: Line; index: number; spec: GridSpec; wrong: boolean }) {
  const text = useText();
  const [head, ...rest] = spec.columns;
  const filled = rest.map((column) => [column, shownIn(line, column)] as const).filter(([, shown]) => shown !== "");
  return (
    <>
      <Typography component="span" sx={{ display: "block", fontWeight: 600 }}>
        {index + 1}. {(head && shownIn(line, head)) || text("grid.empty")}
      </Typography>
      {filled.map(([column, shown]) => (
        <Typography component="span" variant="body2" color="text.secondary" key={column.key} sx={{ display: "block" }}>
          {column.label}: {shown}
        </Typography>
      ))}
      {wrong && (
        <Typography component="span" variant="body2" sx={{ display: "block", color: "tone.late.ink", fontWeight: 600 }}>
          {text("grid.rowWrong")}
        </Typography>
      )}
    </>
  );
}

function Totals({ spec, grid }: { spec: GridSpec; grid: GridInHand }) {
  const text = useText();
  return (
    <Box component="dl" sx={{ m: 0, mt: 1.5, p: 1.5, bgcolor: "surface.band", borderRadius: 1.5 }}>
      {spec.columns
        .filter(({ total }) => total)
        .map((column) => (
          <Box key={column.key} sx={{ display: "flex", justifyContent: "space-between", gap: 1 }}>
            <dt>{text("grid.totalOf", { column: column.label })}</dt>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {column.show(column.total?.(grid.state.rows) ?? "0")}
            </Box>
          </Box>
        ))}
    </Box>
  );
}
