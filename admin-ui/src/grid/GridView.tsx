import { useCallback, useId, useMemo, useRef } from "react";
import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { CellEditor, type Hand } from "./CellEditor.tsx";
import type { CellProblem, GridProblems } from "./problems.ts";
import type { GridColumn, GridSpec } from "./column.ts";
import { GridLine } from "./GridLine.tsx";
import { GridFoot, GridHead } from "./GridEdges.tsx";
import { gridStyle, INDEX_WIDTH, ROW_HEIGHT } from "./grid-style.ts";
import { sheetIn } from "./grid-state.ts";
import { rangeOf } from "./selection.ts";
import { shownIn } from "./sheet.ts";
import type { GridInHand } from "./use-grid.ts";
import { useTarget, type Target } from "./use-target.ts";
import { useGridHands } from "./use-grid-hands.ts";
import { useVisibleRows } from "./use-visible-rows.ts";

interface GridViewProps {
  label: string;
  spec: GridSpec;
  grid: GridInHand;
  problems: GridProblems;
  readOnly: boolean;
  statusId: string;
  target: Target | null;
}

const templateOf = (columns: readonly GridColumn[]): string =>
  [`${INDEX_WIDTH}px`, ...columns.map(({ width }) => `minmax(${width}px, ${width}fr)`)].join(" ");

/** The sheet on a wide screen: ARIA grid, a handful of rows in the page, one field that moves with the active cell. */
export function GridView({ label, spec, grid, problems, readOnly, statusId, target }: GridViewProps) {
  const { state, act, now } = grid;
  const text = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const hand = useRef<Hand | null>(null);
  const { columns } = spec;
  const { lines } = sheetIn(state);
  const { anchor } = state.selection;
  const range = rangeOf(state.selection);
  const template = useMemo(() => templateOf(columns), [columns]);
  const width = INDEX_WIDTH + columns.reduce((sum, column) => sum + column.width, 0);
  const visible = useVisibleRows(scroller, lines.length, state.selection);
  const { handlers, holdsFocus, takeFocus, onPick } = useGridHands({ scroller, hand, spec, now, act, readOnly });
  useTarget(target, columns, act, takeFocus);
  const onBegin = useCallback(() => act({ do: "begin", how: "type" }), [act]);
  const columnAt = readOnly ? { ...columns[anchor.column]!, readOnly: true } : columns[anchor.column]!;

  const editorFor = (index: number) => {
    const line = lines[index]!;
    const shown = shownIn(line, columnAt);
    const problem: CellProblem | undefined = problems.get(index)?.get(columnAt.key);
    const place = text("grid.place", { column: columnAt.label, row: index + 1 });
    return (
      <CellEditor
        key={`${line.key}-${columnAt.key}`}
        column={columnAt}
        label={state.editing ? place : `${place}: ${shown || text("grid.empty")}`}
        shown={shown}
        editing={state.editing}
        invalid={line.unread[columnAt.key] !== undefined || problem?.warning === false}
        describedBy={statusId}
        holdsFocus={holdsFocus}
        hand={hand}
        onBegin={onBegin}
        onPick={onPick}
      />
    );
  };
  return (
    <Box ref={scroller} sx={gridStyle} style={{ maxHeight: "min(70vh, 640px)" }} {...handlers}>
      <div
        role="grid"
        id={id}
        className="sheet"
        aria-label={label}
        aria-rowcount={lines.length + 2}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-readonly={readOnly}
        style={{ "--grid-width": `${width}px` } as object}
      >
        <GridHead columns={columns} template={template} />
        <div role="rowgroup" className="body" style={{ height: lines.length * ROW_HEIGHT }}>
          {visible.map((index) => {
            const line = lines[index];
            const inRange = range.top <= index && index <= range.bottom;
            return (
              line && (
                <GridLine
                  key={line.key}
                  line={line}
                  index={index}
                  top={index * ROW_HEIGHT}
                  template={template}
                  columns={columns}
                  problems={problems.get(index)}
                  chosenFrom={inRange ? range.left : -1}
                  chosenTo={inRange ? range.right : -1}
                  active={index === anchor.row ? anchor.column : null}
                  editor={index === anchor.row ? editorFor(index) : null}
                  unreadText={text("grid.unread")}
                />
              )
            );
          })}
        </div>
        <GridFoot columns={columns} template={template} rows={state.rows} index={lines.length + 2} />
      </div>
    </Box>
  );
}
