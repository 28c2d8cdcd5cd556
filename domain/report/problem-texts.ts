import { formatDate, isLocalDate } from "../calendar/local-time.ts";
import { formatDong } from "../money/dong.ts";
import type { Label } from "./form-spec.ts";
import { placeOf } from "./form.ts";
import type { Problem, ProblemCode } from "./problem.ts";

/** `{name}` takes a parameter; names ending in Dong are shown as money. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Label>> = {
  required: { vi: "Chưa nhập.", en: "Not filled in." },
  "section-unanswered": {
    vi: "Mục này chưa có nội dung. Nhập nội dung hoặc chọn “Không phát sinh”.",
    en: "This section has no answer. Fill it in or choose “Nothing to report”.",
  },
  "rows-missing": { vi: "Biểu cần ít nhất {count} dòng.", en: "The table needs at least {count} row(s)." },
  "empty-row": { vi: "Dòng còn trống. Nhập số liệu hoặc xóa dòng.", en: "The row is empty. Fill it in or remove it." },
  "duplicate-row": {
    vi: "Trùng với dòng {other}. Gộp hai dòng làm một.",
    en: "The same as row {other}. Merge the two.",
  },
  "not-a-whole-number": {
    vi: "Phải là số nguyên, không âm.",
    en: "Must be a whole number, not negative.",
  },
  "percent-out-of-range": { vi: "Tỷ lệ phải từ 0 đến 100.", en: "A percentage lies between 0 and 100." },
  "date-invalid": { vi: "Ngày không hợp lệ.", en: "Not a valid date." },
  "date-out-of-range": {
    vi: "Ngày phải từ {from} đến {to}.",
    en: "The date must lie between {from} and {to}.",
  },
  "year-out-of-range": { vi: "Năm phải từ {from} đến {to}.", en: "The year must lie between {from} and {to}." },
  "end-before-start": { vi: "Ngày kết thúc trước ngày bắt đầu.", en: "The end is before the start." },
  "unit-differs": {
    vi: "Đơn vị trong biểu mẫu không phải đơn vị của hồ sơ.",
    en: "The agency in the form is not the agency of the file.",
  },
  "year-differs": {
    vi: "Năm trong biểu mẫu không phải năm {year} của kỳ báo cáo.",
    en: "The year in the form is not the reporting year {year}.",
  },
  "period-outside-window": {
    vi: "Kỳ số liệu phải nằm trong khoảng {from} đến {to}.",
    en: "The figures must lie between {from} and {to}.",
  },
  "period-in-future": {
    vi: "Chưa đến ngày chốt số liệu: không thể báo cáo số liệu thực hiện của ngày sau hôm nay.",
    en: "The cut-off lies in the future: figures cannot be reported before they exist.",
  },
  "estimate-needed": {
    vi: "Số liệu chốt trước {to}: phải kèm ước thực hiện cả năm.",
    en: "The figures end before {to}: a full-year estimate is needed.",
  },
  "task-unknown": { vi: "Không có nhiệm vụ mã {code} trong Kế hoạch.", en: "The plan has no task {code}." },
  "indicator-unknown": { vi: "Không có chỉ tiêu mã {code} trong Kế hoạch.", en: "The plan has no indicator {code}." },
  "source-unknown": { vi: "Không có nguồn kinh phí mã {code} trong Kế hoạch.", en: "The plan has no source {code}." },
  "source-too-general": {
    vi: "Nguồn {code} còn chia nhỏ: chọn nguồn chi tiết để không cộng trùng.",
    en: "Source {code} has parts: choose one of them, so that nothing is counted twice.",
  },
  "led-task-missing": {
    vi: "Thiếu nhiệm vụ {code} do đơn vị chủ trì.",
    en: "Task {code}, which the agency leads, is missing.",
  },
  "evidence-needed": { vi: "Tiến độ 100 % phải có minh chứng.", en: "Progress of 100 % needs evidence." },
  "late-reason-needed": {
    vi: "Nhiệm vụ chậm hoặc dừng phải nêu lý do.",
    en: "A task that is late or stopped needs a reason.",
  },
  "result-needed": {
    vi: "Nhiệm vụ đã thực hiện phải nêu sản phẩm, kết quả.",
    en: "A task that has begun needs its result.",
  },
  "done-needs-full-progress": {
    vi: "Trạng thái “Hoàn thành” phải có tiến độ 100 %.",
    en: "“Done” needs progress of 100 %.",
  },
  "full-progress-not-done": {
    vi: "Tiến độ 100 % thì trạng thái phải là “Hoàn thành”.",
    en: "Progress of 100 % means “Done”.",
  },
  "not-started-with-progress": {
    vi: "Nhiệm vụ chưa thực hiện thì tiến độ phải là 0 %.",
    en: "A task not started has progress of 0 %.",
  },
  "baseline-needs-year": { vi: "Có giá trị gốc thì phải có năm gốc.", en: "A baseline needs its year." },
  "year-needs-baseline": { vi: "Có năm gốc thì phải có giá trị gốc.", en: "A baseline year needs its value." },
  "disbursed-exceeds-budget": {
    vi: "Giải ngân {disbursedDong} đồng vượt dự toán giao và bổ sung {availableDong} đồng.",
    en: "Disbursed {disbursedDong} đồng, more than the {availableDong} đồng assigned and supplemented.",
  },
  "carried-over-exceeds-remaining": {
    vi: "Chuyển nguồn vượt số còn lại {remainingDong} đồng.",
    en: "Carried over more than the remaining {remainingDong} đồng.",
  },
  "assigning-decision-needed": {
    vi: "Kinh phí ngân sách được giao phải ghi số quyết định giao.",
    en: "Assigned budget money needs the number of the assigning decision.",
  },
  "cause-needed": {
    vi: "Có tồn tại, hạn chế thì phải nêu nguyên nhân khách quan hoặc chủ quan.",
    en: "Weaknesses need a cause, external or own.",
  },
  "total-differs": {
    vi: "{line}: cột {column} ghi {statedDong} đồng, cộng các dòng là {summedDong} đồng.",
    en: "{line}: column {column} states {statedDong} đồng, its lines add up to {summedDong} đồng.",
  },
  "count-differs": {
    vi: "{line}: ghi {stated}, đếm các dòng là {counted}.",
    en: "{line}: states {stated}, its lines count {counted}.",
  },
  "unit-unknown": {
    vi: "{line}: đơn vị {unit} không có trong danh sách đã tổng hợp.",
    en: "{line}: agency {unit} is not among those consolidated.",
  },
  "unit-twice": { vi: "Đơn vị {unit} có mặt hai lần.", en: "Agency {unit} appears twice." },
  "line-missing": { vi: "Thiếu dòng tổng cho {line}.", en: "The total line of {line} is missing." },
  "assessment-needed": {
    vi: "Cần có phần đánh giá chung của Sở trước khi trình.",
    en: "The department’s own assessment is needed before submission.",
  },
  "recommendations-needed": {
    vi: "Cần có phần đề xuất, kiến nghị của Sở trước khi trình.",
    en: "The department’s own recommendations are needed before submission.",
  },
  "too-long": {
    vi: "Bản tổng hợp dài {size} MB, vượt mức {limit} MB. Dài nhất: {units}. Trả lại để các đơn vị này rút gọn diễn giải.",
    en: "The consolidated report is {size} MB long, more than {limit} MB. Longest: {units}. Return these for shorter texts.",
  },
};

export type Language = keyof Label;

function shown(name: string, value: string | number): string {
  const text = String(value);
  if (name.endsWith("Dong")) return formatDong(text);
  return isLocalDate(text) ? formatDate(text) : text;
}

function placeText(path: string, language: Language): string {
  const { section, table, row, field } = placeOf(path);
  const rowWord = language === "vi" ? "dòng" : "row";
  const sectionWord = language === "vi" ? "Mục" : "Section";
  const label = table?.number === undefined ? undefined : `${language === "vi" ? "Biểu" : "Table"} ${table.number}`;
  const parts = [
    label ?? (section ? `${sectionWord} ${section.key}` : undefined),
    row === undefined || Number.isNaN(row) ? undefined : `${rowWord} ${row}`,
    field?.label[language],
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** "Biểu 01, dòng 4, Tiến độ (%): Tỷ lệ phải từ 0 đến 100." */
export function problemText(found: Problem, language: Language): string {
  const message = PROBLEM_TEXTS[found.code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = found.params[name];
    return value === undefined ? whole : shown(name, value);
  });
  const place = placeText(found.path, language);
  return place === "" ? message : `${place}: ${message}`;
}
