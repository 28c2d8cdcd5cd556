import { MAX_DONG_DIGITS, type Dong } from "./dong.ts";

/** How a pasted block separates thousands: a spreadsheet set to Vietnamese writes dots, one set to English commas. */
export type Separator = "." | ",";

export type PastedAmount =
  | { readonly ok: true; readonly amount: Dong }
  | { readonly ok: false; readonly why: "empty" | "unclear" | "negative" | "part-of-dong" | "too-large" };

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(nghìntỷ|nghìntỉ)(đồng|đ)?$/, 12],
  [/^(tỷ|tỉ|ty)(đồng|đ)?$/, 9],
  [/^(triệu|trđ|tr)(đồng|đ)?$/, 6],
  [/^(nghìn|ngàn|k)(đồng|đ)?$/, 3],
  [/^(đồng|đ|₫|vnđ|vnd)?$/, 0],
];

const squeeze = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();

const ENGLISH = /\d,\d{3},\d{3}(?!\d)|\d,\d{3}\.\d/;
const VIETNAMESE = /\d\.\d{3}\.\d{3}(?!\d)|\d\.\d{3},\d/;

/** One block comes from one sheet, so its clear cells decide how its doubtful ones are read. */
export function separatorOf(cells: readonly string[]): Separator {
  const english = cells.some((cell) => ENGLISH.test(cell));
  return english && !cells.some((cell) => VIETNAMESE.test(cell)) ? "," : ".";
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

const NUMBER: Readonly<Record<Separator, RegExp>> = {
  ".": /^(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)(?:,(\d+))?$/,
  ",": /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d+))?$/,
};

function digitsOf(text: string, separator: Separator): Digits | undefined {
  const parts = NUMBER[separator].exec(text);
  return parts ? { whole: parts[1]!.replace(/\D/g, ""), fraction: (parts[2] ?? "").replace(/0+$/, "") } : undefined;
}

// "500,000" in a Vietnamese sheet is half a thousand with three decimals, in an English one half a million.
const doubtful = (text: string, separator: Separator): boolean =>
  separator === "." ? /^\d{1,3},\d{3}$/.test(text) : /^\d{1,3}\.\d{3}$/.test(text);

function scaledBy({ whole, fraction }: Digits, power: number): PastedAmount {
  if (fraction.length > power) return { ok: false, why: "part-of-dong" };
  const amount = BigInt(whole + fraction.padEnd(power, "0")).toString();
  return amount.length > MAX_DONG_DIGITS ? { ok: false, why: "too-large" } : { ok: true, amount };
}

/**
 * One cell of a spreadsheet as đồng: "1.205.000.000", "1,205,000,000.00", "1 205 000 đ", "1,5 triệu", "₫ 500.000".
 * Where a cell can be read in two ways it is not read at all.
 */
export function readPasted(cell: string, separator: Separator = "."): PastedAmount {
  const text = squeeze(cell);
  if (text === "" || text === "-") return { ok: false, why: "empty" };
  if (/^[-−(]/.test(text)) return { ok: false, why: "negative" };
  const parts = /^₫? ?([\d., ]*\d) ?(\D*)$/.exec(text);
  const unit = parts && UNITS.find(([pattern]) => pattern.test(parts[2]!.toLowerCase().replaceAll(" ", "")));
  const digits = parts && digitsOf(parts[1]!, separator);
  if (!unit || !digits || (unit[1] === 0 && doubtful(parts[1]!, separator))) return { ok: false, why: "unclear" };
  return scaledBy(digits, unit[1]);
}

/** A pasted block of cells, each read as its neighbours show. */
export function readPastedBlock(cells: readonly string[]): readonly PastedAmount[] {
  const separator = separatorOf(cells);
  return cells.map((cell) => readPasted(cell, separator));
}
