import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Names the row for a screen reader. */
  head?: boolean;
  numeric?: boolean;
  /** A date or a tag is not torn over two lines. */
  whole?: boolean;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Figures that only mean something side by side stay a table on a phone, too. */
  compared?: boolean;
}
