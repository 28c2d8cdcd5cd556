import { calendarEditVi, calendarHealthVi } from "./calendar.ts";
import { obstacleText } from "../../domain/migrate/index.ts";
import { formatDate } from "../../domain/calendar/local-time.ts";
import { windowName } from "../../domain/funding/windows.ts";
import { lowerFirst } from "../../domain/text/text.ts";
import type { Texts } from "./types.ts";
import { delegationVi, delegationNoticesVi } from "./delegation-vi.ts";
import { viEngine } from "./vi-engine.ts";
import { viMoney, viMoneyProblems } from "./vi-money.ts";

const kinds: Record<string, string> = { string: "chữ", number: "số", array: "danh sách", object: "nhóm trường" };
const measured = (kind: string): string => (kind === "string" ? "ký tự" : kind === "array" ? "mục" : "");

const campaignVerbs: Texts["campaignVerbs"] = {
  "start-consolidation": "Bắt đầu tổng hợp",
  exclude: "Đưa đơn vị ra khỏi kỳ",
  include: "Đưa đơn vị trở lại kỳ",
};
const campaignStatuses: Texts["campaignStatuses"] = {
  open: "Đang mở",
  closed: "Đã hết hạn nộp",
  consolidating: "Đang tổng hợp",
  "with-ubnd": "Đang ở UBND tỉnh",
  decided: "Đã quyết định",
  published: "Đã ban hành",
  archived: "Đã lưu trữ",
};

const memberStandings: Texts["memberStandings"] = {
  open: "báo cáo đang ở trong cơ quan, không có gì để đưa trở lại",
  sent: "báo cáo đã gửi, không có gì để đưa trở lại",
  returned: "báo cáo đã bị trả lại, không có gì để đưa trở lại",
  accepted: "báo cáo đã được tiếp nhận, không có gì để đưa trở lại",
  consolidated: "báo cáo đã được tổng hợp và kết thúc",
  excluded: "đã được đưa ra khỏi kỳ từ trước",
};

