import type { LedgerGroup } from "../../domain/funding/ledger-views.ts";
import { sourceOf, taskOf } from "../../domain/plan/plan.ts";
import type { MoneyGroupRow } from "../../store/index.ts";
import type { Language } from "../http/language.ts";
import { BYTE_ORDER_MARK, cell, csvLine } from "./csv.ts";
import type { Units } from "./names.ts";

const STAGES = [
  "requested",
  "appraised",
  "decided",
  "assigned",
  "disbursed",
  "remaining",
  "carriedOut",
  "recovered",
  "recorded",
] as const;

const heads: Record<Language, readonly string[]> = {
  vi: [
    "Mã",
    "Tên",
    "Số dòng",
    "Đề nghị",
    "Thẩm định",
    "Quyết định",
    "Giao",
    "Giải ngân",
    "Còn lại",
    "Chuyển nguồn",
    "Thu hồi",
    "Ghi nhận ngoài ngân sách",
  ],
  en: [
    "Code",
    "Name",
    "Lines",
    "Requested",
    "Appraised",
    "Decided",
    "Assigned",
    "Spent",
    "Left",
    "Carried over",
    "Recovered",
    "Recorded outside the budget",
  ],
};

function nameOf(by: LedgerGroup, code: string, units: Units, language: Language): string {
  switch (by) {
    case "source":
      return sourceOf(code)?.[language] ?? code;
    case "task":
      return taskOf(code)?.[language] ?? code;
    case "unit":
      return units.get(code)?.name ?? code;
    case "year":
      return code;
  }
}

/** What the screen shows, in bare digits. */
export async function* moneyCsv(
  by: LedgerGroup,
  groups: readonly MoneyGroupRow[],
  total: MoneyGroupRow,
  units: Units,
  language: Language,
): AsyncGenerator<string> {
  const line = (row: MoneyGroupRow, name: string): string =>
    csvLine([cell(row.code), cell(name), String(row.lines), ...STAGES.map((stage) => row[stage])]);
  yield BYTE_ORDER_MARK + csvLine(heads[language].map(cell));
  for (const row of groups) yield line(row, nameOf(by, row.code, units, language));
  yield await Promise.resolve(line(total, language === "vi" ? "Tổng cộng" : "Total"));
}
