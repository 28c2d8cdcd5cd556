import type { FieldSpec, TableSpec } from "../report/form-spec.ts";
import { FUNDING_YEARS } from "./windows.ts";

export const MAX_COST_LINES = 500;
/** More sources than the plan's tree has leaves would be a mistake. */
export const MAX_SOURCE_ROWS = 20;

/** vietnam.md §8.3.11: a citation without one of the four cannot be found again. */
export const CITATION_FIELDS = ["number", "date", "issuer", "abstract"] as const;

export const grounds: TableSpec = {
  key: "rows",
  label: { vi: "Căn cứ pháp lý", en: "Legal grounds" },
  minRows: 1,
  columns: [
    { key: "number", type: "text", label: { vi: "Số, ký hiệu", en: "Number" }, required: true },
    { key: "date", type: "date", label: { vi: "Ngày ban hành", en: "Date" }, required: true },
    { key: "issuer", type: "text", label: { vi: "Cơ quan ban hành", en: "Issued by" }, required: true },
    { key: "abstract", type: "text", label: { vi: "Trích yếu", en: "Abstract" }, required: true },
    { key: "file", type: "text", label: { vi: "Tệp kèm theo", en: "File" } },
  ],
};

const yearColumns: readonly FieldSpec[] = FUNDING_YEARS.map((year) => ({
  key: `amounts.${year}`,
  type: "money",
  label: { vi: String(year), en: String(year) },
}));

export const sources: TableSpec = {
  key: "rows",
  number: "A",
  label: { vi: "Bảng A. Nguồn kinh phí theo năm", en: "Table A. Sources by year" },
  minRows: 1,
  columns: [
    { key: "sourceCode", type: "source", label: { vi: "Nguồn", en: "Source" }, required: true },
    ...yearColumns,
    { key: "total", type: "money", label: { vi: "Tổng", en: "Total" }, computed: true },
  ],
};

export const costs: TableSpec = {
  key: "rows",
  number: "B",
  label: { vi: "Bảng B. Dự toán chi tiết", en: "Table B. Detailed estimate" },
  minRows: 1,
  columns: [
    { key: "content", type: "text", label: { vi: "Nội dung chi", en: "Item" }, required: true },
    { key: "unit", type: "text", label: { vi: "ĐVT", en: "Unit" }, required: true },
    { key: "quantity", type: "decimal", label: { vi: "Số lượng", en: "Quantity" }, required: true },
    { key: "price", type: "money", label: { vi: "Đơn giá", en: "Price" }, required: true },
    { key: "amount", type: "money", label: { vi: "Thành tiền", en: "Amount" } },
    { key: "sourceCode", type: "source", label: { vi: "Nguồn", en: "Source" }, required: true },
    {
      key: "norm",
      type: "text",
      label: { vi: "Căn cứ định mức", en: "Norm" },
      required: true,
      hint: {
        vi: "Số, ngày văn bản định mức, hoặc “Báo giá” kèm số báo giá.",
        en: "Number and date of the norm, or the quotation it rests on.",
      },
    },
  ],
};

/** Chống trùng: what other sources already pay for the same thing. */
export const placed: TableSpec = {
  key: "rows",
  label: { vi: "Kinh phí đã bố trí ở nguồn khác", en: "Money already placed elsewhere" },
  minRows: 0,
  columns: [
    { key: "sourceCode", type: "source", label: { vi: "Nguồn", en: "Source" }, required: true },
    { key: "year", type: "year", label: { vi: "Năm", en: "Year" }, required: true },
    { key: "amount", type: "money", label: { vi: "Số tiền", en: "Amount" }, required: true },
    { key: "document", type: "text", label: { vi: "Quyết định bố trí", en: "Decision" }, required: true },
    { key: "difference", type: "longtext", label: { vi: "Phần không trùng", en: "What is not the same" } },
  ],
};
