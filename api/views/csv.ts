/** With it Excel reads Vietnamese as UTF-8 and not as Latin. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** A cell that begins like a formula would be run by the spreadsheet that opens it. */
export const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).normalize("NFC").replaceAll('"', '""')}"`;

/** Semicolons: a spreadsheet set to Vietnamese reads the comma as a decimal sign. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;
