import type { Deadline, Pipeline } from "../engine/pipeline.ts";

/** Plan V.1, OB-04: before 30/11 each year, through Sở KH&CN. The four desks of the agency share that one term. */
const byCase: Deadline = {
  by: "case",
  rework: 3,
  remind: [30, 7, 1, 0],
  escalate: { after: [1, 3], to: { party: "owner", roles: ["head"] } },
};

/** Báo cáo năm: soạn thảo → (kiểm tra nội dung) → thủ trưởng ký → cấp số, gửi → Sở KH&CN tiếp nhận → đã tổng hợp. */
export const annualReport: Pipeline = {
  id: "annual-report",
  version: 2,
  name: { vi: "Báo cáo năm", en: "Annual report" },
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: { vi: "Soạn thảo", en: "Drafting" },
      by: { party: "owner", roles: ["specialist"] },
      sections: ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
      to: "check",
      deadline: byCase,
    },
    check: {
      kind: "branch",
      name: { vi: "Có kiểm tra nội dung", en: "Content is checked" },
      when: [{ if: { field: "contentReview", is: true }, to: "review" }],
      otherwise: "sign-off",
    },
    review: {
      kind: "decide",
      name: { vi: "Kiểm tra nội dung", en: "Content check" },
      by: { party: "owner", roles: ["division-head"] },
      act: "approve",
      on: { approve: "sign-off", return: ["draft"] },
      deadline: byCase,
    },
    "sign-off": {
      kind: "decide",
      name: { vi: "Thủ trưởng ký duyệt", en: "Head signs" },
      by: { party: "owner", roles: ["head", "deputy-head"] },
      act: "sign",
      on: { approve: "dispatch", return: ["draft", "review"] },
      deadline: byCase,
    },
    dispatch: {
      kind: "issue",
      name: { vi: "Cấp số, gửi", en: "Number and dispatch" },
      by: { party: "owner", roles: ["records-clerk"] },
      series: "BC",
      to: "intake",
      return: ["draft", "review", "sign-off"],
      deadline: byCase,
    },
    intake: {
      kind: "decide",
      name: { vi: "Sở KH&CN tiếp nhận", en: "Intake by Sở KH&CN" },
      by: { party: "department", roles: ["specialist"] },
      act: "receive",
      on: { approve: "accepted", return: ["draft", "sign-off", "dispatch"] },
      deadline: {
        by: { workingDays: 3 },
        remind: [0],
        escalate: { after: [1], to: { party: "department", roles: ["division-head"] } },
      },
      milestone: "sent",
      fulfilsDuty: true,
    },
    accepted: {
      kind: "await",
      name: { vi: "Đã chấp nhận, chờ tổng hợp", en: "Accepted, awaiting consolidation" },
      awaits: "consolidated",
      to: "consolidated",
      by: { party: "department", roles: ["specialist"] },
      return: ["draft", "intake"],
      milestone: "accepted",
    },
    consolidated: {
      kind: "end",
      name: { vi: "Đã tổng hợp", en: "Consolidated" },
      outcome: "completed",
      milestone: "consolidated",
    },
  },
};
