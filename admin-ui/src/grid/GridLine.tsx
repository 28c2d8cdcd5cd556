import { memo, type ReactNode } from "react";
import type { GridColumn } from "./column.ts";
import { WHOLE_ROW, type CellProblem } from "./problems.ts";
import { heldIn, shownIn, type Line } from "./sheet.ts";

export interface GridLineProps {
  line: Line;
  index: number;
  top: number;
  template: string;
  columns: readonly GridColumn[];
  problems: ReadonlyMap<string, CellProblem> | undefined;
  /** Columns of this row that are selected; -1 when none is. */
  chosenFrom: number;
  chosenTo: number;
  /** The active column of this row, with the field that stands in it. */
  active: number | null;
  editor: ReactNode;
  unreadText: string;
}

const classOf = (column: GridColumn, { row, unread }: Line, problem: CellProblem | undefined): string => {
  const names = ["cell"];
  if (column.kind === "money" || column.kind === "quantity") names.push("number");
  if (column.readOnly && heldIn(row, column.key) === undefined) names.push("derived");
  if (unread[column.key] !== undefined || problem?.warning === false) names.push("wrong");
  else if (problem) names.push("warned");
  return names.join(" ");
};

/** One row; drawn again only when something of its own changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { line, index, top, template, columns, problems, chosenFrom, chosenTo, active, editor, unreadText } = props;
  const whole = problems?.get(WHOLE_ROW);
  const indexClass = whole ? (whole.warning ? " warned" : " wrong") : "";
  return (
    <div role="row" aria-rowindex={index + 2} className="row" style={{ top, gridTemplateColumns: template }}>
      <div
        role="rowheader"
        aria-colindex={1}
        className={`cell index${chosenFrom >= 0 ? " chosen" : ""}${indexClass}`}
        data-row={index}
        title={whole?.message}
      >
        {index + 1}
      </div>
      {columns.map((column, at) => {
        const unread = line.unread[column.key] !== undefined;
        const problem = problems?.get(column.key);
        const selected = chosenFrom >= 0 && chosenFrom <= at && at <= chosenTo;
        const shown = shownIn(line, column);
        const className = `${classOf(column, line, problem)}${selected ? " chosen" : ""}${active === at ? " active" : ""}`;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={selected}
            aria-readonly={column.readOnly === true}
            aria-invalid={unread || problem?.warning === false}
            className={className}
            data-row={index}
            data-column={at}
            title={unread ? unreadText : (problem?.message ?? (shown.length > 24 ? shown : undefined))}
          >
            {active === at ? (
              <>
                <div className="shown" aria-hidden="true">
                  {shown}
                </div>
                {editor}
              </>
            ) : (
              shown
            )}
          </div>
        );
      })}
    </div>
  );
});
