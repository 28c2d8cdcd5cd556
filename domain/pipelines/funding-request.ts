import type { Deadline, Pipeline, Step } from "../engine/pipeline.ts";

type Retract = NonNullable<Step["retract"]>;

/** The round's own date (budget calendar, vietnam.md §5.2); a request outside any round has none. */
const byRound: Deadline = {
  by: "case",
  rework: 3,
  remind: [7, 1, 0],
  escalate: { after: [1], to: { party: "owner", roles: ["head"] } },
};

const inDepartment = (workingDays: number): Deadline => ({
  by: { workingDays },
  remind: [1, 0],
  escalate: { after: [1], to: { party: "department", roles: ["division-head"] } },
});

/** Rút đề nghị: the agency signed it, so its head takes it back. It is drafted again from there, or given up. */
const retract: Retract = { by: { party: "owner", roles: ["head", "deputy-head"] }, to: "draft" };

/**
 * Đề nghị kinh phí: soạn → kế toán → thủ trưởng ký → cấp số → Sở KH&CN thẩm định → vào danh mục → quyết định theo dòng →
 * giao → giải ngân → quyết toán. A large amount is signed by the head in person; that is the branch after the accounts.
 * Until UBND has decided the agency may take it back. The decision itself says how the request goes on; what the round has
 * gone without lapses with it, since a request names the window and the year of its own round.
 */
export const fundingRequest: Pipeline = {
  id: "funding-request",
  version: 2,
  name: { vi: "Đề nghị kinh phí", en: "Funding request" },
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: { vi: "Soạn thảo", en: "Drafting" },
      by: { party: "owner", roles: ["specialist"] },
      sections: ["grounds", "content", "sources", "costs", "approvals", "placed"],
      to: "accounts",
      withdraw: "withdrawn",
      deadline: byRound,
      lapse: "lapsed",
    },
    accounts: {
      kind: "decide",
      name: { vi: "Kế toán kiểm tra", en: "Accounts check" },
      by: { party: "owner", roles: ["accountant"] },
      act: "examine",
      on: { approve: "by-amount", return: ["draft"] },
      survives: "same-content",
      concerns: ["sources", "costs"],
      deadline: byRound,
      lapse: "lapsed",
    },
    "by-amount": {
      kind: "branch",
      name: { vi: "Theo số tiền", en: "By amount" },
      when: [{ if: { of: "content", field: "large", is: true }, to: "head-signs" }],
      otherwise: "sign-off",
    },
    "head-signs": {
      kind: "sign",
      name: { vi: "Thủ trưởng trực tiếp ký", en: "Head signs in person" },
      by: { party: "owner", roles: ["head"] },
      marks: { head: ["own"] },
      on: { approve: "dispatch", return: ["draft", "accounts"] },
      deadline: byRound,
      lapse: "lapsed",
    },
    "sign-off": {
      kind: "sign",
      name: { vi: "Thủ trưởng ký", en: "Head signs" },
      by: { party: "owner", roles: ["head", "deputy-head"] },
      marks: { head: ["own", "TUQ."], "deputy-head": ["KT."] },
      on: { approve: "dispatch", return: ["draft", "accounts"] },
      deadline: byRound,
      lapse: "lapsed",
    },
    dispatch: {
      kind: "issue",
      name: { vi: "Cấp số Tờ trình, gửi", en: "Number and dispatch" },
      by: { party: "owner", roles: ["records-clerk"] },
      series: "TTr",
      to: "appraisal",
      return: ["draft", "accounts", "head-signs", "sign-off"],
      deadline: byRound,
      lapse: "lapsed",
    },
    appraisal: {
      kind: "decide",
      name: { vi: "Sở KH&CN thẩm định nội dung", en: "Sở KH&CN appraises the content" },
      by: { party: "department", roles: ["specialist"] },
      act: "examine",
      on: { approve: "listed", return: ["draft"], reject: "refused" },
      clarify: ["draft"],
      deadline: inDepartment(10),
      milestone: "sent",
      fulfilsDuty: true,
      lapse: "lapsed",
      retract,
    },
    listed: {
      kind: "await",
      name: { vi: "Chờ vào danh mục", en: "Awaiting the list" },
      awaits: "consolidated",
      to: "deciding",
      by: { party: "department", roles: ["specialist"] },
      return: ["draft"],
      milestone: "accepted",
      lapse: "lapsed",
      retract,
    },
    deciding: {
      kind: "await",
      name: { vi: "Chờ UBND tỉnh quyết định theo dòng", en: "Awaiting the decision, line by line" },
      awaits: "decided",
      to: "assigning",
      by: { party: "department", roles: ["specialist"] },
      return: ["draft"],
      milestone: "consolidated",
      retract,
    },
    assigning: {
      kind: "await",
      name: { vi: "Chờ Quyết định giao", en: "Awaiting the assignment" },
      awaits: "published",
      to: "by-answer",
    },
    "by-answer": {
      kind: "branch",
      name: { vi: "Theo kết quả từng dòng", en: "By the answer on its lines" },
      when: [
        { if: { of: "content", field: "answered", is: "none" }, to: "refused" },
        { if: { of: "content", field: "answered", is: "deferred" }, to: "council" },
      ],
      otherwise: "spending",
    },
    council: {
      kind: "await",
      name: { vi: "Chờ HĐND tỉnh, xét ở danh mục sau", en: "Awaiting the council, on a later list" },
      awaits: "published",
      to: "by-answer",
    },
    spending: {
      kind: "decide",
      name: { vi: "Giải ngân hằng kỳ, lập quyết toán", en: "Spending, report by report" },
      by: { party: "owner", roles: ["accountant"] },
      act: "approve",
      on: { approve: "settlement" },
    },
    settlement: {
      kind: "decide",
      name: { vi: "Xác nhận quyết toán", en: "Settlement confirmed" },
      by: { party: "department", roles: ["specialist"] },
      act: "examine",
      on: { approve: "settled", return: ["spending"] },
      deadline: inDepartment(10),
    },
    settled: { kind: "end", name: { vi: "Đã quyết toán", en: "Settled" }, outcome: "completed" },
    refused: { kind: "end", name: { vi: "Không bố trí", en: "Not funded" }, outcome: "rejected" },
    withdrawn: { kind: "end", name: { vi: "Đã rút đề nghị", en: "Withdrawn" }, outcome: "withdrawn" },
    lapsed: { kind: "end", name: { vi: "Hết hiệu lực theo đợt", en: "Lapsed with its round" }, outcome: "lapsed" },
  },
};
