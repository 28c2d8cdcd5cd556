import { formatDong, sumDong } from "../../../domain/money/dong.ts";
import { readPasted, type Separator } from "../../../domain/money/pasted.ts";
import { formatQuantity, parseQuantity } from "../../../domain/money/quantity.ts";
import type { GridColumn, GridOption, Read, Row } from "./column.ts";
import { valueIn } from "./sheet.ts";

type Basics = Pick<GridColumn, "key" | "label" | "width" | "required" | "readOnly" | "derive" | "total">;

const nothing: Read = { ok: true, value: undefined };
const held = (value: string | undefined): Read => (value === undefined ? { ok: false } : { ok: true, value });
const asIs = (value: string): string => value;

const oneLine = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

export const textColumn = (basics: Basics): GridColumn => ({
  ...basics,
  kind: "text",
  read: (text) => (oneLine(text) === "" ? nothing : held(oneLine(text))),
  show: asIs,
  copy: asIs,
});

function readMoney(text: string, separator: Separator): Read {
  const read = readPasted(text, separator);
  if (read.ok) return held(read.amount);
  return read.why === "empty" ? nothing : { ok: false };
}

export const moneyColumn = (basics: Basics): GridColumn => ({
  ...basics,
  kind: "money",
  read: readMoney,
  show: formatDong,
  // Bare digits are the one form every spreadsheet reads as the same number.
  copy: asIs,
});

const vietnamese = (text: string, separator: Separator): string =>
  separator === "," ? text.replaceAll(",", "").replace(".", ",") : text;

export const quantityColumn = (basics: Basics): GridColumn => ({
  ...basics,
  kind: "quantity",
  read: (text, separator) => (text.trim() === "" ? nothing : held(parseQuantity(vietnamese(text, separator)))),
  show: formatQuantity,
  copy: (value) => value.replace(".", ","),
});

/** Accents and case do not matter when looking for an option; đ is a letter of its own and is folded too. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .trim();

export function choiceColumn(basics: Basics & { readonly options: readonly GridOption[] }): GridColumn {
  const names = basics.options.map(({ value, label }) => [value, label, label.replace(/^\S+\. /, "")].map(folded));
  // A name that two options share says neither.
  const find = (text: string): GridOption | undefined => {
    const found = basics.options.filter((_, index) => names[index]!.includes(folded(text)));
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    ...basics,
    kind: "choice",
    read: (text) => (text.trim() === "" ? nothing : held(find(text)?.value)),
    show: (value) => basics.options.find((option) => option.value === value)?.label ?? value,
    copy: asIs,
  };
}

/** What the column adds up to, from whole đồng. */
export const sumOfColumn =
  (column: Pick<GridColumn, "key" | "derive">) =>
  (rows: readonly Row[]): string =>
    sumDong(rows.flatMap((row) => valueIn(row, column as GridColumn) ?? []));
