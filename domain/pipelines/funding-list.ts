import { MAX_LINES } from "../engine/content.ts";
import type { Deadline, Pipeline, Role } from "../engine/pipeline.ts";

const within = (workingDays: number, of: "department" | "office" = "department"): Deadline => ({
  by: { workingDays },
  remind: [1, 0],
  escalate: { after: [1], to: { party: of, roles: ["head"] } },
});

/** A written opinion is the agency's own: its head or a deputy gives it. */
const opining: readonly Role[] = ["head", "deputy-head"];

/** An opinion that is late is for the head of the agency that owes it to answer for. */
const opinionsIn = (workingDays: number): Deadline => ({
  by: { workingDays },
  remind: [1, 0],
  escalate: { after: [1], to: { asked: ["head"] } },
});

/**
 * Danh mục kinh phí: tổng hợp → ý kiến song song (tài chính: chi thường xuyên; kế hoạch: đầu tư) → giải trình chênh lệch →
 * ký, cấp số → Văn phòng UBND → (ý kiến Thường trực HĐND với khoản bổ sung lớn) → UBND quyết định từng dòng, có trần → (chờ HĐND) → Quyết định giao.
 */
export const fundingList: Pipeline = {
  id: "funding-list",
  version: 2,
  name: { vi: "Danh mục kinh phí", en: "Funding list" },
  start: "consolidate",
  steps: {
    consolidate: {
      kind: "gather",
      name: { vi: "Tổng hợp danh mục", en: "Consolidation" },
      by: { party: "department", roles: ["specialist"] },
      minimumPercent: 0,
      lines: { most: MAX_LINES },
      to: "opinions",
      deadline: within(10),
    },
    opinions: {
      kind: "opinions",
      name: { vi: "Lấy ý kiến thẩm định", en: "Appraisal by the departments" },
      by: { party: "department", roles: ["specialist"] },
      from: [
        {
          party: "finance",
          roles: opining,
          if: { of: "content", field: "regular", is: true },
          appraises: "regular",
        },
        {
          party: "planning",
          roles: opining,
          if: { of: "content", field: "investment", is: true },
          appraises: "investment",
        },
      ],
      noReply: "counts-as-no-objection",
      amounts: "required",
      to: "explain",
      return: ["consolidate"],
      deadline: opinionsIn(7),
      milestone: "frozen",
    },
    explain: {
      kind: "decide",
      name: { vi: "Giải trình chênh lệch", en: "Differences explained" },
      by: { party: "department", roles: ["division-head"] },
      act: "approve",
      proposes: true,
      on: { approve: "director", return: ["consolidate"] },
      clarify: ["opinions"],
      deadline: within(3),
    },
    director: {
      kind: "sign",
      name: { vi: "Giám đốc Sở ký", en: "Director signs" },
      by: { party: "department", roles: ["head", "deputy-head"] },
      marks: { head: ["own", "TUQ."], "deputy-head": ["KT."] },
      on: { approve: "submission", return: ["explain", "consolidate"] },
      deadline: within(2),
    },
    submission: {
      kind: "issue",
      name: { vi: "Cấp số Tờ trình, gửi UBND", en: "Number the submission" },
      by: { party: "department", roles: ["records-clerk"] },
      series: "TTr",
      to: "examination",
      return: ["consolidate", "explain", "director"],
      deadline: within(1),
    },
    examination: {
      kind: "decide",
      name: { vi: "Văn phòng UBND thẩm tra", en: "Examination by the UBND office" },
      by: { party: "office", roles: ["specialist"] },
      act: "examine",
      on: { approve: "by-council", return: ["consolidate", "explain", "director", "submission"] },
      deadline: within(3, "office"),
      milestone: "with-ubnd",
    },
    "by-council": {
      kind: "branch",
      name: { vi: "Theo mức bổ sung trong năm", en: "By the amount of a supplement" },
      when: [{ if: { of: "content", field: "council", is: true }, to: "council-opinion" }],
      otherwise: "decision",
    },
    "council-opinion": {
      kind: "decide",
      name: { vi: "Ghi nhận ý kiến Thường trực HĐND tỉnh", en: "Opinion of the council’s standing body" },
      by: { party: "office", roles: ["head"] },
      act: "receive",
      on: { approve: "decision", return: ["consolidate"] },
      deadline: within(10, "office"),
    },
    decision: {
      kind: "lines",
      name: { vi: "UBND tỉnh quyết định từng dòng", en: "Decision, line by line" },
      by: { party: "committee", roles: ["vice-chair", "chair"] },
      ceiling: "higher-signature",
      refers: { vi: "HĐND tỉnh", en: "Provincial People’s Council" },
      referral: { by: [{ party: "office", roles: ["specialist"] }] },
      asksOwner: ["specialist"],
      on: { done: "signing", higher: "chair-signs", return: ["consolidate"] },
      clarify: ["explain"],
      deadline: within(5, "office"),
    },
    signing: {
      kind: "sign",
      name: { vi: "Ký Quyết định giao", en: "Assigning decision signed" },
      by: { party: "committee", roles: ["vice-chair", "chair"] },
      marks: { "vice-chair": ["KT."], chair: ["TM."] },
      on: { approve: "publication", return: ["consolidate"] },
      deadline: within(2, "office"),
    },
    "chair-signs": {
      kind: "sign",
      name: { vi: "Chủ tịch ký (vượt trần)", en: "Chair signs (above a ceiling)" },
      by: { party: "committee", roles: ["chair"] },
      marks: { chair: ["TM."] },
      on: { approve: "publication", return: ["consolidate"] },
      deadline: within(2, "office"),
    },
    publication: {
      kind: "issue",
      name: { vi: "Cấp số, ban hành Quyết định giao", en: "Number and issue the assignment" },
      by: { party: "office", roles: ["records-clerk"] },
      series: "QĐ",
      of: "committee",
      to: "published",
      return: ["consolidate"],
      deadline: within(1, "office"),
      milestone: "decided",
    },
    published: {
      kind: "end",
      name: { vi: "Đã giao kinh phí", en: "Assigned" },
      outcome: "completed",
      milestone: "published",
    },
  },
};
