import { formatDate } from "../../domain/calendar/index.ts";
import type { DelegationStatus } from "../../domain/delegation/index.ts";
import type { DelegationNoticeTexts, DelegationTexts } from "./types.ts";

const periods = {
  reversed: "Ngày kết thúc phải từ ngày bắt đầu trở đi.",
  past: "Không ủy quyền lùi ngày: ngày bắt đầu sớm nhất là hôm nay.",
  "too-long": "Ủy quyền phải có thời hạn, dài nhất một năm.",
  "document-later": "Văn bản ủy quyền phải được ký trước hoặc đúng ngày bắt đầu.",
};
const over: Partial<Record<DelegationStatus, string>> = {
  declined: "Người được ủy quyền đã trả lại.",
  ended: "Ủy quyền đã được chấm dứt.",
  expired: "Ủy quyền đã hết thời hạn.",
};

/** Why a delegation is not made, not answered or not ended. */
export const delegationVi: DelegationTexts = {
  "delegation-not-yours": ({ post }, names) => ({
    title: "Không thuộc quyền của anh/chị",
    detail: `Việc ủy quyền của ${names.post(post)} do chính người đó, hoặc văn thư của đơn vị nhập theo văn bản.`,
    remedy: "Đề nghị người ủy quyền hoặc văn thư của đơn vị thực hiện.",
  }),
  "delegation-post-not-held": ({ name, post }, names) => ({
    title: "Không giữ chức danh này vào ngày bắt đầu",
    detail: `${name} không giữ chức danh ${names.post(post)} vào ngày ủy quyền bắt đầu.`,
    remedy: "Chọn người đang giữ chức danh, hoặc đổi ngày bắt đầu.",
  }),
  "delegation-passed-on": ({ name, post }, names) => ({
    title: "Không được ủy quyền lại",
    detail: `${name} làm việc của ${names.post(post)} theo ủy quyền nên không giao tiếp cho người khác.`,
    remedy: "Người giữ chức danh chấm dứt ủy quyền cũ rồi ủy quyền cho người mới.",
  }),
  "delegation-role-unfit": ({ post, who }, names) => ({
    title: who === "from" ? "Chức danh này không ủy quyền được" : "Chức danh này không nhận ủy quyền được",
    detail: `${names.post(post)}: chỉ lãnh đạo cơ quan, đơn vị ủy quyền và nhận ủy quyền ký, duyệt.`,
    remedy: "Chọn cấp trưởng hoặc cấp phó của đơn vị.",
  }),
  "delegation-other-body": ({ from, to }, names) => ({
    title: "Người nhận thuộc cơ quan khác",
    detail: `${names.unit(to.unit)} không cùng cơ quan với ${names.unit(from.unit)}.`,
    remedy: "Chọn người trong cùng cơ quan.",
  }),
  "delegation-to-self": () => ({
    title: "Không tự ủy quyền cho mình",
    detail: "Người ủy quyền và người được ủy quyền là một người.",
    remedy: "Chọn người khác.",
  }),
  "delegation-period": ({ why }) => ({
    title: "Thời hạn ủy quyền chưa đúng",
    detail: periods[why],
    remedy: "Sửa ngày rồi gửi lại.",
  }),
  "delegation-overlap": ({ name, start, end }) => ({
    title: "Trùng với một ủy quyền khác",
    detail: `Quyền này đã giao cho ${name} từ ${formatDate(start)} đến ${formatDate(end)}.`,
    remedy: "Chấm dứt ủy quyền đó trước, hoặc chọn thời hạn, quy trình khác.",
  }),
  "delegation-loop": ({ names }) => ({
    title: "Ủy quyền thành vòng",
    detail: `Việc sẽ quay về người ủy quyền: ${names.join(" → ")}.`,
    remedy: "Chọn người không ủy quyền lại cho anh/chị trong thời gian này.",
  }),
  "delegation-closed": ({ status }) => ({
    title: "Ủy quyền không còn hiệu lực",
    detail: over[status] ?? "Ủy quyền đã kết thúc.",
    remedy: "Lập ủy quyền mới nếu vẫn cần.",
  }),
};

export const delegationNoticesVi: DelegationNoticeTexts = {
  "delegation-made": ({ by, from, to, period }) => `${by}: ${from} ủy quyền cho ${to} ${period}`,
  "delegation-accepted": ({ by, period }) => `${by} đã nhận ủy quyền ${period}`,
  "delegation-declined": ({ by, period }) => `${by} đã trả lại ủy quyền ${period}`,
  "delegation-ended": ({ by, from, to }) => `${by} đã chấm dứt ủy quyền của ${from} cho ${to}`,
};
