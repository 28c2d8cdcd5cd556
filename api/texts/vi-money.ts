import { formatDong } from "../../domain/money/dong.ts";
import { dongText } from "./dong-text.ts";
import type { MoneyProblemTexts, MoneyTexts } from "./types.ts";

const stale = {
  withdrawn: "đã rút đề nghị",
  returned: "đang ở cơ quan lập để sửa",
  changed: "đã thay đổi sau khi chốt danh mục",
} as const;

export const viMoney: MoneyTexts = {
  "ceiling-reason-needed": ({ line, source, over }) => ({
    title: "Vượt trần, cần nêu lý do",
    detail: `Dòng ${line} vượt trần nguồn ${source} ${dongText(over)}.`,
    remedy: "Ghi lý do vượt trần rồi gửi lại, hoặc giảm số tiền.",
  }),
  "ceiling-needs-higher": ({ line, source, over }) => ({
    title: "Vượt trần, cần cấp cao hơn",
    detail: `Dòng ${line} vượt trần nguồn ${source} ${dongText(over)}; ở bước này người đứng đầu phải trực tiếp quyết định.`,
    remedy: "Trình người đứng đầu, giảm số tiền, hoặc trình điều chỉnh trần.",
  }),
  "line-stale": ({ title, unit, why }, names) => ({
    title: "Dòng không còn như trong danh mục",
    detail: `“${title}” của ${names.unit(unit)} ${stale[why]}.`,
    remedy: "Trả danh mục về bước tổng hợp để chốt lại, hoặc không duyệt dòng này.",
  }),
  "line-in-hand": ({ title }) => ({
    title: "Dòng đang được xử lý",
    detail: `Một quyết định khác về “${title}” đang được ghi nhận.`,
    remedy: "Chờ vài giây, tải lại trang rồi làm lại.",
  }),
  "line-decided": ({ title }) => ({
    title: "UBND tỉnh đã quyết định dòng này",
    detail: `“${title}” đã có quyết định hoặc đang chờ HĐND nên không trả lại, rút hay từ chối riêng được.`,
    remedy: "Trả danh mục kinh phí về bước tổng hợp trước, sau đó xử lý đề nghị.",
  }),
  "line-not-settled": ({ title, year, remaining }) => ({
    title: "Còn dòng chưa quyết toán",
    detail: `“${title}”, năm ${year}: còn ${formatDong(remaining)} đồng, chưa ghi quyết toán của dòng.`,
    remedy: "Ghi giải ngân, chuyển nguồn hoặc thu hồi hết số còn lại, ghi quyết toán từng dòng, rồi xác nhận hồ sơ.",
  }),
};

const statuses = {
  proposed: "đang chờ",
  confirmed: "đã xác nhận",
  declined: "đã từ chối",
  withdrawn: "đã rút",
} as const;

const seconds = {
  "leader-of-unit": "trưởng phòng hoặc lãnh đạo của chính cơ quan đã lập văn bản",
  "head-of-unit": "thủ trưởng của chính cơ quan đã lập văn bản (vượt trần cần cấp cao hơn)",
  "administrator-or-head": "một quản trị khác hoặc Giám đốc Sở KH&CN",
} as const;

const toDo = {
  stop: "Giảm số tiền, hoặc đề nghị điều chỉnh trần trước.",
  reason: "Nêu lý do vượt trần rồi gửi lại, hoặc giảm số tiền.",
  head: "Trình thủ trưởng cơ quan xác nhận, hoặc giảm số tiền.",
} as const;

export const viMoneyProblems: MoneyProblemTexts = {
  "over-ceiling": ({ says, source, remaining, over }) => ({
    title: "Vượt trần kinh phí",
    detail: `Trần của nguồn ${source} còn ${formatDong(remaining)} đồng; số này vượt ${formatDong(over)} đồng.`,
    remedy: toDo[says],
  }),
  "paper-answered": ({ status, by }) => ({
    title: "Văn bản đã được xử lý",
    detail: `${by} ${statuses[status]} văn bản này.`,
    remedy: "Tải lại trang. Nếu cần số khác, lập văn bản mới.",
  }),
  "second-person": ({ who, own }) => ({
    title: "Cần người thứ hai xác nhận",
    detail: own
      ? "Người lập văn bản không tự xác nhận được."
      : "Chức danh của anh/chị không xác nhận được văn bản này.",
    remedy: `Người xác nhận phải là ${seconds[who]}.`,
  }),
  "ceiling-moved-on": ({ version }) => ({
    title: "Trần đã được thay đổi",
    detail: `Trần này nay là phiên bản ${version}, khác với bản anh/chị đang xem. Chưa ghi gì.`,
    remedy: "Tải lại danh sách trần, xem số mới rồi lập lại.",
  }),
  "ceiling-in-change": () => ({
    title: "Trần đang chờ xác nhận một thay đổi khác",
    detail: "Mỗi trần chỉ có một thay đổi chờ xác nhận.",
    remedy: "Xác nhận, từ chối hoặc rút thay đổi đang chờ, rồi lập thay đổi mới.",
  }),
};
