import type { FieldSpec, Label, SectionKey, SectionSpec, TableSpec } from "./form-spec.ts";
import { fundingTable, indicatorTable, obstacleTable, taskTable } from "./form-tables.ts";

export const FORM_VERSION = 1;
export const FORM_TITLE: Label = { vi: "Báo cáo năm", en: "Annual report" };

const narrative = (vi: string, en: string, required = false): FieldSpec => ({
  key: "narrative",
  type: "longtext",
  label: { vi, en },
  required,
});

/** Number, date and signer are given when the report is issued: they are not part of what is drafted. */
export const headFields: readonly FieldSpec[] = [
  { key: "year", type: "integer", label: { vi: "Năm báo cáo", en: "Year" }, required: true, prefilled: true },
  { key: "unitCode", type: "text", label: { vi: "Đơn vị báo cáo", en: "Agency" }, required: true, prefilled: true },
  { key: "periodFrom", type: "date", label: { vi: "Số liệu từ ngày", en: "Figures from" }, required: true },
  {
    key: "periodTo",
    type: "date",
    label: { vi: "Số liệu thực hiện đến ngày", en: "Figures up to" },
    required: true,
    hint: { vi: "Đề nghị chốt số liệu ngày 15/11.", en: "The suggested cut-off is 15 November." },
  },
  {
    key: "includesEstimate",
    type: "boolean",
    label: { vi: "Có ước thực hiện cả năm", en: "Includes a full-year estimate" },
    required: true,
  },
  { key: "preparedBy", type: "text", label: { vi: "Người lập", en: "Prepared by" }, required: true },
  { key: "phone", type: "text", label: { vi: "Điện thoại", en: "Telephone" }, required: true },
];

const plansTable: TableSpec = {
  key: "plans",
  label: { vi: "Kế hoạch, văn bản đã ban hành", en: "Plans and documents issued" },
  minRows: 0,
  columns: [
    { key: "number", type: "text", label: { vi: "Số, ký hiệu", en: "Number" }, required: true },
    { key: "date", type: "date", label: { vi: "Ngày", en: "Date" }, required: true },
    { key: "abstract", type: "text", label: { vi: "Trích yếu", en: "Abstract" }, required: true },
  ],
};

const proposalsTable: TableSpec = {
  key: "proposals",
  label: { vi: "Đề xuất, kiến nghị", en: "Proposals" },
  minRows: 1,
  columns: [
    { key: "to", type: "text", label: { vi: "Kiến nghị với", en: "Addressed to" }, required: true },
    { key: "content", type: "longtext", label: { vi: "Nội dung", en: "Content" }, required: true },
  ],
};

export const sections: readonly SectionSpec[] = [
  {
    key: "I",
    label: {
      vi: "Công tác chỉ đạo, quán triệt, tuyên truyền",
      en: "Direction, dissemination and communication",
    },
    fields: [
      { key: "conferences", type: "integer", label: { vi: "Số hội nghị", en: "Conferences" }, required: true },
      { key: "participants", type: "integer", label: { vi: "Số lượt người", en: "Participants" }, required: true },
      { key: "articles", type: "integer", label: { vi: "Số tin, bài", en: "News items" }, required: true },
      narrative("Diễn giải", "Narrative"),
    ],
    tables: [plansTable],
  },
  {
    key: "II",
    label: { vi: "Kết quả theo nhiệm vụ", en: "Results by task" },
    fields: [narrative("Đánh giá chung", "General assessment")],
    tables: [taskTable],
  },
  {
    key: "III",
    label: { vi: "Kết quả thực hiện mục tiêu, chỉ tiêu", en: "Results by objective and indicator" },
    fields: [narrative("Đánh giá chung", "General assessment")],
    tables: [indicatorTable],
  },
  {
    key: "IV",
    label: { vi: "Kinh phí thực hiện", en: "Funding" },
    fields: [narrative("Diễn giải", "Narrative")],
    tables: [fundingTable],
  },
  {
    key: "V",
    label: { vi: "Hợp tác, nguồn lực", en: "Cooperation and resources" },
    fields: [
      { key: "projects", type: "integer", label: { vi: "Số đề tài, dự án", en: "Research projects" } },
      { key: "trained", type: "integer", label: { vi: "Số lượt người được đào tạo", en: "People trained" } },
      { key: "facilities", type: "integer", label: { vi: "Số cơ sở được đầu tư", en: "Facilities invested in" } },
      narrative("Diễn giải", "Narrative", true),
    ],
    tables: [],
  },
  {
    key: "VI",
    label: { vi: "Đánh giá", en: "Assessment" },
    fields: [
      { key: "strengths", type: "longtext", label: { vi: "Ưu điểm", en: "Strengths" }, required: true },
      { key: "weaknesses", type: "longtext", label: { vi: "Tồn tại, hạn chế", en: "Weaknesses" }, required: true },
      { key: "objectiveCauses", type: "longtext", label: { vi: "Nguyên nhân khách quan", en: "External causes" } },
      { key: "subjectiveCauses", type: "longtext", label: { vi: "Nguyên nhân chủ quan", en: "Own causes" } },
    ],
    tables: [],
  },
  {
    key: "VII",
    label: { vi: "Khó khăn, vướng mắc", en: "Obstacles" },
    fields: [],
    tables: [obstacleTable],
  },
  {
    key: "VIII",
    label: { vi: "Phương hướng năm sau", en: "Next year" },
    fields: [narrative("Phương hướng, nhiệm vụ", "Directions and tasks", true)],
    tables: [],
  },
  {
    key: "IX",
    label: { vi: "Đề xuất, kiến nghị", en: "Proposals" },
    fields: [],
    tables: [proposalsTable],
  },
];

export const sectionOf = (key: SectionKey): SectionSpec => sections.find((section) => section.key === key)!;

/** What a path such as `sections.II.rows.3.progress` points at. */
export interface Place {
  readonly section?: SectionSpec;
  readonly table?: TableSpec;
  /** Counted from 1, as people count. */
  readonly row?: number;
  readonly field?: FieldSpec;
}

export function placeOf(path: string): Place {
  const [root, first, second, third, fourth] = path.split(".");
  if (root === "head") return withField({}, headFields, first);
  const section = root === "sections" ? sections.find((candidate) => candidate.key === first) : undefined;
  if (!section) return {};
  const table = section.tables.find((candidate) => candidate.key === second);
  if (!table) return withField({ section }, section.fields, second);
  return third === undefined
    ? { section, table }
    : withField({ section, table, row: Number(third) + 1 }, table.columns, fourth);
}

function withField(place: Place, fields: readonly FieldSpec[], key: string | undefined): Place {
  const field = fields.find((candidate) => candidate.key === key);
  return field ? { ...place, field } : place;
}
