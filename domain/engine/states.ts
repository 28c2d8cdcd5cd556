import { lowerFirst } from "../text/text.ts";
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
  "funding-request": {
    draft: { vi: "Đang soạn thảo", en: "Being drafted" },
    accounts: { vi: "Chờ kế toán kiểm tra", en: "With the accountant" },
    "head-signs": { vi: "Chờ thủ trưởng trực tiếp ký", en: "Awaiting the head in person" },
    "sign-off": { vi: "Chờ ký", en: "Awaiting signature" },
    dispatch: { vi: "Đã ký, chờ cấp số", en: "Signed, awaiting number" },
    appraisal: { vi: "Đã gửi, Sở KH&CN thẩm định", en: "Sent, being appraised" },
    listed: { vi: "Đã tiếp nhận, chờ vào danh mục", en: "Accepted, awaiting the list" },
    deciding: { vi: "Đã vào danh mục, chờ quyết định", en: "On the list, awaiting decision" },
    assigning: { vi: "Đã quyết định, chờ giao", en: "Decided, awaiting assignment" },
    answer: { vi: "Đã giao, chờ thông báo kết quả", en: "Assigned, answer due" },
    council: { vi: "Chờ HĐND tỉnh", en: "Awaiting the council" },
    spending: { vi: "Đang giải ngân", en: "Being spent" },
    settlement: { vi: "Chờ xác nhận quyết toán", en: "Settlement to be confirmed" },
    settled: { vi: "Đã quyết toán", en: "Settled" },
    refused: { vi: "Không bố trí", en: "Not funded" },
    withdrawn: { vi: "Đã rút đề nghị", en: "Withdrawn" },
    lapsed: { vi: "Hết hiệu lực theo đợt", en: "Lapsed with its round" },
  },
  "funding-list": {
    consolidate: { vi: "Đang tổng hợp danh mục", en: "List being consolidated" },
    opinions: { vi: "Lấy ý kiến", en: "Collecting opinions" },
    explain: { vi: "Giải trình chênh lệch", en: "Explaining differences" },
    director: { vi: "Chờ Giám đốc Sở ký", en: "Awaiting the director's signature" },
    submission: { vi: "Đã ký, chờ cấp số Tờ trình", en: "Signed, awaiting number" },
    examination: { vi: "VP UBND xử lý", en: "With the UBND office" },
    "council-opinion": { vi: "Chờ ý kiến Thường trực HĐND tỉnh", en: "Awaiting the council’s standing body" },
    decision: { vi: "Chờ quyết định từng dòng", en: "Awaiting decision, line by line" },
    signing: { vi: "Đã quyết định, chờ ký Quyết định giao", en: "Decided, awaiting signature" },
    "chair-signs": { vi: "Vượt trần, chờ Chủ tịch ký", en: "Above a ceiling, awaiting the chair" },
    publication: { vi: "Đã ký, chờ ban hành", en: "Signed, awaiting issue" },
    published: { vi: "Đã giao kinh phí", en: "Assigned" },
  },
};

const outOfCycle: Label = { vi: "Ngoài kỳ báo cáo", en: "Out of the cycle" };

/** Where the case stands in the official chain; a work that came back says so. */
export function stateLabel(
  { pipelineId, step }: { pipelineId: string; step: StepId },
  { returned, aside }: { returned: boolean; aside: boolean },
  fallback: Label,
): Label {
  if (aside) return outOfCycle;
  const label = labels[pipelineId]?.[step] ?? fallback;
  return returned ? { vi: `Bị trả lại – ${lowerFirst(label.vi)}`, en: `Returned – ${lowerFirst(label.en)}` } : label;
}
