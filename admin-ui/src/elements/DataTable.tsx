import type { ReactNode } from "react";
import { Box } from "@mui/material";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Names the row for a screen reader. */
  head?: boolean;
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
}

/** A real table; wider than the screen it scrolls in a region that the keyboard reaches. */
export function DataTable<Row>({ caption, columns, rows, idOf }: DataTableProps<Row>) {
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
            <tr key={idOf(row)}>
              {columns.map(({ key, cell, head, numeric }) =>
                head ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} style={{ textAlign: numeric ? "right" : "left" }}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

export const tableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: "0.875rem",
  "& th, & td": { px: 1.5, py: 1.25, borderBottom: 1, borderColor: "divider", verticalAlign: "top", minWidth: 88 },
  "& thead th": { bgcolor: "surface.band", fontWeight: 600, color: "text.secondary", whiteSpace: "nowrap" },
  "& tbody th": { textAlign: "left", fontWeight: 500, minWidth: 200 },
  "& tbody tr:last-child > *": { borderBottom: 0 },
} as const;
