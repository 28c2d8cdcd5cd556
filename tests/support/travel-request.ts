import type { Pipeline } from "../../domain/engine/index.ts";

/** Đề nghị cử đi công tác: a table as a province would upload it, signed by the head in person or by authorisation. */
export const travelRequest: Pipeline = {
  id: "travel-request",
  version: 1,
  name: { vi: "Đề nghị cử đi công tác", en: "Travel request" },
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: { vi: "Soạn đề nghị", en: "Drafting" },
      by: { party: "owner", roles: ["specialist"] },
      sections: ["Lý do", "Thời gian, địa điểm"],
      to: "signing",
    },
    signing: {
      kind: "sign",
      name: { vi: "Thủ trưởng ký", en: "Head signs" },
      by: { party: "owner", roles: ["head"] },
      marks: { head: ["own", "TUQ."] },
      on: { approve: "numbering", return: ["draft"] },
      clarify: ["draft"],
    },
    numbering: {
      kind: "issue",
      name: { vi: "Cấp số, lưu", en: "Number and file" },
      by: { party: "owner", roles: ["records-clerk"] },
      series: "TTr",
      to: "done",
    },
    done: { kind: "end", name: { vi: "Đã ban hành", en: "Issued" }, outcome: "completed" },
  },
};
