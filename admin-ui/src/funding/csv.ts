/**
 * Semicolons, because a spreadsheet set to Vietnamese reads the comma as a decimal sign; a byte order mark, because it
 * would otherwise guess the letters wrong.
 */
const SEPARATOR = ";";
const BYTE_ORDER_MARK = "\uFEFF";

/** Text that a spreadsheet would carry out as a formula is kept text; a plain number stays a number. */
const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(,\d+)?$/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const written = (cell: string): string => {
  const safe = harmless(cell.normalize("NFC"));
  return /[";\n\r]/.test(safe) ? quoted(safe) : safe;
};

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(written).join(SEPARATOR)).join("\r\n") + "\r\n";
