import type { Deadline, Pipeline } from "../engine/pipeline.ts";

/** Plan V.2, OB-05 gives Sở KH&CN no date; the working days per desk are the province's proposal. */
const within = (workingDays: number, remind: readonly number[] = [1, 0]): Deadline => ({
  by: { workingDays },
  remind,
  escalate: { after: [1], to: { party: "department", roles: ["head"] } },
});

/** Báo cáo tổng hợp: tổng hợp → phòng → Giám đốc Sở ký → số Tờ trình → VP UBND thẩm tra → PCT/CT quyết định → ban hành. */
export const consolidatedReport: Pipeline = {
  id: "consolidated-report",
  version: 2,
  name: { vi: "Báo cáo tổng hợp", en: "Consolidated report" },
  start: "consolidate",
  steps: {
    consolidate: {
      kind: "gather",
      name: { vi: "Tổng hợp", en: "Consolidation" },
      by: { party: "department", roles: ["specialist"] },
      minimumPercent: 0,
      to: "division",
      deadline: within(15, [7, 1, 0]),
    },
    division: {
      kind: "decide",
      name: { vi: "Phòng chuyên môn duyệt", en: "Division approves" },
      by: { party: "department", roles: ["division-head"] },
      act: "approve",
      on: { approve: "director", return: ["consolidate"] },
      deadline: within(2),
      milestone: "frozen",
    },
    director: {
      kind: "decide",
      name: { vi: "Giám đốc Sở ký", en: "Director signs" },
      by: { party: "department", roles: ["head", "deputy-head"] },
      act: "sign",
      on: { approve: "submission", return: ["consolidate", "division"] },
      deadline: within(2),
    },
    submission: {
      kind: "issue",
      name: { vi: "Cấp số Tờ trình, gửi UBND", en: "Number the submission" },
      by: { party: "department", roles: ["records-clerk"] },
      series: "TTr",
      to: "examination",
      return: ["consolidate", "division", "director"],
      deadline: within(1, [0]),
    },
    examination: {
      kind: "decide",
      name: { vi: "Văn phòng UBND thẩm tra", en: "Examination by the UBND office" },
      by: { party: "office", roles: ["specialist"] },
      act: "examine",
      on: { approve: "decision", return: ["consolidate", "director", "submission"] },
      deadline: {
        by: { workingDays: 3 },
        remind: [0],
        escalate: { after: [1], to: { party: "office", roles: ["head"] } },
      },
      milestone: "with-ubnd",
    },
    decision: {
      kind: "decide",
      name: { vi: "Lãnh đạo UBND tỉnh quyết định", en: "Decision of UBND leaders" },
      by: { party: "committee", roles: ["vice-chair", "chair"] },
      act: "approve",
      on: { approve: "publication", return: ["consolidate", "director", "examination"] },
      deadline: {
        by: { workingDays: 5 },
        remind: [1, 0],
        escalate: { after: [1], to: { party: "office", roles: ["head"] } },
      },
      milestone: "with-ubnd",
    },
    publication: {
      kind: "issue",
      name: { vi: "Ban hành, lưu hồ sơ", en: "Issue and file" },
      by: { party: "office", roles: ["records-clerk"] },
      series: "BC",
      of: "committee",
      to: "published",
      return: ["decision", "examination"],
      deadline: {
        by: { workingDays: 1 },
        remind: [0],
        escalate: { after: [1], to: { party: "office", roles: ["head"] } },
      },
      milestone: "decided",
    },
    published: {
      kind: "end",
      name: { vi: "Đã ban hành", en: "Published" },
      outcome: "completed",
      milestone: "published",
    },
  },
};
