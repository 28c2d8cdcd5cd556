import type { Option, TableSpec } from "./form-spec.ts";

export const TASK_STATUSES = ["not-started", "in-progress", "done", "late", "stopped"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const taskStatusOptions: readonly (Option & { readonly value: TaskStatus })[] = [
  { value: "not-started", label: { vi: "Chưa thực hiện", en: "Not started" } },
  { value: "in-progress", label: { vi: "Đang thực hiện", en: "In progress" } },
  { value: "done", label: { vi: "Hoàn thành", en: "Done" } },
  { value: "late", label: { vi: "Chậm", en: "Late" } },
  { value: "stopped", label: { vi: "Dừng", en: "Stopped" } },
];

export const OBSTACLE_STATUSES = ["open", "in-progress", "resolved"] as const;
export type ObstacleStatus = (typeof OBSTACLE_STATUSES)[number];

export const obstacleStatusOptions: readonly (Option & { readonly value: ObstacleStatus })[] = [
  { value: "open", label: { vi: "Chưa giải quyết", en: "Open" } },
  { value: "in-progress", label: { vi: "Đang giải quyết", en: "Being settled" } },
  { value: "resolved", label: { vi: "Đã giải quyết", en: "Settled" } },
];

export const DECIDING_LEVELS = ["agency", "coordinator", "province", "council", "central"] as const;
export type DecidingLevel = (typeof DECIDING_LEVELS)[number];

export const decidingLevelOptions: readonly (Option & { readonly value: DecidingLevel })[] = [
  { value: "agency", label: { vi: "Cơ quan, đơn vị", en: "The agency itself" } },
  { value: "coordinator", label: { vi: "Sở Khoa học và Công nghệ", en: "Department of Science and Technology" } },
  { value: "province", label: { vi: "UBND tỉnh", en: "Provincial People’s Committee" } },
  { value: "council", label: { vi: "HĐND tỉnh", en: "Provincial People’s Council" } },
  { value: "central", label: { vi: "Bộ, ngành Trung ương", en: "Ministries and central bodies" } },
];

export const taskTable: TableSpec = {
  key: "rows",
  number: "01",
  label: { vi: "Biểu 01. Kết quả thực hiện nhiệm vụ", en: "Table 01. Results by task" },
  minRows: 1,
  columns: [
    { key: "taskCode", type: "task", label: { vi: "Mã", en: "Code" }, required: true, prefilled: true },
    { key: "title", type: "text", label: { vi: "Nội dung", en: "Task" }, computed: true },
    { key: "lead", type: "text", label: { vi: "Chủ trì", en: "Lead" }, computed: true },
    { key: "coordinating", type: "text", label: { vi: "Phối hợp", en: "With" }, prefilled: true },
    { key: "result", type: "longtext", label: { vi: "Sản phẩm, kết quả", en: "Product, result" } },
    { key: "start", type: "date", label: { vi: "Từ ngày", en: "From" } },
    { key: "end", type: "date", label: { vi: "Đến ngày", en: "To" } },
    { key: "progress", type: "percent", label: { vi: "Tiến độ (%)", en: "Progress (%)" }, required: true },
    {
      key: "status",
      type: "choice",
      label: { vi: "Trạng thái", en: "Status" },
      required: true,
      options: taskStatusOptions,
    },
    {
      key: "evidence",
      type: "longtext",
      label: { vi: "Minh chứng", en: "Evidence" },
      hint: {
        vi: "Số, ngày văn bản hoặc nơi xem được kết quả. Bắt buộc khi đạt 100 %.",
        en: "Number and date of a document, or where the result can be seen. Required at 100 %.",
      },
    },
    {
      key: "lateReason",
      type: "longtext",
      label: { vi: "Lý do chậm", en: "Reason for delay" },
      hint: { vi: "Bắt buộc khi chậm hoặc dừng.", en: "Required when late or stopped." },
    },
  ],
};

export const indicatorTable: TableSpec = {
  key: "rows",
  number: "02",
  label: { vi: "Biểu 02. Kết quả thực hiện chỉ tiêu", en: "Table 02. Results by indicator" },
  minRows: 1,
  columns: [
    { key: "indicatorCode", type: "indicator", label: { vi: "Mã", en: "Code" }, required: true, prefilled: true },
    { key: "title", type: "text", label: { vi: "Chỉ tiêu", en: "Indicator" }, computed: true },
    { key: "unit", type: "text", label: { vi: "ĐVT", en: "Unit" }, computed: true },
    { key: "baseline", type: "decimal", label: { vi: "Giá trị gốc", en: "Baseline" }, prefilled: true },
    { key: "baselineYear", type: "year", label: { vi: "Năm gốc", en: "Baseline year" } },
    { key: "target", type: "text", label: { vi: "Mục tiêu", en: "Target" }, computed: true },
    { key: "previousYear", type: "decimal", label: { vi: "Thực hiện năm trước", en: "Previous year" } },
    { key: "toDate", type: "decimal", label: { vi: "Thực hiện đến kỳ", en: "To date" } },
    { key: "fullYear", type: "decimal", label: { vi: "Ước cả năm", en: "Full-year estimate" } },
    {
      key: "progress",
      type: "percent",
      label: { vi: "So với mục tiêu (%)", en: "Towards target (%)" },
      computed: true,
    },
    {
      key: "assessment",
      type: "longtext",
      label: { vi: "Đánh giá (chỉ tiêu định tính)", en: "Assessment (qualitative)" },
    },
    { key: "dataSource", type: "text", label: { vi: "Nguồn số liệu", en: "Source of data" } },
    { key: "note", type: "longtext", label: { vi: "Ghi chú", en: "Note" } },
  ],
};

export const fundingTable: TableSpec = {
  key: "rows",
  number: "03",
  label: { vi: "Biểu 03. Kinh phí", en: "Table 03. Funding" },
  minRows: 1,
  columns: [
    { key: "taskCode", type: "task", label: { vi: "Mã nhiệm vụ", en: "Task" }, required: true },
    { key: "sourceCode", type: "source", label: { vi: "Nguồn", en: "Source" }, required: true },
    { key: "assigned", type: "money", label: { vi: "Dự toán giao", en: "Assigned" }, required: true },
    { key: "assignedBy", type: "text", label: { vi: "Số quyết định giao", en: "Assigning decision" } },
    { key: "supplement", type: "money", label: { vi: "Bổ sung", en: "Supplement" } },
    { key: "spent", type: "money", label: { vi: "Thực hiện", en: "Carried out" }, required: true },
    { key: "disbursed", type: "money", label: { vi: "Giải ngân", en: "Disbursed" }, required: true },
    { key: "ratio", type: "percent", label: { vi: "Tỷ lệ giải ngân (%)", en: "Disbursed (%)" }, computed: true },
    { key: "remaining", type: "money", label: { vi: "Còn lại", en: "Remaining" }, computed: true },
    { key: "carriedOver", type: "money", label: { vi: "Chuyển nguồn", en: "Carried over" } },
  ],
};

export const obstacleTable: TableSpec = {
  key: "rows",
  number: "04",
  label: { vi: "Biểu 04. Khó khăn, vướng mắc", en: "Table 04. Obstacles" },
  minRows: 1,
  columns: [
    { key: "content", type: "longtext", label: { vi: "Nội dung vướng mắc", en: "Obstacle" }, required: true },
    { key: "taskCode", type: "task", label: { vi: "Nhiệm vụ", en: "Task" } },
    { key: "relatedDocument", type: "text", label: { vi: "Văn bản liên quan", en: "Related document" } },
    { key: "proposal", type: "longtext", label: { vi: "Đề xuất", en: "Proposal" }, required: true },
    {
      key: "level",
      type: "choice",
      label: { vi: "Cấp giải quyết", en: "To be settled by" },
      required: true,
      options: decidingLevelOptions,
    },
    { key: "dueDate", type: "date", label: { vi: "Hạn", en: "By" } },
    {
      key: "status",
      type: "choice",
      label: { vi: "Trạng thái", en: "Status" },
      required: true,
      options: obstacleStatusOptions,
    },
  ],
};
