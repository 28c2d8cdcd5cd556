/** How a form is described once, for the screen that draws it and for the check that reads it. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

export type FieldType =
  | "text"
  | "longtext"
  | "date"
  | "year"
  | "integer"
  | "decimal"
  | "percent"
  | "money"
  | "boolean"
  | "choice"
  | "task"
  | "indicator"
  | "source";

export interface Option {
  readonly value: string;
  readonly label: Label;
}

export interface FieldSpec {
  readonly key: string;
  readonly type: FieldType;
  readonly label: Label;
  readonly hint?: Label;
  readonly required?: boolean;
  readonly options?: readonly Option[];
  /** Derived from the plan or from other columns: shown, never typed, not in the draft. */
  readonly computed?: boolean;
  /** Filled in from the plan: a row that holds nothing else is still an empty row. */
  readonly prefilled?: boolean;
}

export interface TableSpec {
  /** Where the rows are in the section. */
  readonly key: string;
  /** Number of the biểu, where it has one. */
  readonly number?: string;
  readonly label: Label;
  readonly minRows: number;
  readonly columns: readonly FieldSpec[];
}

export const SECTION_KEYS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface SectionSpec {
  readonly key: SectionKey;
  readonly label: Label;
  readonly fields: readonly FieldSpec[];
  readonly tables: readonly TableSpec[];
}

/** Form fields that only the plan's other texts could exceed; the draft is saved every few seconds. */
export const MAX_TEXT_LENGTH = 20_000;
export const MAX_LINE_LENGTH = 1_000;
export const MAX_ROWS = 500;
export const MAX_DRAFT_BYTES = 1_000_000;
/** What a phone still opens and one statement still stores: some two hundred agencies at forty kB each. */
export const MAX_CONSOLIDATED_BYTES = 8_000_000;

export const NOTHING_TO_REPORT: Label = { vi: "Không phát sinh", en: "Nothing to report" };
