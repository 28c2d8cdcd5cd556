import { formatDong } from "../money/dong.ts";
import type { LedgerRefusal, LedgerRefusalCode } from "./ledger-rules.ts";

interface Label {
  readonly vi: string;
  readonly en: string;
}

/** Why money cannot move, and what to do. `{most}` and `{given}` are shown as money. */
export const LEDGER_TEXTS: Readonly<Record<LedgerRefusalCode, Label>> = {
  "line-unknown": {
    vi: "Không có dòng kinh phí này. Mở lại danh sách và chọn dòng.",
    en: "There is no such line. Open the list again and choose a line.",
  },
  "amount-invalid": {
    vi: "Số tiền phải là số nguyên đồng, lớn hơn 0.",
    en: "An amount is whole đồng, greater than 0.",
  },
  "line-withdrawn": {
    vi: "Đề nghị của dòng này đã rút. Lập đề nghị mới nếu vẫn cần.",
    en: "The request of this line was withdrawn. Make a new one if it is still needed.",
  },
  "line-returned": {
    vi: "Đề nghị của dòng này đang ở cơ quan lập để sửa. Chờ cơ quan gửi lại, rồi tổng hợp lại danh mục.",
    en: "The request of this line is with its agency to be changed. Wait until it is sent again, then consolidate the list anew.",
  },
  "line-changed": {
    vi: "Đề nghị của dòng này đã thay đổi sau khi chốt danh mục. Trả danh mục để tổng hợp lại theo bản mới.",
    en: "The request of this line has changed since the list was frozen. Return the list, so that it takes the new version.",
  },
  "period-not-of-year": {
    vi: "Kỳ báo cáo phải thuộc năm ngân sách của dòng. Phần chi trong thời gian chỉnh lý ghi vào kỳ cuối năm.",
    en: "The period must lie in the budget year of the line. Spending of the closing period belongs to the year’s last one.",
  },
  "period-mixed": {
    vi: "Năm này đã báo cáo theo kỳ khác (tháng hoặc quý). Báo cáo tiếp theo đúng loại kỳ đó để không tính trùng.",
    en: "This year is reported by the other kind of period (month or quarter). Go on with it, so that nothing counts twice.",
  },
  "not-outside-budget": {
    vi: "Chỉ ghi nhận nguồn ngoài ngân sách (IV.3). Nguồn ngân sách phải lập đề nghị kinh phí.",
    en: "Only sources outside the budget (IV.3) are recorded. Money of the budget is asked for in a funding request.",
  },
  "recorded-only": {
    vi: "Nguồn ngoài ngân sách (IV.3) chỉ ghi nhận, không đề nghị, quyết định hay giao.",
    en: "Money outside the budget (IV.3) is recorded only: it is not requested, decided or assigned.",
  },
  "line-settled": {
    vi: "Dòng này đã quyết toán, không ghi thêm được.",
    en: "This line is settled: nothing more can be recorded on it.",
  },
  "line-assigned": {
    vi: "Kinh phí đã giao: không đổi được số đề nghị, thẩm định, quyết định. Dùng bổ sung hoặc thu hồi.",
    en: "The money is assigned: what was requested and decided is fixed. Record a supplement or a recovery.",
  },
  "not-requested": { vi: "Dòng này không có số đề nghị.", en: "Nothing is requested on this line." },
  "not-decided": {
    vi: "Chưa có quyết định cho dòng này. Chờ UBND tỉnh quyết định.",
    en: "This line is not decided yet. Wait for the decision of UBND.",
  },
  "not-assigned": {
    vi: "Chưa giao kinh phí cho dòng này. Ghi quyết định giao trước.",
    en: "No money is assigned to this line. Record the assigning decision first.",
  },
  "waits-for-council": {
    vi: "Dòng này chờ nghị quyết của HĐND. Ghi quyết định sau khi có nghị quyết.",
    en: "This line waits for the council’s resolution. Record the decision once it is there.",
  },
  "reason-needed": { vi: "Phải nêu lý do.", en: "A reason is needed." },
  "document-needed": { vi: "Phải ghi số văn bản.", en: "The number of the document is needed." },
  "appraised-over-requested": {
    vi: "{given} đồng vượt số đề nghị {most} đồng.",
    en: "{given} đồng is more than the {most} đồng requested.",
  },
  "decided-over-requested": {
    vi: "{given} đồng vượt số đề nghị {most} đồng. Phần thêm lập đề nghị bổ sung.",
    en: "{given} đồng is more than the {most} đồng requested. Ask for the rest as a supplement.",
  },
  "assigned-over-decided": {
    vi: "{given} đồng vượt số còn được giao {most} đồng theo quyết định.",
    en: "{given} đồng is more than the {most} đồng still to be assigned under the decision.",
  },
  "over-available": {
    vi: "{given} đồng vượt số còn lại {most} đồng (giao + bổ sung + chuyển đến − thu hồi − chuyển đi − giải ngân).",
    en: "{given} đồng is more than the {most} đồng left (assigned + supplement + carried in − recovered − carried out − spent).",
  },
  "not-next-year": {
    vi: "Chỉ chuyển nguồn sang năm sau của cùng đề nghị, cùng nguồn.",
    en: "Money is carried over only to the next year of the same request and source.",
  },
  "remaining-not-zero": {
    vi: "Còn {given} đồng chưa giải ngân, chuyển nguồn hoặc thu hồi. Xử lý hết rồi mới quyết toán.",
    en: "{given} đồng is neither spent, carried over nor recovered. Deal with it before the settlement.",
  },
  "settlement-not-sent": {
    vi: "Đây là dòng cuối còn mở, mà cơ quan chưa trình quyết toán hồ sơ. Đề nghị cơ quan trình quyết toán trước.",
    en: "This is the last open line, and the agency has not sent in the settlement of the case. Have it sent first.",
  },
};

export const ledgerRefusalText = (refusal: LedgerRefusal, language: keyof Label): string =>
  LEDGER_TEXTS[refusal.code][language].replace(/\{(most|given)\}/g, (whole, name: "most" | "given") => {
    const amount = refusal[name];
    return amount === undefined ? whole : formatDong(amount);
  });
