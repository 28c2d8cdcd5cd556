import type { Label, StepId } from "./pipeline.ts";

/** Official state labels (vietnam.md §8.4) where they say more than the step's own name. */
const labels: Record<string, Record<StepId, Label>> = {
  "annual-report": {
    draft: { vi: "Đang soạn thảo", en: "Being drafted" },
    review: { vi: "Chờ duyệt nội dung", en: "Awaiting content check" },
    "sign-off": { vi: "Chờ ký", en: "Awaiting signature" },
    dispatch: { vi: "Đã ký, chờ cấp số", en: "Signed, awaiting number" },
    intake: { vi: "Đã gửi, chờ Sở KH&CN tiếp nhận", en: "Sent, awaiting intake" },
    accepted: { vi: "Đã chấp nhận", en: "Accepted" },
    consolidated: { vi: "Đã tổng hợp", en: "Consolidated" },
  },
  "consolidated-report": {
    consolidate: { vi: "Đang tổng hợp", en: "Being consolidated" },
    division: { vi: "Chờ phòng duyệt", en: "Awaiting the division" },
    director: { vi: "Chờ Giám đốc Sở ký", en: "Awaiting the director's signature" },
    submission: { vi: "Đã ký, chờ cấp số Tờ trình", en: "Signed, awaiting number" },
    examination: { vi: "VP UBND xử lý", en: "With the UBND office" },
    decision: { vi: "Chờ quyết định", en: "Awaiting decision" },
    publication: { vi: "Đã phê duyệt, chờ ban hành", en: "Approved, awaiting issue" },
    published: { vi: "Đã ban hành", en: "Published" },
  },
};

/** Where the case stands in the official chain; a work that came back says so. */
export function stateLabel(pipelineId: string, step: StepId, returned: boolean, fallback: Label): Label {
  const label = labels[pipelineId]?.[step] ?? fallback;
  return returned
    ? { vi: `Bị trả lại – ${label.vi.toLowerCase()}`, en: `Returned – ${label.en.toLowerCase()}` }
    : label;
}
