import { sourceOf, taskOf } from "../../domain/plan/plan.ts";
import { windowOptions } from "../../domain/funding/windows.ts";
import { givenTo, remainingOf } from "../../domain/funding/line-money.ts";
import { countedAt } from "../../domain/funding/ceiling.ts";
import { listFundingLines, moneyOfRow, type Db, type FundingLineRow, type LineFilter } from "../../store/index.ts";
import type { Language } from "../http/language.ts";
import { BYTE_ORDER_MARK, cell, csvLine } from "./csv.ts";
import { unitName, type Units } from "./names.ts";

interface Words {
  units: Units;
  language: Language;
}

interface CsvColumn {
  vi: string;
  en: string;
  of: (row: FundingLineRow, words: Words) => string;
}

const text = (vi: string, en: string, of: (row: FundingLineRow, words: Words) => string): CsvColumn => ({
  vi,
  en,
  of: (row, words) => cell(of(row, words)),
});

/** Bare digits, so that the spreadsheet adds them up. */
const amount = (vi: string, en: string, of: (row: FundingLineRow) => bigint | string | null): CsvColumn => ({
  vi,
  en,
  of: (row) => String(of(row) ?? ""),
});

const yes = (vi: string, en: string, language: Language): string => (language === "vi" ? vi : en);

function standing(row: FundingLineRow, language: Language): string {
  if (row.recorded !== "0") return yes("Ghi nhận", "Recorded", language);
  if (row.settled) return yes("Đã quyết toán", "Settled", language);
  if (row.withdrawn) return yes("Đã rút", "Withdrawn", language);
  if (row.returned) return yes("Đang ở cơ quan", "With its agency", language);
  if (row.deferred) return yes("Chờ danh mục sau", "Awaits the next list", language);
  return row.referred ? yes("Chờ HĐND", "Awaits the council", language) : "";
}

const columns: readonly CsvColumn[] = [
  text("Mã dòng", "Line", ({ id }) => id),
  text("Cơ quan", "Agency", ({ unitCode }, { units }) => unitName(units, unitCode)),
  text("Nội dung", "Subject", ({ title }) => title),
  text("Mã nhiệm vụ", "Task", ({ taskCode }) => taskCode),
  text("Nhiệm vụ", "Task (words)", ({ taskCode }, { language }) => taskOf(taskCode)?.[language] ?? ""),
  text("Mã nguồn", "Source", ({ sourceCode }) => sourceCode),
  text("Nguồn", "Source (words)", ({ sourceCode }, { language }) => sourceOf(sourceCode)?.[language] ?? ""),
  amount("Năm", "Year", ({ year }) => String(year)),
  text(
    "Cửa sổ ngân sách",
    "Budget window",
    ({ window }, { language }) => windowOptions.find(({ value }) => value === window)?.label[language] ?? "",
  ),
  text("Trạng thái", "State", (row, { language }) => standing(row, language)),
  amount("Đề nghị", "Requested", (row) => row.requested),
  amount("Thẩm định", "Appraised", (row) => countedAt(moneyOfRow(row), "appraised")),
  amount("Đề xuất", "Proposed", (row) => row.proposed),
  amount("Quyết định", "Decided", (row) => row.decided),
  amount("Giao", "Assigned", (row) => row.assigned),
  amount("Bổ sung", "Supplemented", (row) => row.supplemented),
  amount("Chuyển đến", "Carried in", (row) => row.carriedIn),
  amount("Chuyển đi", "Carried out", (row) => row.carriedOut),
  amount("Thu hồi", "Recovered", (row) => row.recovered),
  amount("Được chi", "Given", (row) => givenTo(moneyOfRow(row))),
  amount("Giải ngân", "Spent", (row) => row.disbursed),
  amount("Còn lại", "Left", (row) => remainingOf(moneyOfRow(row))),
  amount("Ghi nhận ngoài ngân sách", "Recorded outside the budget", (row) => row.recorded),
];

const AT_ONCE = 200;

/** Every line in sight, page by page as it is sent: memory holds one page, however many there are. */
export async function* linesCsv(db: Db, filter: LineFilter, words: Words): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map((column) => cell(column[words.language])));
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listFundingLines(db, { ...filter, cursor, limit: AT_ONCE });
    yield page.items.map((row) => csvLine(columns.map(({ of }) => of(row, words)))).join("");
    cursor = page.next;
  }
}
