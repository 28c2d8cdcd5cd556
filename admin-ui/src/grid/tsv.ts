/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, quotes around what holds a tab or a newline. */
export type Block = readonly (readonly string[])[];

interface Scan {
  readonly cell: string;
  readonly next: number;
}

/** A quoted cell; a quote inside is doubled. A quote that is never closed was an ordinary character. */
function quoted(text: string, from: number): Scan | undefined {
  let cell = "";
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return endsCell(text, at + 1) ? { cell, next: at + 1 } : undefined;
  }
  return undefined;
}

const endsCell = (text: string, at: number): boolean => at >= text.length || text[at] === "\t" || text[at] === "\n";

function plain(text: string, from: number): Scan {
  let next = from;
  while (!endsCell(text, next)) next += 1;
  return { cell: text.slice(from, next), next };
}

export function parseBlock(pasted: string): Block {
  // One final line end closes the last row; it does not open another.
  const text = pasted.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at += 1) {
    const scan = (text[at] === '"' ? quoted(text, at) : undefined) ?? plain(text, at);
    rows.at(-1)!.push(scan.cell.normalize("NFC"));
    at = scan.next;
    if (text[at] === "\n") rows.push([]);
  }
  return rows;
}

const written = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const formatBlock = (block: Block): string => block.map((row) => row.map(written).join("\t")).join("\n");
