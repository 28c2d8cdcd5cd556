import Box from "@mui/material/Box";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useTheme } from "@mui/material/styles";
import type { ReactNode } from "react";

export interface Column<T> {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  /** The cell that names the row: a row header for screen readers, the title of the card on a phone. */
  naming?: boolean;
  numeric?: boolean;
  width?: string;
}

interface RecordTableProps<T> {
  caption: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
}

const cell = {
  px: 2,
  py: 1.25,
  verticalAlign: "top",
  textAlign: "left",
  fontWeight: 400,
  fontSize: "0.875rem",
} as const;

/** A real table on a desk, cards on a phone. Rows are not clickable: the link in the naming cell is. */
export function RecordTable<T>(props: RecordTableProps<T>) {
  const phone = useMediaQuery(useTheme().breakpoints.down("sm"));
  return phone ? <Cards {...props} /> : <Table {...props} />;
}

function Table<T>({ caption, rows, columns, rowKey }: RecordTableProps<T>) {
  return (
    <Box sx={{ overflowX: "auto" }} role="region" aria-label={caption} tabIndex={0}>
      <Box component="table" sx={{ width: "100%", borderCollapse: "collapse" }}>
        <Box component="caption" sx={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}>
          {caption}
        </Box>
        <thead>
          <tr>
            {columns.map((column) => (
              <Box
                component="th"
                scope="col"
                key={column.key}
                sx={{
                  ...cell,
                  fontWeight: 600,
                  fontSize: "0.8125rem",
                  color: "text.secondary",
                  bgcolor: (theme) => theme.palette.surface.band,
                  borderBlock: 1,
                  borderColor: "divider",
                  py: 0.875,
                  ...(column.width !== undefined && { width: column.width }),
                  whiteSpace: "nowrap",
                  ...(column.numeric && { textAlign: "right" }),
                }}
              >
                {column.head}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Box
              component="tr"
              key={rowKey(row)}
              sx={{ borderBottom: 1, borderColor: "divider", "&:last-of-type": { borderBottom: 0 }, "&:hover": { bgcolor: (theme) => theme.palette.surface.band } }}
            >
              {columns.map((column) => (
                <Box
                  component={column.naming ? "th" : "td"}
                  key={column.key}
                  {...(column.naming && { scope: "row" })}
                  sx={{ ...cell, ...(column.numeric && { textAlign: "right", whiteSpace: "nowrap" }) }}
                >
                  {column.cell(row)}
                </Box>
              ))}
            </Box>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function Cards<T>({ caption, rows, columns, rowKey }: RecordTableProps<T>) {
  const naming = columns.find((column) => column.naming) ?? columns[0];
  return (
    <Box component="ul" aria-label={caption} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box
          component="li"
          key={rowKey(row)}
          sx={{ px: 2, py: 1.75, borderTop: 1, borderColor: "divider", display: "grid", gap: 0.75 }}
        >
          <Box sx={{ fontSize: "0.9375rem" }}>{naming?.cell(row)}</Box>
          {columns
            .filter((column) => column !== naming)
            .map((column) => (
              <Box key={column.key} sx={{ display: "flex", gap: 1.5, alignItems: "baseline", fontSize: "0.875rem" }}>
                <Box component="span" sx={{ color: "text.secondary", flex: "0 0 7rem" }}>
                  {column.head}
                </Box>
                <Box sx={{ minWidth: 0 }}>{column.cell(row)}</Box>
              </Box>
            ))}
        </Box>
      ))}
    </Box>
  );
}
