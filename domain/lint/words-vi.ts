import type { Role, StepKind } from "../engine/pipeline.ts";
import type { FindingCode, FindingData } from "./finding.ts";
import { kindLabels, partyLabels, roleLabels } from "./labels.ts";

export type FindingWords = { [C in FindingCode]: (data: FindingData[C]) => string };

const role = (name: Role): string => roleLabels[name].vi;
const kind = (name: StepKind): string => kindLabels[name].vi;
const list = (items: readonly string[]): string => items.join(", ");

/** What is wrong and what to do about it. */
export const findingWordsVi: FindingWords = {
  "start-unknown": ({ target }) => `Quy trình bắt đầu ở bước “${target}” nhưng bảng không có bước này. Sửa “start”.`,
  "start-without-author": ({ kind: is }) =>
    `Hồ sơ mới mở sẽ dừng ở bước “${kind(is)}”, chưa ai soạn nội dung. Bắt đầu bằng bước soạn hoặc tổng hợp.`,
  "target-unknown": ({ target }) => `Dẫn tới bước “${target}” nhưng bảng không có bước này. Sửa tên bước đích.`,
  unreachable: () => "Không đường nào từ bước bắt đầu dẫn tới bước này. Nối vào quy trình hoặc bỏ bước.",
  "no-way-out": () => "Từ bước này không bao giờ tới được bước kết thúc. Thêm đường dẫn tới kết thúc.",
  "never-completes": () => "Mọi người đều đồng ý thì hồ sơ vẫn không kết thúc được. Sửa đường đi khi đồng ý.",
  "automatic-circle": ({ circle }) =>
    `Các bước ${list(circle)} có thể tự chuyển vòng mãi mà không cần ai làm gì. Bỏ vòng hoặc đặt một bước cần người xử lý.`,
  "return-not-earlier": ({ target }) => `Trả lại về “${target}” nhưng bước đó không ở trước. Chọn bước đã đi qua.`,
  "return-to-machine": ({ target, kind: is }) =>
    `Trả lại về “${target}” (${kind(is)}), ở đó không ai sửa được. Chọn bước có người xử lý.`,
  "asks-nobody": ({ target }) => `Hỏi lại bước “${target}” nhưng ở đó không có người xử lý. Chọn bước khác.`,
  "asks-later-step": ({ target }) => `Hỏi lại bước “${target}” nhưng hồ sơ chưa qua bước đó. Chọn bước ở trước.`,
  "lapse-not-to-end": ({ target }) =>
    `Khi đợt kết thúc, hồ sơ chuyển tới “${target}”; phải chuyển tới bước kết thúc “hết hiệu lực”.`,
  "withdraw-not-to-end": ({ target }) => `Rút hồ sơ dẫn tới “${target}”; phải dẫn tới bước kết thúc “đã rút”.`,
  "reject-completes": ({ target }) =>
    `Không phê duyệt lại dẫn tới “${target}”, là kết thúc “hoàn thành”. Dẫn tới kết thúc “không phê duyệt”.`,
  "holder-empty": () => "Không có chức danh nào. Ghi ít nhất một chức danh.",
  "role-never-acts": ({ role: who }) =>
    `${role(who)} không bao giờ xử lý hồ sơ: người vận hành hoặc kiểm tra không được duyệt. Chọn chức danh khác.`,
  "role-unfit": ({ role: who, kind: is, allowed }) =>
    `${role(who)} không làm được bước “${kind(is)}”. Chức danh được phép: ${list(allowed.map(role))}.`,
  "quorum-unreachable": ({ quorum, persons }) =>
    persons === null
      ? `Cần ${quorum} người là không hợp lệ; ít nhất phải là 1.`
      : `Cần ${quorum} người duyệt nhưng các chức danh này có nhiều nhất ${persons} người. Giảm số người hoặc thêm chức danh.`,
  "four-eyes-impossible": ({ author, quorum, persons }) =>
    `Người soạn ở bước “${author}” giữ chức danh duyệt; trừ người đó còn ${persons} người, cần ${quorum}. Thêm chức danh duyệt khác.`,
  "four-eyes-same-post": ({ author, role: who }) =>
    `Bước này và bước soạn “${author}” cùng là ${role(who)}: chỉ duyệt được khi có người thứ hai cùng chức danh.`,
  "term-empty": ({ days }) => `Thời hạn ${days} ngày làm việc không dùng được. Ghi số dương.`,
  "reminder-outside-term": ({ days, span }) =>
    `Nhắc trước ${days} ngày nhưng thời hạn dài nhất là ${span} ngày: không bao giờ nhắc được.`,
  "reminder-twice": ({ days }) => `Mốc nhắc trước ${days} ngày ghi hai lần. Bỏ một.`,
  "escalation-too-soon": ({ days }) => `Báo cấp trên sau ${days} ngày: phải từ 1 ngày làm việc quá hạn trở lên.`,
  "escalation-twice": ({ days }) => `Mốc báo cấp trên sau ${days} ngày ghi hai lần. Bỏ một.`,
  "escalation-to-nobody": () => "Chỉ bước lấy ý kiến mới có cơ quan được hỏi để báo. Chọn cấp trên của bước này.",
  "escalation-to-holder": () => "Quá hạn thì báo cho chính người đang giữ hồ sơ. Nên báo cho cấp trên.",
  "term-shorter-than-parts": ({ term, parts, way }) =>
    `Các bước ${list(way)} cần ${parts} ngày làm việc, nhưng thời hạn của hồ sơ chỉ có ${term} ngày. Rút ngắn các bước.`,
  "branch-arm-dead": ({ target }) =>
    `Nhánh tới “${target}” không bao giờ được chọn: nhánh trước đã lấy hết trường hợp.`,
  "nobody-asked": () => "Lấy ý kiến nhưng không hỏi đơn vị nào. Thêm đơn vị hoặc bỏ bước.",
  "maybe-nobody-asked": () => "Mọi đơn vị đều hỏi có điều kiện: có thể không hỏi ai và bước sẽ được bỏ qua.",
  "asked-twice": ({ party }) => `${partyLabels[party].vi} được hỏi hai lần. Bỏ một.`,
  "lines-without-ceiling": () => "Quyết định từng dòng phải nói rõ khi vượt trần thì làm gì.",
  "higher-without-way": () => "Vượt trần cần cấp cao hơn ký, nhưng không có đường dẫn tới cấp đó (on.higher).",
  "higher-never-taken": () =>
    "Có đường tới cấp cao hơn nhưng quy tắc trần không bao giờ dùng. Bỏ on.higher hoặc sửa trần.",
  "referral-to-nobody": () => "Có người ghi nghị quyết nhưng bảng chưa nêu cơ quan mà dòng được trình. Ghi “refers”.",
  "lines-without-content": () => "Trước bước này chưa ai lập danh mục để quyết định từng dòng.",
  "mark-unfit": ({ mark, role: who }) =>
    `${role(who)} không được ký “${mark === "own" ? "không ghi ký hiệu" : mark}” (NĐ 30/2020, Điều 13).`,
  "mark-of-nobody": ({ role: who }) => `Có cách ký của ${role(who)} nhưng chức danh này không ký ở đây.`,
  "mark-missing": ({ role: who }) => `${role(who)} ký ở đây nhưng chưa nói ký theo hình thức nào.`,
  "concerns-unknown": ({ section }) => `Chữ ký gắn với mục “${section}” nhưng nội dung không có mục này.`,
  "fact-too-early": ({ field }) => `Rẽ theo “${field}” của nội dung, nhưng lúc đó chưa có nội dung nào.`,
  "task-unknown": ({ task, known }) => `Hệ thống không biết việc “${task}”. Các việc có: ${list(known) || "chưa có"}.`,
  "minimum-impossible": ({ percent }) => `Tỷ lệ tối thiểu ${percent}% không thể có. Ghi từ 0 đến 100.`,
  "section-twice": ({ section }) => `Mục “${section}” ghi hai lần. Bỏ một.`,
  "name-missing": ({ language }) => `Thiếu tên ${language === "vi" ? "tiếng Việt" : "tiếng Anh"}.`,
  "name-not-nfc": ({ language }) =>
    `Tên ${language === "vi" ? "tiếng Việt" : "tiếng Anh"} chưa ở dạng chuẩn NFC. Gõ lại bằng bảng mã Unicode dựng sẵn.`,
  "name-shared": ({ other }) => `Trùng tên với bước “${other}”. Người dùng không phân biệt được hai bước.`,
  "milestone-nobody-tells": ({ milestone }) => `Chờ mốc “${milestone}” nhưng không quy trình nào báo mốc này.`,
  "milestone-nobody-hears": ({ milestone }) => `Báo mốc “${milestone}” nhưng không ai chờ mốc này.`,
  "party-not-seated": ({ party }) =>
    `Chưa có đơn vị nào giữ vai ${partyLabels[party].vi} trong hồ sơ: bước này không ai xử lý được.`,
  "nobody-holds-post": ({ unit, roles }) =>
    `${unit}: không ai giữ chức danh ${list(roles.map(role))}. Bổ nhiệm hoặc cập nhật danh bạ trước khi hồ sơ tới bước này.`,
  "quorum-above-holders": ({ unit, roles, quorum, holders }) =>
    `${unit}: cần ${quorum} người (${list(roles.map(role))}) nhưng chỉ có ${holders}. Bổ sung người hoặc giảm số người cần.`,
  "nobody-to-escalate-to": ({ unit, roles }) =>
    `${unit}: không ai giữ chức danh ${list(roles.map(role))}, nên không ai được báo khi bước này quá hạn.`,
  "only-holder-is-author": ({ unit, roles, author }) =>
    `${unit}: người duy nhất giữ chức danh ${list(roles.map(role))} cũng là người soạn ở bước “${author}”. Cần người thứ hai.`,
};
