import type { Separator } from "../../../domain/money/pasted.ts";

/** What a cell holds: text in the canonical form of its kind; nothing when it is empty. */
export type CellValue = string | undefined;

export type Row = Readonly<Record<string, unknown>>;

export type Read = { readonly ok: true; readonly value: CellValue } | { readonly ok: false };

export interface GridOption {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn {
  /** Where the value is in the row: `price`, `amounts.2026`. */
  readonly key: string;
  readonly kind: "text" | "money" | "quantity" | "choice";
  readonly label: string;
  readonly width: number;
  readonly required?: boolean;
  /** Never typed. What a pasted block says here is kept, so that it can be compared with what is computed. */
  readonly readOnly?: boolean;
  readonly options?: readonly GridOption[];
  /** From what was typed or pasted; `separator` is how the sheet it came from groups thousands. */
  readonly read: (text: string, separator: Separator) => Read;
  /** As people read it. */
  readonly show: (value: string) => string;
  /** As other spreadsheets read it. */
  readonly copy: (value: string) => string;
  /** Shown while the row holds nothing here. */
  readonly derive?: (row: Row) => CellValue;
  /** Under the column, exact. */
  readonly total?: (rows: readonly Row[]) => CellValue;
}

export interface GridSpec {
  readonly columns: readonly GridColumn[];
  readonly maxRows: number;
  /** The rows are given: they are filled in, never added, removed or doubled. */
  readonly fixedRows?: boolean;
  /** A copied line is another line: it leaves behind what identifies the first. */
  readonly copyRow: (row: Row) => Row;
  /** Puts right what an edit made stale, such as an amount that was stated for another price. */
  readonly settle: (after: Row, before: Row) => Row;
}
