import { Box } from "@mui/material";
import { formatDong } from "../../../domain/money/dong.ts";
import { useText, type Text } from "../i18n/use-text.ts";
import type { GridSpec } from "./column.ts";
import { sheetIn, type GridState } from "./grid-state.ts";
import { WHOLE_ROW, type GridProblems } from "./problems.ts";
import { factsOf } from "./sums.ts";

interface GridStatusProps {
  id: string;
  spec: GridSpec;
  state: GridState;
  problems: GridProblems;
}

function leftText({ left }: GridState, text: Text): string[] {
  if (!left) return [];
  return [
    left.rows > 0 ? text("grid.leftRows", { smart_count: left.rows }) : "",
    left.cells > 0 ? text("grid.leftCells", { smart_count: left.cells }) : "",
    left.unread > 0 ? text("grid.leftUnread", { smart_count: left.unread }) : "",
  ].filter((part) => part !== "");
}

function wrongText(state: GridState, { columns }: GridSpec, problems: GridProblems, text: Text): string | undefined {
  const { row, column } = state.selection.anchor;
  const key = columns[column]?.key ?? "";
  if (sheetIn(state).lines[row]?.unread[key] !== undefined) return text("grid.unread");
  const cells = problems.get(row);
  return (cells?.get(key) ?? cells?.get(WHOLE_ROW))?.message;
}

/** One line under the sheet: what is wrong here, what a paste left behind, or what the selection adds up to. */
export function GridStatus({ id, spec, state, problems }: GridStatusProps) {
  const text = useText();
  const left = leftText(state, text);
  const wrong = wrongText(state, spec, problems, text);
  const facts = factsOf(sheetIn(state), state.selection, spec);
  const several = facts.rows * facts.columns > 1;
  const said =
    left.length > 0
      ? left.join(" ")
      : (wrong ??
        (several
          ? text("grid.selected", { rows: facts.rows, columns: facts.columns }) +
            (facts.sum === undefined ? "" : ` ${text("grid.sum", { amount: formatDong(facts.sum) })}`)
          : ""));
  return (
    <Box
      id={id}
      role="status"
      sx={{
        minHeight: 28,
        pt: 0.75,
        fontSize: "0.8125rem",
        color: left.length > 0 || wrong ? "tone.late.ink" : "text.secondary",
      }}
    >
      {said}
    </Box>
  );
}
