import { Box } from "@mui/material";
import type { Column, DataTableProps } from "./column.ts";
import { DataCards } from "./DataCards.tsx";
import { useNarrow } from "./use-width.ts";

export type { Column } from "./column.ts";

/** A real table where there is room for one; on a phone a card for each row, so that nobody reads sideways. */
export function DataTable<Row>({ compared = false, ...table }: DataTableProps<Row>) {
  const narrow = useNarrow();
  return narrow && !compared ? <DataCards {...table} /> : <WideTable {...table} />;
}

/** Wider than the screen it scrolls where the keyboard reaches. No region: the sheet around it is one, mostly of that name. */
function WideTable<Row>({ caption, columns, rows, idOf }: DataTableProps<Row>) {
  return (
    <Box role="group" aria-label={caption} tabIndex={0} sx={{ overflowX: "auto" }}>
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
  // Whatever begins a row: of the cells after a heading, the first is not.
  "& tr > :not(* + *)": { pl: 2.5 },
  "& thead th": { bgcolor: "surface.band", fontWeight: 600, color: "text.secondary", whiteSpace: "nowrap" },
  "& tbody th": { textAlign: "left", fontWeight: 500, minWidth: 200 },
  "& tbody tr:last-child > *": { borderBottom: 0 },
} as const;
