import type { LedgerGroup } from "../../domain/funding/ledger-views.ts";
import { sourceOf, taskOf } from "../../domain/plan/plan.ts";
import type { MoneyGroupRow } from "../../store/index.ts";
import type { Language } from "../http/language.ts";
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

/** A cell that begins like a formula would be run by the spreadsheet that opens it. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** With a byte order mark, without which Excel reads Vietnamese as Latin. */
export function moneyCsv(
  by: LedgerGroup,
  groups: readonly MoneyGroupRow[],
  total: MoneyGroupRow,
  units: Units,
  language: Language,
): string {
  const sum = language === "vi" ? "Tổng cộng" : "Total";
  const line = (row: MoneyGroupRow, name: string): string =>
    [cell(row.code), cell(name), String(row.lines), ...STAGES.map((stage) => row[stage])].join(";");
  const rows = groups.map((row) => line(row, nameOf(by, row.code, units, language)));
  return `\uFEFF${[heads[language].map(cell).join(";"), ...rows, line(total, sum)].join("\r\n")}\r\n`;
}
