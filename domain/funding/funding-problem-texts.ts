import { formatDate, isLocalDate } from "../calendar/local-time.ts";
import { formatDong } from "../money/dong.ts";
import type { Label } from "../report/form-spec.ts";
import type { FundingProblem, FundingProblemCode } from "./funding-problem.ts";
import { requestPlaceOf } from "./request-form.ts";
import { windowOptions } from "./windows.ts";

/** `{name}` takes a parameter; names ending in Dong are shown as money. Each says what is wrong and what to do. */
export const FUNDING_PROBLEM_TEXTS: Readonly<Record<FundingProblemCode, Label>> = {
  required: { vi: "Chưa nhập.", en: "Not filled in." },
  "rows-missing": { vi: "Bảng cần ít nhất {count} dòng.", en: "The table needs at least {count} row(s)." },
  "empty-row": { vi: "Dòng còn trống. Nhập số liệu hoặc xóa dòng.", en: "The row is empty. Fill it in or remove it." },
  "duplicate-row": {
    vi: "Trùng với dòng {other}. Gộp hai dòng làm một.",
    en: "The same as row {other}. Merge the two.",
  },
  "task-unknown": { vi: "Không có nhiệm vụ mã {code} trong Kế hoạch.", en: "The plan has no task {code}." },
  "task-secret": {
    vi: "Nhiệm vụ {code} có thể thuộc bí mật nhà nước: lập và gửi bằng đường văn bản mật, không dùng hệ thống này.",
    en: "Task {code} may be a state secret: prepare and send it on the secret channel, not in this system.",
  },
  "source-unknown": { vi: "Không có nguồn kinh phí mã {code} trong Kế hoạch.", en: "The plan has no source {code}." },
  "source-too-general": {
    vi: "Nguồn {code} còn chia nhỏ: chọn nguồn chi tiết để không cộng trùng.",
    en: "Source {code} has parts: choose one of them, so that nothing is counted twice.",
  },
  "unit-differs": {
    vi: "Cơ quan trong biểu mẫu không phải cơ quan của hồ sơ.",
    en: "The agency in the form is not the agency of the file.",
  },
  "round-differs": {
    vi: "Đợt này lập cho: {window}, năm {year}. Sửa lại hoặc lập đề nghị ngoài đợt.",
    en: "This round is for: {window}, {year}. Correct it, or make a request outside the round.",
  },
  "year-out-of-range": {
    vi: "Năm ngân sách phải từ {from} đến {to}.",
    en: "The budget year must lie between {from} and {to}.",
  },
  "window-not-of-kind": {
    vi: "Cửa sổ đầu tư công chỉ dùng cho vốn đầu tư; loại khác chọn dự toán năm sau hoặc bổ sung trong năm.",
    en: "Public investment windows are for investment capital; for other money choose next year’s budget or a supplement.",
  },
  "source-not-of-kind": {
    vi: "Nguồn {code} không thuộc loại kinh phí đã chọn. Lập đề nghị riêng cho nguồn này.",
    en: "Source {code} does not belong to the kind of money chosen. Make a separate request for it.",
  },
  "year-before-window": {
    vi: "Năm {year} đã qua so với cửa sổ ngân sách. Kinh phí đã có thì ghi ở phần “Đã bố trí ở nguồn khác”.",
    en: "{year} lies before the budget window. Money already there belongs under “Already placed elsewhere”.",
  },
  "amount-too-large": {
    vi: "Số tiền vượt {mostDong} đồng: kiểm tra lại đơn vị tính.",
    en: "The amount exceeds {mostDong} đồng: check the unit.",
  },
  "placed-unanswered": {
    vi: "Ghi rõ kinh phí đã bố trí ở nguồn khác, hoặc xác nhận chưa bố trí.",
    en: "State the money placed in other sources, or confirm that there is none.",
  },
  "placed-but-none": {
    vi: "Đã xác nhận chưa bố trí nhưng bảng vẫn có dòng. Bỏ xác nhận hoặc xóa dòng.",
    en: "Confirmed that nothing is placed, but the table has rows. Withdraw one of them.",
  },
  "costs-differ-from-sources": {
    vi: "Nguồn {source}: bảng A là {sourcesDong} đồng, bảng B cộng lại là {costsDong} đồng. Hai bảng phải bằng nhau.",
    en: "Source {source}: table A states {sourcesDong} đồng, table B adds up to {costsDong} đồng. They must be equal.",
  },
  "product-differs": {
    vi: "Thành tiền ghi {statedDong} đồng, số lượng nhân đơn giá là {computedDong} đồng.",
    en: "The amount states {statedDong} đồng, quantity times price is {computedDong} đồng.",
  },
  "product-not-whole": {
    vi: "Số lượng nhân đơn giá không chẵn đồng. Sửa số lượng hoặc đơn giá; hệ thống không tự làm tròn.",
    en: "Quantity times price is not whole đồng. Correct one of them; nothing is rounded.",
  },
  "not-whole-dong": {
    vi: "Không đọc được thành số đồng nguyên, không âm. Nhập lại ô này, ví dụ 1.205.000.000.",
    en: "Cannot be read as whole đồng, not negative. Enter the cell again, for example 1.205.000.000.",
  },
  "investment-policy-needed": {
    vi: "Vốn đầu tư phải có chủ trương đầu tư: ghi số, ngày, cơ quan ban hành, trích yếu ở mục “Chủ trương đầu tư”.",
    en: "Investment capital needs an investment policy: give its number, date, issuer and abstract.",
  },
  "programme-decision-needed": {
    vi: "Nguồn chương trình, đề án phải có quyết định phê duyệt: ghi số, ngày, cơ quan ban hành, trích yếu.",
    en: "Money of a programme needs the decision approving it: give its number, date, issuer and abstract.",
  },
  "appraised-exceeds-requested": {
    vi: "Thẩm định {appraisedDong} đồng vượt số đề nghị {requestedDong} đồng.",
    en: "Appraised {appraisedDong} đồng, more than the {requestedDong} đồng requested.",
  },
  "decided-exceeds-requested": {
    vi: "Quyết định {decidedDong} đồng vượt số đề nghị {requestedDong} đồng. Phần thêm lập đề nghị bổ sung.",
    en: "Decided {decidedDong} đồng, more than the {requestedDong} đồng requested. Ask for the rest as a supplement.",
  },
  "difference-needs-reason": {
    vi: "{amountDong} đồng khác với {otherDong} đồng ở bước trước: phải nêu lý do chênh lệch.",
    en: "{amountDong} đồng differs from the {otherDong} đồng of the stage before: give the reason.",
  },
  "position-differs": {
    vi: "Ý kiến không khớp số tiền {amountDong} đồng (đề nghị {requestedDong} đồng): “Thống nhất” giữ nguyên số đề nghị, “Đề nghị điều chỉnh” ghi số khác, “Không bố trí” ghi 0.",
    en: "The position does not fit {amountDong} đồng (requested {requestedDong} đồng): “Agree” keeps the amount, “Agree with changes” gives another, “Not placed” gives 0.",
  },
  "disbursed-exceeds-available": {
    vi: "Giải ngân {disbursedDong} đồng vượt số còn được sử dụng {availableDong} đồng (giao + bổ sung − thu hồi).",
    en: "Disbursed {disbursedDong} đồng, more than the {availableDong} đồng available (assigned + supplement − recovered).",
  },
  "nothing-requested": {
    vi: "Chưa đề nghị đồng nào từ ngân sách trong cửa sổ này. Nguồn IV.3 chỉ ghi nhận, không đề nghị.",
    en: "Nothing is asked of the budget in this window. Sources IV.3 are recorded, not requested.",
  },
  "off-budget-recorded": {
    vi: "{amountDong} đồng ngoài ngân sách (IV.3) chỉ ghi nhận, không tính vào số đề nghị.",
    en: "{amountDong} đồng off budget (IV.3) is recorded and not part of what is requested.",
  },
  "off-budget-requested": {
    vi: "Nguồn {source} ngoài ngân sách chỉ ghi nhận, không đề nghị, không quyết định.",
    en: "Source {source} is off budget: it is recorded, neither requested nor decided.",
  },
  "duplicate-request": {
    vi: "Cùng nhiệm vụ, nguồn và năm {year} đã có ở đề nghị “{title}” ({amountDong} đồng). Nêu rõ phần không trùng.",
    en: "“{title}” ({amountDong} đồng) asks for the same task, source and year {year}. Say what is not the same.",
  },
  "already-placed": {
    vi: "Nguồn {source} năm {year} đã bố trí {amountDong} đồng. Ghi rõ phần không trùng.",
    en: "{amountDong} đồng is already placed in source {source} for {year}. Say what is not the same.",
  },
  "date-invalid": { vi: "Ngày không hợp lệ.", en: "Not a valid date." },
  "date-out-of-range": { vi: "Ngày phải từ {from} đến {to}.", en: "The date must lie between {from} and {to}." },
  "end-before-start": { vi: "Ngày kết thúc trước ngày bắt đầu.", en: "The end is before the start." },
  "percent-out-of-range": { vi: "Tỷ lệ phải từ 0 đến 100.", en: "A percentage lies between 0 and 100." },
  "evidence-needed": { vi: "Tiến độ 100 % phải có minh chứng.", en: "Progress of 100 % needs evidence." },
  "citation-incomplete": {
    vi: "Căn cứ phải đủ số, ngày, cơ quan ban hành và trích yếu.",
    en: "A citation needs number, date, issuer and abstract.",
  },
  "period-reported": {
    vi: "Kỳ {period} đã có báo cáo giải ngân (bản {version}). Sửa bản đó thành bản mới.",
    en: "Period {period} already has a report of spending (version {version}). Correct that one as a new version.",
  },
  "source-not-outside": {
    vi: "Chỉ ghi nhận nguồn ngoài ngân sách (IV.3.1 đến IV.3.6). Nguồn {source} phải lập đề nghị kinh phí.",
    en: "Only sources outside the budget (IV.3.1 to IV.3.6) are recorded. Source {source} is asked for in a request.",
  },
  "ceiling-outside-budget": {
    vi: "Nguồn ngoài ngân sách (IV.3) chỉ ghi nhận nên không đặt trần.",
    en: "Sources outside the budget (IV.3) are recorded only and have no ceiling.",
  },
  "period-not-of-year": {
    vi: "Kỳ báo cáo phải thuộc năm ngân sách {year} của dòng. Phần chi trong thời gian chỉnh lý ghi vào kỳ cuối năm.",
    en: "The period must lie in {year}, the budget year of the line. Spending of the closing period belongs to its last one.",
  },
  "period-mixed": {
    vi: "Năm {year} đã báo cáo theo kỳ khác (tháng hoặc quý). Báo cáo tiếp theo đúng loại kỳ đó để không tính trùng.",
    en: "{year} is reported by the other kind of period (month or quarter). Go on with it, so that nothing counts twice.",
  },
  "period-not-begun": {
    vi: "Kỳ {period} chưa bắt đầu. Chỉ báo cáo số đã chi.",
    en: "Period {period} has not begun. Only what was spent is reported.",
  },
  "issued-read-only": {
    vi: "Bản {version} đã phát hành, không sửa được. Lập bản {next}.",
    en: "Version {version} is issued and cannot be changed. Make version {next}.",
  },
};

export type Language = keyof Label;

function shown(name: string, value: string | number, language: Language): string {
  const text = String(value);
  if (name.endsWith("Dong")) return formatDong(text);
  if (name === "window") return windowOptions.find((option) => option.value === text)?.label[language] ?? text;
  return isLocalDate(text) ? formatDate(text) : text;
}

function placeText(path: string, language: Language): string {
  const { section, table, row, field } = requestPlaceOf(path);
  const say = (vi: string, en: string): string => (language === "vi" ? vi : en);
  const parts = [
    table?.number === undefined ? section?.label[language] : `${say("Bảng", "Table")} ${table.number}`,
    row === undefined || Number.isNaN(row) ? undefined : `${say("dòng", "row")} ${row}`,
    field?.label[language],
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** "Bảng B, dòng 4, Đơn giá: Chưa nhập." */
export function fundingProblemText(found: FundingProblem, language: Language): string {
  const message = FUNDING_PROBLEM_TEXTS[found.code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = found.params[name];
    return value === undefined ? whole : shown(name, value, language);
  });
  const place = placeText(found.path, language);
  return place === "" ? message : `${place}: ${message}`;
}
