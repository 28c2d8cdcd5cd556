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
};

/** What an approval is called where it is given. A click is a decision, never a digital signature (vietnam.md §7). */
const actLabels = {
  approve: { vi: "Phê duyệt", en: "Approve" },
  sign: { vi: "Ký duyệt", en: "Sign and approve" },
  receive: { vi: "Tiếp nhận", en: "Receive" },
  examine: { vi: "Thẩm tra, trình", en: "Examine and submit" },
} satisfies Record<string, Label>;

export function verbLabel(step: Step, verb: Verb): Label {
  return verb === "approve" && step.kind === "decide" ? actLabels[step.act] : verbLabels[verb];
}
