import { kindLabels, partyLabels } from "../lint/labels.ts";
import type { MigrationObstacle } from "../engine/rejection.ts";
import type { Label } from "../engine/pipeline.ts";

type Obstacle = MigrationObstacle | { code: "case-closed" };
type Words = { [C in Obstacle["code"]]: (obstacle: Extract<Obstacle, { code: C }>) => Label };

const whyKept: Record<"clock-paused" | "due-with-case" | "no-date", Label> = {
  "clock-paused": {
    vi: "Thời hạn đang tạm dừng để chờ bổ sung nên không giữ nguyên ngày được. Chọn tính lại, hoặc đợi bổ sung xong.",
    en: "The clock stands still for a supplement, so there is no date to keep. Recompute, or wait for the supplement.",
  },
  "due-with-case": {
    vi: "Bảng mới dùng hạn chung của hồ sơ ở bước này nên không giữ hạn riêng được. Chọn tính lại.",
    en: "In the new table the step is due with the case and cannot keep a date of its own. Recompute.",
  },
  "no-date": {
    vi: "Bước này chưa có hạn nên không có ngày để giữ. Chọn tính lại.",
    en: "The step has no due date yet, so there is none to keep. Recompute.",
  },
};

/** Why a case cannot be migrated, and what to do about it. */
const words: Words = {
  "case-closed": () => ({ vi: "Hồ sơ đã kết thúc.", en: "The case has ended." }),
  "other-pipeline": ({ pipeline }) => ({
    vi: `Bảng đích thuộc quy trình khác (${pipeline}). Chọn phiên bản của cùng quy trình.`,
    en: `The target belongs to another pipeline (${pipeline}). Choose a version of the same one.`,
  }),
  "not-newer": ({ version }) => ({
    vi: `Hồ sơ đang chạy phiên bản ${version}, không cũ hơn bảng đích. Muốn quay lại thì ban hành bảng cũ thành phiên bản mới.`,
    en: `The case runs with version ${version}, which is not older than the target. To go back, publish the old table anew.`,
  }),
  "rename-unknown": ({ step, in: where }) => ({
    vi: `Đổi tên bước “${step}” nhưng bảng ${where === "present" ? "hiện tại" : "đích"} không có bước này. Sửa phần đổi tên.`,
    en: `Renames “${step}”, which the ${where} table does not have. Correct the renames.`,
  }),
  "rename-collides": ({ step, with: other }) => ({
    vi: `Hai bước “${step}” và “${other}” cùng chuyển thành một bước. Sửa phần đổi tên.`,
    en: `“${step}” and “${other}” would become one step. Correct the renames.`,
  }),
  "step-missing": ({ step }) => ({
    vi: `Hồ sơ đang ở bước “${step}” mà bảng mới không có. Chỉ ra bước tương ứng, hoặc đợi hồ sơ qua bước này.`,
    en: `The case is at “${step}”, which the new table does not have. Name the step it becomes, or wait until it is past.`,
  }),
  "kind-differs": ({ step, before, after }) => ({
    vi: `Bước “${step}” đổi từ “${kindLabels[before].vi}” sang “${kindLabels[after].vi}”. Đợi hồ sơ qua bước này.`,
    en: `“${step}” changes from “${kindLabels[before].en}” to “${kindLabels[after].en}”. Wait until the case is past it.`,
  }),
  "system-at-work": ({ step }) => ({
    vi: `Hệ thống đang làm việc ở bước “${step}”. Đợi xong rồi chuyển.`,
    en: `The system is at work at “${step}”. Wait until it is done.`,
  }),
  "awaits-differ": ({ step }) => ({
    vi: `Ở bước “${step}” bảng mới chờ một mốc khác. Đợi hồ sơ qua bước này.`,
    en: `At “${step}” the new table waits for something else. Wait until the case is past it.`,
  }),
  "milestone-differs": ({ step }) => ({
    vi: `Bước “${step}” báo mốc khác cho kỳ báo cáo; mốc chỉ được báo khi vào bước. Đợi hồ sơ qua bước này.`,
    en: `“${step}” tells the cycle another milestone, which is told on entering only. Wait until the case is past it.`,
  }),
  "duty-lost": ({ step }) => ({
    vi: `Từ bước “${step}”, theo bảng mới, hồ sơ không còn qua bước hoàn thành nghĩa vụ báo cáo. Sửa bảng.`,
    en: `From “${step}” the new table no longer leads past the step that fulfils the duty. Correct the table.`,
  }),
  "quorum-reached": ({ given, quorum }) => ({
    vi: `Đã có ${given} người duyệt, bảng mới chỉ cần ${quorum}: chuyển phiên bản không được thay cho quyết định. Đợi bước này xong.`,
    en: `${given} have approved and the new table needs ${quorum}: a migration must not decide. Wait until the step is done.`,
  }),
  "nobody-sits": ({ step, party }) => ({
    vi: `Bước “${step}” cần ${partyLabels[party].vi} nhưng hồ sơ này không có đơn vị giữ vai đó.`,
    en: `“${step}” needs ${partyLabels[party].en}, but no unit sits there in this case.`,
  }),
  "question-open": ({ step }) => ({
    vi: `Bước “${step}” đang chờ trả lời một câu hỏi, nhưng theo bảng mới không ai trả lời được ở bước này. Đợi trả lời xong rồi chuyển.`,
    en: `“${step}” waits for an answer, which the new table lets nobody give there. Wait for the answer.`,
  }),
  "date-not-kept": ({ why }) => whyKept[why],
  "year-missing": ({ year }) => ({
    vi: `Chưa có lịch làm việc năm ${year} nên không tính được hạn. Nhập lịch rồi chuyển.`,
    en: `The working calendar of ${year} has not been entered, so dates cannot be computed. Enter it first.`,
  }),
};

export function obstacleText(obstacle: Obstacle, language: "vi" | "en"): string {
  const write = words[obstacle.code] as (value: Obstacle) => Label;
  return write(obstacle)[language];
}
