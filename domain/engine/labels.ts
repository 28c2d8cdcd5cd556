import type { Verb } from "./command.ts";
import type { Label, Step } from "./pipeline.ts";

const verbLabels: Record<Verb, Label> = {
  submit: { vi: "Trình", en: "Submit" },
  approve: { vi: "Duyệt", en: "Approve" },
  return: { vi: "Trả lại", en: "Return" },
  reject: { vi: "Không phê duyệt", en: "Not approve" },
  freeze: { vi: "Chốt tổng hợp và trình", en: "Freeze and submit" },
  issue: { vi: "Cấp số, phát hành", en: "Give number and issue" },
  reassign: { vi: "Chuyển người xử lý", en: "Reassign" },
  remind: { vi: "Đôn đốc", en: "Remind" },
  clarify: { vi: "Yêu cầu làm rõ", en: "Ask to clarify" },
  answer: { vi: "Trả lời làm rõ", en: "Answer the question" },
  "retract-question": { vi: "Rút yêu cầu làm rõ", en: "Take the question back" },
  opine: { vi: "Cho ý kiến", en: "Give opinion" },
  proceed: { vi: "Kết thúc lấy ý kiến", en: "Close the opinions" },
  consult: { vi: "Thêm cơ quan lấy ý kiến", en: "Ask one more unit" },
  unconsult: { vi: "Bỏ cơ quan lấy ý kiến", en: "Remove a consulted unit" },
  "decide-lines": { vi: "Quyết định theo dòng", en: "Decide lines" },
  "resolve-lines": { vi: "Ghi nghị quyết", en: "Record the resolution" },
  withdraw: { vi: "Thu hồi", en: "Recall" },
  retract: { vi: "Rút đề nghị", en: "Take the request back" },
  extend: { vi: "Gia hạn", en: "Extend" },
  skip: { vi: "Đề nghị bỏ qua bước", en: "Propose to skip" },
  "confirm-skip": { vi: "Xác nhận bỏ qua bước", en: "Confirm the skip" },
  comment: { vi: "Ghi chú", en: "Comment" },
  migrate: { vi: "Chuyển phiên bản quy trình", en: "Move to another version" },
};

/** What an approval is called where it is given. A click is a decision, never a digital signature (vietnam.md §7). */
const actLabels = {
  approve: { vi: "Phê duyệt", en: "Approve" },
  sign: { vi: "Ký duyệt", en: "Sign and approve" },
  receive: { vi: "Tiếp nhận", en: "Receive" },
  examine: { vi: "Thẩm tra, trình", en: "Examine and submit" },
} satisfies Record<string, Label>;

const withdrawAll: Label = { vi: "Rút đề nghị", en: "Withdraw the request" };

export function verbLabel(step: Step, verb: Verb): Label {
  if (verb === "approve" && step.kind === "decide") return actLabels[step.act];
  if (verb === "approve" && step.kind === "sign") return actLabels.sign;
  if (verb === "withdraw" && step.kind === "submit") return withdrawAll;
  return verbLabels[verb];
}
