import type { ReactNode } from "react";
import { Box, useMediaQuery, type Theme } from "@mui/material";
import { DataCards } from "./DataCards.tsx";

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

/** A real table where there is room for one; on a phone a card for each row, so that nobody reads sideways. */
export function DataTable<Row>({ compared = false, ...table }: DataTableProps<Row>) {
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down("sm"), { noSsr: true });
  return narrow && !compared ? <DataCards {...table} /> : <WideTable {...table} />;
}

/** Wider than the screen it scrolls in a region that the keyboard reaches. */
function WideTable<Row>({ caption, columns, rows, idOf }: DataTableProps<Row>) {
  return (
    <Box role="region" aria-label={caption} tabIndex={0} sx={{ overflowX: "auto" }}>
      <Box component="table" aria-label={caption} sx={tableStyle}>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" style={{ textAlign: numeric ? "right" : "left" }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)} data-row>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function Cell<Row>({ column: { cell, head, numeric, whole }, row }: { column: Column<Row>; row: Row }) {
  if (head) return <th scope="row">{cell(row)}</th>;
  return <td style={{ textAlign: numeric ? "right" : "left", ...(whole && { whiteSpace: "nowrap" }) }}>{cell(row)}</td>;
}

export const tableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th, & td": { px: 1.5, py: 1.25, borderBottom: 1, borderColor: "divider", verticalAlign: "top", minWidth: 88 },
  "& th:first-of-type, & td:first-of-type": { pl: 2.5 },
  "& thead th": { bgcolor: "surface.band", fontWeight: 600, color: "text.secondary", whiteSpace: "nowrap" },
  "& tbody th": { textAlign: "left", fontWeight: 500, minWidth: 200 },
  "& tbody tr:last-child > *": { borderBottom: 0 },
} as const;