export const vi: Texts = {
  problems: {
    "malformed-json": () => ({
      title: "Dữ liệu gửi lên không phải JSON hợp lệ",
      detail: "Không đọc được nội dung yêu cầu. Chưa có gì thay đổi.",
      remedy: "Kiểm tra lại dấu ngoặc, dấu phẩy và dấu nháy rồi gửi lại.",
    }),
    "invalid-input": ({ fields }) => ({
      title: "Có trường chưa đúng",
      detail: `Cần xem lại: ${fields.join(", ")}. Chưa có gì thay đổi.`,
      remedy: "Sửa các trường nêu trong danh sách lỗi rồi gửi lại.",
    }),
    "too-large": ({ limitKb }) => ({
      title: "Nội dung quá lớn",
      detail: `Một lần gửi không vượt quá ${limitKb} kB. Chưa có gì thay đổi.`,
      remedy: "Rút gọn phần lời văn hoặc chuyển tài liệu dài thành tệp kèm theo.",
    }),
    "wrong-content-type": ({ given }) => ({
      title: "Kiểu dữ liệu không được hỗ trợ",
      detail: `Máy chủ chỉ nhận application/json, yêu cầu này là ${given || "không ghi kiểu"}.`,
      remedy: "Gửi lại với Content-Type: application/json.",
    }),
    "unknown-route": ({ method, path }) => ({
      title: "Không có địa chỉ này",
      detail: `${method} ${path} không có trong giao diện lập trình.`,
      remedy: "Xem danh sách các địa chỉ tại /openapi.json.",
    }),
    "not-found": () => ({
      title: "Không tìm thấy",
      detail: "Bản ghi không tồn tại hoặc không thuộc phạm vi được xem của anh/chị.",
      remedy: "Kiểm tra lại đường dẫn, hoặc tìm trong danh sách hồ sơ.",
    }),
    "own-account": () => ({
      title: "Không tự cấp, tự thu hồi tài khoản của mình",
      detail: "Người quản trị không mở hoặc đóng tài khoản của chính mình.",
      remedy: "Nhờ một quản trị viên khác thực hiện.",
    }),
    "account-exists": ({ name }) => ({
      title: "Đã có tài khoản",
      detail: `${name} đã đăng nhập được.`,
      remedy: "Nếu quên mật khẩu: đóng tài khoản cũ rồi mở lại để có mật khẩu mới.",
    }),
    "account-missing": ({ name }) => ({
      title: "Chưa có tài khoản",
      detail: `${name} chưa có tài khoản để đóng.`,
      remedy: "Tải lại danh sách người dùng.",
    }),
    "sign-in-needed": () => ({
      title: "Cần đăng nhập",
      detail: "Phiên làm việc chưa có hoặc đã hết hạn.",
      remedy: "Đăng nhập rồi thực hiện lại. Bản thảo đã lưu vẫn còn nguyên.",
    }),
    "invalid-credentials": () => ({
      title: "Thư điện tử hoặc mật khẩu không đúng",
      detail: "Không đăng nhập được với thông tin vừa nhập.",
      remedy: "Kiểm tra lại cả hai ô rồi thử lại.",
    }),
    "too-many-attempts": ({ seconds }) => ({
      title: "Thử quá nhiều lần",
      detail: "Việc đăng nhập tạm dừng để bảo vệ tài khoản.",
      remedy: `Thử lại sau ${seconds} giây.`,
    }),
    "foreign-origin": ({ origin }) => ({
      title: "Yêu cầu đến từ trang khác",
      detail: `${origin ? `Trang ${origin}` : "Trang không nêu địa chỉ"} không được phép gửi yêu cầu đến hệ thống này.`,
      remedy: "Mở hệ thống từ địa chỉ chính thức rồi thực hiện lại.",
    }),
    "no-account": ({ email }) => ({
      title: "Tài khoản chưa gắn với cán bộ nào",
      detail: `${email} đăng nhập được nhưng không có trong danh bạ.`,
      remedy: "Đề nghị quản trị gắn tài khoản với chức danh của anh/chị.",
    }),
    "not-allowed": () => ({
      title: "Không thuộc quyền của chức danh này",
      detail: "Không chức danh nào của anh/chị được dùng chức năng này.",
      remedy: "Nếu cho là nhầm, đề nghị quản trị kiểm tra chức danh.",
    }),
    "post-not-yours": ({ post }) => ({
      title: "Không thể làm thay chức danh này",
      detail: `Anh/chị không giữ chức danh ${post}.`,
      remedy: "Chọn một trong các chức danh của mình.",
    }),
    "delegation-not-current": () => ({
      title: "Ủy quyền không còn hiệu lực",
      detail: "Ủy quyền này đã hết hạn, đã chấm dứt, hoặc một trong hai người không còn giữ chức danh.",
      remedy: "Tải lại hồ sơ; nếu vẫn cần, đề nghị người có quyền lập ủy quyền mới.",
    }),
    "choose-post": ({ posts }) => ({
      title: "Cần chọn chức danh",
      detail: `Nhiều chức danh của anh/chị cùng làm được việc này: ${posts.join("; ")}.`,
      remedy: "Chọn chức danh rồi thực hiện lại.",
    }),
    "draft-changed": ({ by, at }) => ({
      title: "Bản thảo đã thay đổi",
      detail: `${by} đã lưu một bản mới hơn lúc ${at}. Bản của anh/chị chưa được ghi đè.`,
      remedy: "Tải bản mới nhất, đối chiếu rồi lưu lại.",
    }),
    "desk-changed": ({ units }) => ({
      title: "Các báo cáo đã thay đổi từ lúc anh/chị xem",
      detail: `Số liệu sắp chốt không còn như trên màn hình. Hiện có ${units} cơ quan trong bản tổng hợp. Chưa chốt gì.`,
      remedy: "Tải lại bàn tổng hợp, xem số liệu mới rồi chốt.",
    }),
    "draft-not-editable": ({ reason }) => ({
      title: "Không sửa được bản thảo lúc này",
      detail: reason,
      remedy: "Chờ hồ sơ trở lại bước soạn thảo, hoặc đề nghị bước hiện tại trả lại.",
    }),
    "content-incomplete": ({ count }) => ({
      title: "Nội dung chưa đủ để trình",
      detail: `Còn ${count} điểm cần bổ sung hoặc sửa. Hồ sơ chưa được trình.`,
      remedy: "Mở từng mục trong danh sách lỗi, bổ sung rồi trình lại.",
    }),
    "command-id-reused": () => ({
      title: "Mã lệnh đã dùng cho việc khác",
      detail: "Mã này đã gắn với một lệnh có nội dung khác. Lệnh mới không được thực hiện.",
      remedy: "Tạo mã mới cho lệnh mới.",
    }),
    "not-carried-out": () => ({
      title: "Lệnh không được thực hiện",
      detail: "Lệnh không đến được bộ máy xử lý trong thời hạn, hồ sơ không thay đổi.",
      remedy: "Mở lại hồ sơ và thực hiện lại như một lệnh mới.",
    }),
    "calendar-moved-on": () => ({
      title: "Lịch vừa được người khác thay đổi",
      detail: "Thay đổi này được soạn trên lịch cũ. Chưa có gì được lưu.",
      remedy: "Mở lại trang lịch, xem thay đổi mới rồi ghi lại phần của anh/chị.",
    }),
    "calendar-invalid": ({ problems }) => ({
      title: "Thay đổi lịch chưa đúng",
      detail: `${problems.join(" ")} Chưa có gì được lưu.`,
      remedy: "Sửa các dòng nêu trên rồi xem trước lại.",
    }),
    "calendar-year-missing": ({ year }) => ({
      title: `Chưa mở được kỳ, đợt năm ${year}`,
      detail: `Chưa có bảng ngày làm việc năm ${year} (nghỉ lễ, hoán đổi), nên không tính được hạn nộp.`,
      remedy: `Nhập lịch làm việc năm ${year} trước, rồi mở lại.`,
    }),
    "pipeline-not-valid": ({ count }) => ({
      title: "Bảng quy trình chưa ban hành được",
      detail: `Tìm thấy ${count} lỗi. Chưa ban hành gì.`,
      remedy: "Sửa từng chỗ trong danh sách lỗi rồi ban hành lại.",
    }),
    "pipeline-moved-on": ({ pipeline, latest, by, at }) => ({
      title: latest === 0 ? "Chưa có quy trình này" : "Đã có phiên bản khác được ban hành",
      detail:
        latest === 0
          ? `${pipeline} chưa có phiên bản nào, trong khi bản sửa nêu phiên bản làm gốc. Chưa ban hành gì.`
          : `${by ?? "Hệ thống"} đã ban hành phiên bản ${latest} của ${pipeline} lúc ${at ?? ""}; bản sửa này dựa trên phiên bản khác. Chưa ban hành gì.`,
      remedy:
        latest === 0
          ? "Ban hành bảng này thành quy trình mới."
          : `Xem phiên bản ${latest} đã sửa gì, đưa phần sửa của anh/chị vào đó rồi ban hành lại.`,
    }),
    "pipeline-unchanged": ({ pipeline }) => ({
      title: "Không có gì thay đổi",
      detail: `Bảng giống phiên bản mới nhất của ${pipeline}. Không tạo phiên bản mới.`,
      remedy: "Sửa bảng, hoặc giữ phiên bản mới nhất.",
    }),
    "money-refused": ({ reason }) => ({
      title: "Không ghi được số tiền",
      detail: reason,
      remedy: "Mở lại dòng kinh phí để xem số mới nhất rồi ghi lại.",
    }),
    ...viMoneyProblems,
    "setting-value": () => ({
      title: "Giá trị không hợp lệ",
      detail: "Giá trị không đúng kiểu của thiết lập này. Chưa có gì thay đổi.",
      remedy: "Số tiền ghi bằng đồng, ngày ghi đủ ngày và tháng; sửa rồi lưu lại.",
    }),
    "setting-in-force": ({ today }) => ({
      title: "Không sửa giá trị đã có hiệu lực",
      detail: `Giá trị mới chỉ có hiệu lực từ ${formatDate(today)} trở đi, vì hồ sơ cũ được xét theo giá trị của ngày đó.`,
      remedy: "Chọn ngày hiệu lực từ hôm nay.",
    }),
    "unit-not-consultable": ({ unit, why }) => ({
      title: "Không lấy ý kiến cơ quan này được",
      detail: {
        unknown: `Không có cơ quan ${unit} trong danh bạ.`,
        "not-in-effect": `${unit} chưa hoặc không còn hoạt động.`,
        "nobody-there": `${unit} chưa có người giữ chức danh được hỏi, nên không ai trả lời được.`,
      }[why],
      remedy: "Chọn cơ quan khác, hoặc cơ quan kế thừa nhiệm vụ.",
    }),
    "migration-over": () => ({
      title: "Đợt chuyển này không còn chờ xác nhận",
      detail: "Đợt chuyển đã được xác nhận, đã bị từ chối, hoặc không cần xác nhận.",
      remedy: "Tải lại trang để xem kết quả.",
    }),
    "migration-own": () => ({
      title: "Cần quản trị thứ hai xác nhận",
      detail: "Đợt chuyển này trao thêm quyền xử lý hồ sơ cho một số chức danh; người đề nghị không tự xác nhận được.",
      remedy: "Nhờ một quản trị khác xem trước và xác nhận.",
    }),
    "case-not-yours-to-start": ({ pipeline }) => ({
      title: "Không mở được hồ sơ này",
      detail: `Chức danh của anh/chị không phải người soạn của quy trình ${pipeline}, hoặc quy trình này được mở theo kỳ.`,
      remedy: "Chọn một quy trình trong danh sách được mở, hoặc nhờ người soạn của đơn vị.",
    }),
    "store-unavailable": () => ({
      title: "Cơ sở dữ liệu đang tạm ngừng",
      detail: "Yêu cầu chưa được nhận, chưa có gì thay đổi.",
      remedy: "Thử lại sau ít phút. Quản trị xem trang Vận hành.",
    }),
    "engine-unavailable": () => ({
      title: "Bộ máy xử lý đang tạm ngừng",
      detail: "Yêu cầu chưa được thực hiện, chưa có gì thay đổi.",
      remedy: "Thử lại sau ít phút. Quản trị xem trang Vận hành.",
    }),
    "nobody-in-post": ({ post, person }) => ({
      title: "Không có người nhận việc",
      detail: person ? `Người được chọn hiện không giữ chức danh ${post}.` : `Hiện không có ai giữ chức danh ${post}.`,
      remedy: "Chọn người khác trong danh sách, hoặc cập nhật chức danh trong danh bạ trước.",
    }),
    defect: ({ incident }) => ({
      title: "Lỗi của hệ thống",
      detail: `Yêu cầu không hoàn thành vì một lỗi đã được ghi lại, mã ${incident}.`,
      remedy: "Thử lại; nếu vẫn lỗi, gửi mã này cho quản trị.",
    }),
  },
  rejections: {
    ...viEngine,
    ...viMoney,
    ...delegationVi,
    "case-closed": () => ({
      title: "Hồ sơ đã kết thúc",
      detail: "Hồ sơ đã đóng nên không nhận thêm thao tác nào.",
      remedy: "Xem kết quả ở thẻ Tiến trình của hồ sơ.",
    }),
    "case-put-aside": ({ reason }) => ({
      title: "Đơn vị đã được đưa ra khỏi kỳ báo cáo",
      detail: `Hồ sơ tạm dừng tại chỗ. Lý do: ${reason}`,
      remedy: "Nếu chưa đúng, đề nghị Sở KH&CN đưa đơn vị trở lại kỳ; hồ sơ tiếp tục từ bước đang dừng.",
    }),
    stale: ({ last, step }, names) => ({
      title: "Hồ sơ đã thay đổi từ lúc anh/chị mở",
      detail: last
        ? `${last.by ?? "Hệ thống"} đã xử lý lúc ${names.time(last.at)}; hồ sơ đang ở bước ${names.step(step)}.`
        : `Hồ sơ đang ở bước ${names.step(step)}, khác với bản anh/chị đã xem.`,
      remedy: "Tải lại hồ sơ, xem thay đổi rồi quyết định.",
    }),
    "verb-not-available": ({ verb, step, available }, names) => ({
      title: `Không thể ${lowerFirst(names.verb(verb))} ở bước này`,
      detail: `Bước ${names.step(step)} ${available.length > 0 ? `chỉ nhận: ${available.map(names.verb).join(", ")}` : "không nhận thao tác nào"}.`,
      remedy: "Chọn một thao tác có ở bước hiện tại.",
    }),
    "not-your-step": ({ step, needs, unit }, names) => ({
      title: "Chưa đến lượt anh/chị",
      detail: `Bước ${names.step(step)} thuộc về ${names.holder(needs, unit)}.`,
      remedy: "Chờ bước này xong, hoặc nhắc người đang giữ hồ sơ.",
    }),
    "own-case": () => ({
      title: "Không ai tự duyệt hồ sơ của mình",
      detail: "Anh/chị là người soạn hoặc trình nội dung này nên không được quyết định về nó.",
      remedy: "Một người khác giữ cùng chức danh phải quyết định; nếu không có, quản trị chuyển người xử lý.",
    }),
    "already-decided": ({ at }, names) => ({
      title: "Anh/chị đã quyết định ở bước này",
      detail: at === null ? "Mỗi người quyết định một lần." : `Quyết định đã được ghi lúc ${names.time(at)}.`,
      remedy: "Không cần làm gì thêm.",
    }),
    "delegation-over": ({ until }, names) => ({
      title: "Ủy quyền đã hết hạn",
      detail: `Ủy quyền có hiệu lực đến ${names.time(until)}.`,
      remedy: "Đề nghị gia hạn ủy quyền, hoặc để người ủy quyền tự quyết định.",
    }),
    "reason-required": () => ({
      title: "Cần nêu lý do",
      detail: "Thao tác này phải có lý do bằng lời.",
      remedy: "Nhập lý do rồi thực hiện lại.",
    }),
    "target-not-allowed": ({ to, allowed }, names) => ({
      title: "Không trả lại về bước này được",
      detail: `Không thể trả về ${names.step(to)}; được trả về: ${allowed.map(names.step).join(", ") || "không có bước nào"}.`,
      remedy: "Chọn một bước trong danh sách.",
    }),
    "minimum-not-reached": ({ included, needed }) => ({
      title: "Chưa đủ báo cáo để chốt",
      detail: `Mới có ${included} báo cáo được chấp nhận, cần ít nhất ${needed}.`,
      remedy: "Đôn đốc các đơn vị còn thiếu, hoặc loại trừ đơn vị có lý do.",
    }),
    "missing-unexplained": ({ unit }, names) => ({
      title: "Còn đơn vị thiếu chưa nêu lý do",
      detail: `${names.unit(unit)} chưa có báo cáo và chưa được giải thích.`,
      remedy: "Ghi lý do cho từng đơn vị còn thiếu rồi chốt lại.",
    }),
    "assignee-not-allowed": ({ to, allowed = [] }, names) => ({
      title: "Không chuyển cho chức danh này được",
      detail: `${names.post(to)} không được xử lý bước hiện tại.`,
      remedy:
        allowed.length > 0
          ? `Chọn một trong các chức danh: ${allowed.map(names.post).join("; ")}.`
          : "Chọn một chức danh trong danh sách đề nghị.",
    }),
    "migration-not-possible": ({ obstacles }) => ({
      title: "Không chuyển phiên bản được",
      detail: obstacles.map((one) => obstacleText(one, "vi")).join(" "),
      remedy: "Xem trước lại từng hồ sơ, sửa yêu cầu hoặc sửa bảng rồi thử lại.",
    }),
    "calendar-missing": ({ year }) => ({
      title: `Chưa có lịch làm việc năm ${year}`,
      detail: "Không tính được thời hạn vì ngày nghỉ, ngày làm bù của năm này chưa được nhập.",
      remedy: "Đề nghị quản trị nhập lịch làm việc của năm rồi thực hiện lại.",
    }),
    "not-your-campaign": ({ needs }, names) => ({
      title: "Không thuộc quyền điều hành kỳ này",
      detail: `Kỳ báo cáo do ${names.unit(needs.unit)} điều hành.`,
      remedy: "Trao đổi với cơ quan điều hành kỳ báo cáo.",
    }),
    "verb-not-available-now": ({ verb, status }) => ({
      title: `Không thể ${lowerFirst(campaignVerbs[verb])} lúc này`,
      detail: `Kỳ báo cáo đang ở trạng thái: ${lowerFirst(campaignStatuses[status])}.`,
      remedy: "Xem trạng thái của kỳ báo cáo và bàn tổng hợp.",
    }),
    "round-not-open": ({ status }) => ({
      title: "Đợt này không nhận đề nghị lúc này",
      detail: `Đợt kinh phí đang ở trạng thái: ${lowerFirst(campaignStatuses[status])}.`,
      remedy: "Chọn một đợt kinh phí đang mở, hoặc đề nghị Sở KH&CN mở đợt bổ sung.",
    }),
    "round-over": ({ closesOn, today }) => ({
      title: "Ngày kết thúc đã qua",
      detail: `Ngày cuối nhận đề nghị là ${formatDate(closesOn)}, trước hôm nay (${formatDate(today)}). Chưa mở đợt nào.`,
      remedy: "Chọn hôm nay hoặc một ngày sau đó.",
    }),
    "round-year": ({ window, from, to }) => ({
      title: "Năm ngân sách không khớp với cửa sổ",
      detail: `${windowName(window, "vi")}: năm ngân sách phải là ${from === to ? from : `${from}–${to}`}, tính theo ngày cuối nhận đề nghị.`,
      remedy: "Sửa năm ngân sách, cửa sổ hoặc ngày cuối nhận đề nghị.",
    }),
    "choose-unit": ({ units }, names) => ({
      title: "Cần chọn đơn vị",
      detail: `Anh/chị là chuyên viên của nhiều đơn vị: ${units.map(names.unit).join("; ")}.`,
      remedy: "Chọn đơn vị lập đề nghị rồi thực hiện lại.",
    }),
    "not-a-drafter": () => ({
      title: "Không thể lập đề nghị cho đơn vị này",
      detail: "Chỉ chuyên viên của đơn vị được lập đề nghị kinh phí.",
      remedy: "Chọn đơn vị của mình, hoặc nhờ chuyên viên của đơn vị lập đề nghị.",
    }),
    "not-a-member": ({ unit }, names) => ({
      title: "Đơn vị không thuộc kỳ này",
      detail: `${names.unit(unit)} không có nghĩa vụ báo cáo trong kỳ.`,
      remedy: "Chọn một đơn vị trong danh sách của kỳ.",
    }),
    "member-stands-so": ({ unit, status }, names) => ({
      title: "Không thực hiện được với đơn vị này",
      detail: `${names.unit(unit)}: ${memberStandings[status]}.`,
      remedy: "Tải lại trang để xem tình trạng hiện tại của đơn vị trong kỳ.",
    }),
  },
  calendarEdit: calendarEditVi,
  issues: {
    missing: "Thiếu trường này.",
    wrongType: (expected) => `Phải là ${kinds[expected] ?? expected}.`,
    tooBig: (kind, limit) => `Không vượt quá ${limit} ${measured(kind)}`.trim() + ".",
    tooSmall: (kind, limit) =>
      kind === "string" && limit === 1 ? "Không được để trống." : `Ít nhất ${limit} ${measured(kind)}`.trim() + ".",
    wrongFormat: "Không đúng dạng.",
    notOneOf: (values) => (values.length > 0 ? `Phải là một trong: ${values.join(", ")}.` : "Giá trị không hợp lệ."),
    unstorable: "Có nội dung không lưu được (ký tự rỗng, nửa ký tự, hoặc lồng quá sâu).",
    unknownField: "Trường này không có trong mẫu.",
    invalid: "Giá trị không hợp lệ.",
  },
  roles: {
    specialist: "Chuyên viên",
    "division-head": "Trưởng phòng",
    accountant: "Kế toán",
    head: "Thủ trưởng",
    "deputy-head": "Phó thủ trưởng",
    "records-clerk": "Văn thư",
    chair: "Chủ tịch",
    "vice-chair": "Phó Chủ tịch",
    admin: "Quản trị",
    auditor: "Thanh tra, kiểm toán",
  },
  health: {
    ...calendarHealthVi,
    up: "Hoạt động bình thường.",
    noAnswer: (error) => `Không trả lời: ${error}`,
    namespaceMissing: (namespace) => `Trả lời, nhưng không có namespace ${namespace}.`,
    pollers: (workflow, activity, backlog) =>
      `Tiến trình nhận việc: ${workflow} cho quy trình, ${activity} cho việc hệ thống; việc đang chờ: ${backlog}.`,
    noPollers: "Không tiến trình xử lý nào nhận việc: hồ sơ sẽ không chuyển bước.",
    workerBehind: (seconds) => `Có việc chờ ${seconds} giây chưa ai nhận: tiến trình xử lý đã ngừng hoặc quá tải.`,
    workerUp: (seconds) => `Nhận việc lần cuối cách đây ${seconds} giây.`,
    scheduleUp: (next) => (next ? `Lần mở kỳ tiếp theo: ${next}.` : "Đang bật, chưa có lần mở kỳ tiếp theo."),
    scheduleMissing: "Chưa có lịch mở kỳ hằng năm.",
    schedulePaused: (note) => `Lịch mở kỳ đang tạm dừng${note ? `: ${note}` : "."}`,
    settlerIdle: "Mọi lệnh đã có kết quả.",
    settlerOff: "Tắt ở tiến trình này.",
    settlerBacklog: (count, seconds) => `${count} lệnh chưa có kết quả, lâu nhất ${seconds} giây.`,
    store: (connections) => `Hoạt động bình thường (${connections}).`,
  },
  causes: {
    overdue: "Quá hạn, chưa xử lý",
    "nobody-holds-post": "Không ai giữ chức danh",
    "only-holder-is-author": "Người duy nhất giữ chức danh là người soạn",
    "cycle-is-past": "Chờ một kỳ báo cáo đã kết thúc",
    "activity-failing": "Việc của hệ thống bị lỗi",
    "workflow-task-failing": "Quy trình bị lỗi khi chạy",
    "command-not-settled": "Lệnh chưa có kết quả",
    "workflow-missing": "Hồ sơ đang mở nhưng không có quy trình chạy",
    "not-recorded": "Quy trình đang chạy nhưng sổ chưa ghi như vậy",
  },
  subjects: {
    campaign: (id, year) => (year === null ? `Kỳ ${id}` : `Kỳ năm ${year} (${id})`),
    case: (id) => `Hồ sơ ${id}`,
    opener: (id) => `Mở kỳ (${id})`,
  },
  campaignVerbs,
  campaignStatuses,
  memberStandings,
  notices: {
    ...delegationNoticesVi,
    "migration-proposed": ({ by, title }) =>
      `${by} đề nghị chuyển hồ sơ sang phiên bản mới của ${title}; cần quản trị khác xác nhận`,
    "your-turn": ({ title, due }) => `Chờ anh/chị xử lý: ${title}${due ? `, hạn ${due}` : ""}`,
    returned: ({ title, by }) => `${by} đã trả lại: ${title}`,
    reminder: ({ title, due }) => `Nhắc việc: ${title}${due ? `, hạn ${due}` : ""}`,
    overdue: ({ title, due }) => `Quá hạn${due ? ` từ ${due}` : ""}: ${title}`,
    escalated: ({ title }) => `Báo lên cấp trên vì quá hạn: ${title}`,
    reassigned: ({ title, by }) => `${by} đã chuyển người xử lý: ${title}`,
    "clarification-asked": ({ title, by, reason }) => `${by} yêu cầu làm rõ: ${title}${reason ? ` – ${reason}` : ""}`,
    clarified: ({ title, by }) => `${by} đã làm rõ: ${title}`,
    "clarification-withdrawn": ({ title, by }) => `${by} đã rút yêu cầu làm rõ: ${title}`,
    "skip-proposed": ({ title, by }) => `${by} đề nghị bỏ qua một bước, cần quản trị khác xác nhận: ${title}`,
    withdrawn: ({ title, by }) => `${by} đã thu hồi: ${title}`,
    retracted: ({ title, by }) => `${by} đã rút đề nghị: ${title}`,
    answered: ({ title, answer }) => `Đã có kết quả: ${title}. ${answer}`,
    extended: ({ title, due }) => `Đã gia hạn${due ? ` đến ${due}` : ""}: ${title}`,
    commented: ({ title, by }) => `${by} đã ghi chú: ${title}`,
    excluded: ({ title, by }) => `${by} đã đưa đơn vị ra khỏi kỳ báo cáo: ${title}`,
    included: ({ title, by }) => `${by} đã đưa đơn vị trở lại kỳ báo cáo: ${title}`,
    finished: ({ title }) => `Đã kết thúc: ${title}`,
    "spending-due": ({ title, due }) => `Đến kỳ báo cáo giải ngân${due ? `, hạn ${due}` : ""}: ${title}`,
    "spending-overdue": ({ title, due }) => `Quá hạn báo cáo giải ngân${due ? ` từ ${due}` : ""}: ${title}`,
  },
  actsFor: (name, holder) => `${name} (thay mặt ${holder})`,
  sectionEmpty: (name) => `Mục “${name}” chưa có nội dung.`,
  period: (start, end) => `từ ${start} đến hết ${end}`,
  draftReasons: {
    notYours: "Bản thảo thuộc về người soạn của đơn vị đang giữ hồ sơ.",
    notDrafting: "Hồ sơ đã rời bước soạn thảo.",
  },
  system: "Hệ thống",
  remedies: {
    waitForMachine: "Hệ thống tự thử lại; chỉ cần quản trị kỹ thuật xem lỗi.",
    notAdministrator: "Chỉ quản trị được thực hiện.",
    personDecides: "Bước này đang chờ người quyết định.",
  },
  readyz: { ready: "Sẵn sàng.", down: (parts) => `Chưa sẵn sàng: ${parts.join("; ")}` },
};
