import type { Label, Party, Role, StepKind } from "../engine/pipeline.ts";

/** Names of what a table is made of, for findings and for the drawn tables. */
export const roleLabels: Record<Role, Label> = {
  specialist: { vi: "chuyên viên", en: "specialist" },
  "division-head": { vi: "trưởng phòng", en: "head of division" },
  accountant: { vi: "kế toán", en: "accountant" },
  head: { vi: "thủ trưởng", en: "head of agency" },
  "deputy-head": { vi: "phó thủ trưởng", en: "deputy head" },
  "records-clerk": { vi: "văn thư", en: "records clerk" },
  chair: { vi: "chủ tịch", en: "chair" },
  "vice-chair": { vi: "phó chủ tịch", en: "vice-chair" },
  admin: { vi: "quản trị hệ thống", en: "administrator" },
  auditor: { vi: "thanh tra, kiểm toán", en: "auditor" },
};

export const partyLabels: Record<Party, Label> = {
  owner: { vi: "cơ quan lập hồ sơ", en: "owning agency" },
  department: { vi: "Sở KH&CN", en: "Sở KH&CN" },
  finance: { vi: "Sở Tài chính", en: "Sở Tài chính" },
  planning: { vi: "Sở KH&ĐT", en: "Sở KH&ĐT" },
  office: { vi: "Văn phòng UBND tỉnh", en: "UBND office" },
  committee: { vi: "UBND tỉnh", en: "UBND" },
};

export const kindLabels: Record<StepKind, Label> = {
  submit: { vi: "soạn và trình", en: "draft and submit" },
  decide: { vi: "duyệt", en: "decide" },
  gather: { vi: "tổng hợp", en: "gather" },
  issue: { vi: "cấp số, phát hành", en: "number and issue" },
  await: { vi: "chờ", en: "wait" },
  branch: { vi: "rẽ nhánh", en: "branch" },
  opinions: { vi: "lấy ý kiến", en: "opinions" },
  sign: { vi: "ký", en: "sign" },
  lines: { vi: "quyết định từng dòng", en: "decide lines" },
  task: { vi: "việc của hệ thống", en: "system task" },
  end: { vi: "kết thúc", en: "end" },
};
