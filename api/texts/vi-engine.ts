import type { LineStatus } from "../../domain/engine/case.ts";
import type { SigningForm } from "../../domain/engine/pipeline.ts";
import { lowerFirst } from "../../domain/text/text.ts";
import { dongText } from "./dong-text.ts";
import type { EngineTexts } from "./types.ts";

const lineStatuses: Record<LineStatus, string> = {
  open: "chưa quyết định",
  "to-clarify": "chờ làm rõ",
  referred: "chờ nghị quyết",
  approved: "đã duyệt",
  "approved-in-part": "đã duyệt một phần",
  rejected: "không được duyệt",
  deferred: "đã chuyển danh mục sau",
  withdrawn: "đã rút",
};
const formText = (form: SigningForm): string => (form === "own" ? "trực tiếp" : form);
const notValid = {
  "not-yet": "Ủy quyền chưa đến ngày có hiệu lực.",
  scope: "Việc này nằm ngoài phạm vi được ủy quyền.",
  "passed-on": "Người ủy quyền cũng chỉ được ủy quyền; ủy quyền không được chuyển tiếp.",
};

/** Refusals of the step kinds beyond drafting and approving. */
export const viEngine: EngineTexts = {
  "not-your-right": ({ verb, needs, unit }, names) => ({
    title: `Không thuộc quyền ${lowerFirst(names.verb(verb))}`,
    detail: `Việc ${names.verb(verb)} do ${names.holder(needs, unit)} thực hiện.`,
    remedy: "Đề nghị người có quyền thực hiện.",
  }),
  "delegation-not-valid": ({ why }) => ({
    title: "Ủy quyền không áp dụng được",
    detail: notValid[why],
    remedy: "Để người ủy quyền tự quyết định, hoặc lập ủy quyền đúng phạm vi và thời hạn.",
  }),
  "delegation-ceiling": ({ ceiling, amount }) => ({
    title: "Vượt mức tiền được ủy quyền",
    detail: `Được ủy quyền đến ${dongText(ceiling)}, hồ sơ này là ${dongText(amount)}.`,
    remedy: "Để người ủy quyền tự quyết định.",
  }),
  "mark-not-allowed": ({ mark, allowed }) => ({
    title: "Thể thức ký không phù hợp",
    detail: `${mark === null ? "Chưa chọn thể thức ký" : `Không được ký ${formText(mark)}`}; được ký: ${allowed.map(formText).join(", ") || "không có thể thức nào"}.`,
    remedy: "Chọn thể thức ký đúng với chức danh và văn bản phân công, ủy quyền.",
  }),
  "nothing-to-withdraw": () => ({
    title: "Không thu hồi được nữa",
    detail: "Bước này không do anh/chị chuyển đến, hoặc cấp tiếp theo đã xử lý.",
    remedy: "Trao đổi với người đang giữ hồ sơ để được trả lại.",
  }),
  "question-open": () => ({
    title: "Câu hỏi trước của anh/chị chưa được trả lời",
    detail: "Mỗi người chỉ hỏi một câu một lúc.",
    remedy: "Chờ trả lời, rút câu hỏi cũ, hoặc quyết định ngay nếu đã đủ căn cứ.",
  }),
  "question-unclear": () => ({
    title: "Chưa rõ là câu hỏi nào",
    detail: "Có nhiều yêu cầu làm rõ đang chờ, hoặc câu hỏi này đã được trả lời hay rút lại.",
    remedy: "Tải lại hồ sơ và chọn một câu hỏi trong danh sách.",
  }),
  "no-question": () => ({
    title: "Không có yêu cầu làm rõ",
    detail: "Hồ sơ không có câu hỏi nào đang chờ trả lời.",
    remedy: "Dùng Ghi chú nếu muốn bổ sung thông tin.",
  }),
  "term-not-over": ({ dueAt }, names) => ({
    title: "Chưa hết hạn lấy ý kiến",
    detail: dueAt === null ? "Bước này không có thời hạn." : `Hạn cho ý kiến đến ${names.time(dueAt)}.`,
    remedy: "Đôn đốc cơ quan chưa trả lời, hoặc chờ hết hạn.",
  }),
  "unit-already-asked": ({ unit }, names) => ({
    title: "Cơ quan này đang được lấy ý kiến",
    detail: `${names.unit(unit)} đã có trong danh sách.`,
    remedy: "Chọn cơ quan khác.",
  }),
  "unit-not-asked": ({ unit }, names) => ({
    title: "Cơ quan này không được lấy ý kiến",
    detail: `${names.unit(unit)} không có trong danh sách.`,
    remedy: "Chọn một cơ quan trong danh sách lấy ý kiến.",
  }),
  "unit-has-answered": ({ unit }, names) => ({
    title: "Cơ quan này đã cho ý kiến",
    detail: `Ý kiến của ${names.unit(unit)} đã được ghi và không rút ra được.`,
    remedy: "Giải trình ý kiến này ở bước sau.",
  }),
  "last-unit": ({ unit }, names) => ({
    title: "Không thể bỏ cơ quan cuối cùng",
    detail: `${names.unit(unit)} là cơ quan duy nhất được lấy ý kiến.`,
    remedy: "Bổ sung cơ quan khác trước, hoặc đôn đốc cơ quan này.",
  }),
  "line-unknown": ({ line }) => ({
    title: "Không có dòng này",
    detail: `Dòng ${line} không có trong nội dung đang xét.`,
    remedy: "Tải lại hồ sơ và chọn trong danh sách dòng.",
  }),
  "line-not-open": ({ line, status }) => ({
    title: "Dòng này không quyết định được lúc này",
    detail: `Dòng ${line}: ${lineStatuses[status]}.`,
    remedy: status === "referred" ? "Ghi nghị quyết trước rồi quyết định." : "Chọn dòng khác.",
  }),
  "line-missing": ({ line }) => ({
    title: "Còn dòng chưa có ý kiến",
    detail: `Dòng ${line} cần ghi ý kiến và số tiền thẩm định.`,
    remedy: "Cho ý kiến và ghi số tiền ở mọi dòng thuộc phần mình thẩm định rồi gửi lại.",
  }),
  "line-not-yours": ({ line }) => ({
    title: "Dòng này do cơ quan khác thẩm định",
    detail: `Dòng ${line} không thuộc nguồn mà cơ quan anh/chị thẩm định.`,
    remedy: "Bỏ dòng này khỏi ý kiến; nội dung cần góp ý thì ghi ở ý kiến chung.",
  }),
  "position-not-fitting": ({ line, amount, requested }) => ({
    title: "Ý kiến không khớp số tiền",
    detail: `Dòng ${line}: đề nghị ${dongText(requested)}, ghi ${dongText(amount)}.`,
    remedy:
      "“Thống nhất” giữ nguyên số đề nghị; “Đề nghị điều chỉnh” ghi số khác; “Không bố trí” ghi 0. Sửa một trong hai.",
  }),
  "line-unexplained": ({ line }) => ({
    title: "Còn dòng chưa giải trình chênh lệch",
    detail: `Dòng ${line}: cơ quan thẩm định có ý kiến khác với số đề nghị.`,
    remedy: "Ghi số Sở KH&CN đề xuất và lý do cho từng dòng như vậy rồi trình lại.",
  }),
  "no-lines": () => ({
    title: "Danh mục chưa có dòng nào",
    detail: "Chưa đề nghị nào của đợt được tiếp nhận nên không có gì để trình.",
    remedy: "Tiếp nhận ít nhất một đề nghị rồi chốt lại.",
  }),
  "too-many-lines": ({ lines, most }) => ({
    title: "Danh mục quá dài",
    detail: `Danh mục có ${lines} dòng; mỗi danh mục nhiều nhất ${most} dòng.`,
    remedy: "Trả lại bớt đề nghị để đưa vào đợt sau, hoặc đề nghị cơ quan gộp các dòng cùng nguồn.",
  }),
  "referral-not-possible": ({ line }) => ({
    title: "Không trình HĐND được ở bước này",
    detail: `Dòng ${line} không thể chờ nghị quyết ở bước này.`,
    remedy: "Chọn cách quyết định khác cho dòng này.",
  }),
  "amount-not-allowed": ({ line, amount, requested }) => ({
    title: "Số tiền không hợp lệ",
    detail: `Dòng ${line}: đề nghị ${dongText(requested)}, ghi ${amount === null ? "thiếu số tiền" : dongText(amount)}.`,
    remedy: "Ghi số đồng nguyên, không vượt số đề nghị; duyệt thì phải lớn hơn 0.",
  }),
  "ceiling-exceeded": ({ line, over }) => ({
    title: "Vượt trần kinh phí",
    detail: `Dòng ${line} làm vượt trần ${dongText(over)}.`,
    remedy: "Giảm số tiền, chuyển nguồn khác, hoặc trình điều chỉnh trần.",
  }),
  "due-not-later": ({ current }, names) => ({
    title: "Hạn mới phải muộn hơn",
    detail:
      current === null ? "Bước này không có thời hạn." : `Hạn hiện tại là ${names.time(current)}; hạn mới phải sau đó.`,
    remedy: "Chọn ngày muộn hơn.",
  }),
  "clock-paused": () => ({
    title: "Thời hạn đang tạm dừng",
    detail: "Bước này đang chờ trả lời yêu cầu làm rõ nên chưa có hạn để gia hạn.",
    remedy: "Đợi trả lời xong, thời hạn còn lại sẽ chạy tiếp; gia hạn khi đó nếu vẫn cần.",
  }),
  "no-line-referred": () => ({
    title: "Không có dòng nào chờ nghị quyết",
    detail: "Chưa có dòng nào được trình HĐND ở bước này.",
    remedy: "Trình HĐND dòng vượt thẩm quyền trước, rồi ghi nghị quyết.",
  }),
  "not-weighed": () => ({
    title: "Chưa đối chiếu trần kinh phí",
    detail: "Quyết định về tiền chỉ được nhận sau khi máy chủ đã đối chiếu với trần.",
    remedy: "Gửi quyết định qua trang hồ sơ.",
  }),
  "content-not-stored": () => ({
    title: "Nội dung chưa được lưu",
    detail: "Nội dung nêu trong lệnh không có trong hệ thống.",
    remedy: "Tải lại hồ sơ, lưu bản soạn rồi trình lại.",
  }),
  "skip-not-proposed": () => ({
    title: "Chưa có đề nghị bỏ qua bước",
    detail: "Bỏ qua một bước cần một quản trị đề nghị và một quản trị khác xác nhận.",
    remedy: "Đề nghị bỏ qua trước, nêu lý do.",
  }),
  "skip-already-proposed": ({ by }) => ({
    title: "Đã có đề nghị bỏ qua bước",
    detail: `${by} đã đề nghị; đang chờ quản trị thứ hai xác nhận.`,
    remedy: "Một quản trị khác xác nhận.",
  }),
  "second-person-needed": ({ by }) => ({
    title: "Cần người thứ hai xác nhận",
    detail: `${by} đã đề nghị nên không tự xác nhận được.`,
    remedy: "Một quản trị khác xác nhận.",
  }),
};
