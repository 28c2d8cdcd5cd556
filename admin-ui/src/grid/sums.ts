import { sumDong } from "../../../domain/money/dong.ts";
import type { GridSpec } from "./column.ts";
import { rangeOf, type Selection } from "./selection.ts";
import { valueIn, type Sheet } from "./sheet.ts";

export interface SelectionFacts {
  readonly rows: number;
  readonly columns: number;
  /** Of the money in the selection, exact; undefined when there is none. */
  readonly sum: string | undefined;
}

export function factsOf(sheet: Sheet, selection: Selection, { columns }: GridSpec): SelectionFacts {
  const { top, bottom, left, right } = rangeOf(selection);
  const money = columns.slice(left, right + 1).filter(({ kind }) => kind === "money");
  const amounts = sheet.lines
    .slice(top, bottom + 1)
    .flatMap(({ row }) => money.flatMap((column) => valueIn(row, column) ?? []));
  return { rows: bottom - top + 1, columns: right - left + 1, sum: amounts.length > 0 ? sumDong(amounts) : undefined };
}
