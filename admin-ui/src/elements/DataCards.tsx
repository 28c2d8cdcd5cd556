import type { ReactNode } from "react";
import { Box } from "@mui/material";
import type { Column, DataTableProps } from "./column.ts";

const isBlank = (shown: ReactNode): boolean => shown === null || shown === undefined || shown === "" || shown === false;

export function DataCards<Row>({ caption, columns, rows, idOf }: DataTableProps<Row>) {
  const head = columns.find((column) => column.head);
  const facts = columns.filter((column) => !column.head);
  return (
    <Box component="ul" aria-label={caption} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={idOf(row)} data-row sx={cardStyle}>
          {head && <Box sx={{ fontWeight: 600, mb: 0.5 }}>{head.cell(row)}</Box>}
          <Facts columns={facts} row={row} />
        </Box>
      ))}
    </Box>
  );
}

/** What a row does not have takes no place in its card. */
function Facts<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  const shown = columns.map(({ key, label, cell }) => ({ key, label, value: cell(row) }));
  const given = shown.filter(({ value }) => !isBlank(value));
  if (given.length === 0) return null;
  return (
    <Box component="dl" sx={factsStyle}>
      {given.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Box>
  );
}

const cardStyle = {
  px: 2,
  py: 1.75,
  borderTop: 1,
  borderColor: "divider",
  "&:first-of-type": { borderTop: 0 },
} as const;
const factsStyle = {
  m: 0,
  display: "grid",
  gap: 0.5,
  fontSize: "0.875rem",
  "& > div": { display: "grid", gridTemplateColumns: "minmax(76px, 28%) minmax(0, 1fr)", columnGap: 1.5 },
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0 },
} as const;
