import type { FieldSpec, Label, TableSpec } from "../report/form-spec.ts";
import { grounds, placed, costs, sources } from "./request-tables.ts";
import { capitalOptions, windowOptions } from "./windows.ts";

export const REQUEST_FORM_VERSION = 1;
export const REQUEST_TITLE: Label = { vi: "Đề nghị kinh phí", en: "Funding request" };
/** Stands above every table of money that is shown or printed in millions. */
export const UNIT_LINE: Label = { vi: "Đơn vị tính: triệu đồng", en: "Unit: million đồng" };

export const REQUEST_SECTIONS = ["grounds", "content", "sources", "costs", "approvals", "placed"] as const;
export type RequestSectionKey = (typeof REQUEST_SECTIONS)[number];

export interface RequestSectionSpec {
  readonly key: RequestSectionKey;
  readonly label: Label;
  readonly fields: readonly FieldSpec[];
  readonly tables: readonly TableSpec[];
}

export const requestHeadFields: readonly FieldSpec[] = [
  { key: "unitCode", type: "text", label: { vi: "Cơ quan đề nghị", en: "Agency" }, required: true, prefilled: true },
  {
    key: "window",
    type: "choice",
    label: { vi: "Cửa sổ ngân sách", en: "Budget window" },
    required: true,
    options: windowOptions,
    hint: {
      vi: "Đề nghị sau ngày lập dự toán thì chọn “Bổ sung trong năm”.",
      en: "After the date for estimates has passed, choose “Supplement within the year”.",
    },
  },
  { key: "year", type: "integer", label: { vi: "Năm ngân sách", en: "Budget year" }, required: true },
  {
    key: "capital",
    type: "choice",
    label: { vi: "Loại kinh phí", en: "Kind of money" },
    required: true,
    options: capitalOptions,
  },
  { key: "taskCode", type: "task", label: { vi: "Nhiệm vụ của Kế hoạch", en: "Task of the plan" }, required: true },
  { key: "title", type: "text", label: { vi: "Tên nội dung đề nghị", en: "Title" }, required: true },
  { key: "start", type: "date", label: { vi: "Thực hiện từ ngày", en: "From" }, required: true },
  { key: "end", type: "date", label: { vi: "Đến ngày", en: "To" }, required: true },
  { key: "executor", type: "text", label: { vi: "Đơn vị thực hiện", en: "Carried out by" }, required: true },
  { key: "preparedBy", type: "text", label: { vi: "Người lập", en: "Prepared by" }, required: true },
  { key: "phone", type: "text", label: { vi: "Điện thoại", en: "Telephone" }, required: true },
];

const long = (key: string, vi: string, en: string, required = true): FieldSpec => ({
  key,
  type: "longtext",
  label: { vi, en },
  required,
});

/** Number, date, issuer and abstract: what a citation needs to be found again. */
const citationFields = (prefix: "policy" | "programme", vi: string, en: string): readonly FieldSpec[] => [
  { key: `${prefix}Number`, type: "text", label: { vi: `${vi}: số, ký hiệu`, en: `${en}: number` } },
  { key: `${prefix}Date`, type: "date", label: { vi: `${vi}: ngày`, en: `${en}: date` } },
  { key: `${prefix}Issuer`, type: "text", label: { vi: `${vi}: cơ quan ban hành`, en: `${en}: issued by` } },
  { key: `${prefix}Abstract`, type: "text", label: { vi: `${vi}: trích yếu`, en: `${en}: abstract` } },
];

export const requestSections: readonly RequestSectionSpec[] = [
  { key: "grounds", label: { vi: "Căn cứ", en: "Legal grounds" }, fields: [], tables: [grounds] },
  {
    key: "content",
    label: { vi: "Sự cần thiết, nội dung, sản phẩm", en: "Need, content, products" },
    fields: [
      long("necessity", "Sự cần thiết", "Why it is needed"),
      long("objectives", "Mục tiêu", "Objectives"),
      long("scope", "Nội dung, khối lượng", "Content and volume"),
      long("products", "Sản phẩm", "Products"),
    ],
    tables: [],
  },
  { key: "sources", label: { vi: "Nguồn kinh phí theo năm", en: "Sources by year" }, fields: [], tables: [sources] },
  {
    key: "costs",
    label: { vi: "Dự toán chi tiết", en: "Detailed estimate" },
    fields: [long("basis", "Thuyết minh cơ sở tính", "Basis of the figures")],
    tables: [costs],
  },
  {
    key: "approvals",
    label: { vi: "Chủ trương đầu tư, chương trình đã duyệt", en: "Investment policy, approved programme" },
    fields: [
      ...citationFields("policy", "Chủ trương đầu tư", "Investment policy"),
      ...citationFields("programme", "Quyết định phê duyệt chương trình", "Decision approving the programme"),
    ],
    tables: [],
  },
  {
    key: "placed",
    label: { vi: "Đã bố trí ở nguồn khác", en: "Already placed elsewhere" },
    fields: [
      {
        key: "none",
        type: "boolean",
        label: { vi: "Chưa bố trí ở nguồn nào khác", en: "Nothing is placed in another source" },
      },
    ],
    tables: [placed],
  },
];

export interface RequestPlace {
  readonly section?: RequestSectionSpec;
  readonly table?: TableSpec;
  /** Counted from 1, as people count. */
  readonly row?: number;
  readonly field?: FieldSpec;
}

/** What a path such as `sections.costs.rows.3.price` points at. */
export function requestPlaceOf(path: string): RequestPlace {
  const [root, first, second, third, fourth, fifth] = path.split(".");
  const found = (fields: readonly FieldSpec[], key?: string) => {
    const field = fields.find((candidate) => candidate.key === key);
    return field ? { field } : {};
  };
  if (root === "head") return found(requestHeadFields, first);
  const section = root === "sections" ? requestSections.find((candidate) => candidate.key === first) : undefined;
  if (!section) return {};
  const table = section.tables.find((candidate) => candidate.key === second);
  if (!table) return { section, ...found(section.fields, second) };
  const row = third === undefined ? {} : { row: Number(third) + 1 };
  return { section, table, ...row, ...found(table.columns, fourth === "amounts" ? `amounts.${fifth}` : fourth) };
}
