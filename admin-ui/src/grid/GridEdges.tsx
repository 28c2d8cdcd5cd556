import { memo } from "react";
import { useText } from "../i18n/use-text.ts";
import type { GridColumn, Row } from "./column.ts";

const alignment = ({ kind }: GridColumn): string => (kind === "money" || kind === "quantity" ? "cell number" : "cell");

interface EdgeProps {
  columns: readonly GridColumn[];
  template: string;
}

export const GridHead = memo(function GridHead({ columns, template }: EdgeProps) {
  const text = useText();
  return (
    <div role="rowgroup" className="head">
      <div role="row" aria-rowindex={1} className="row" style={{ gridTemplateColumns: template }}>
        <div role="columnheader" aria-colindex={1} className="cell index">
          {text("grid.number")}
        </div>
        {columns.map((column, at) => (
          <div key={column.key} role="columnheader" aria-colindex={at + 2} className={alignment(column)}>
            {column.label}
            {column.required && " *"}
          </div>
        ))}
      </div>
    </div>
  );
});

export const GridFoot = memo(function GridFoot(props: EdgeProps & { rows: readonly Row[]; index: number }) {
  const { columns, template, rows, index } = props;
  const text = useText();
  const totals = columns.map((column) => {
    const total = column.total?.(rows);
    return total === undefined ? "" : column.show(total);
  });
  const named = totals.findIndex((total) => total === "");
  return (
    <div role="rowgroup" className="foot">
      <div role="row" aria-rowindex={index} className="row" style={{ gridTemplateColumns: template }}>
        <div role="gridcell" aria-colindex={1} className="cell index" />
        {columns.map((column, at) => (
          <div key={column.key} role="gridcell" aria-colindex={at + 2} className={alignment(column)}>
            {at === named ? text("grid.total") : totals[at]}
          </div>
        ))}
      </div>
    </div>
  );
});
