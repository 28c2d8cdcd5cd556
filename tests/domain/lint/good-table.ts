import type { Pipeline, Step } from "../../../domain/engine/index.ts";

const name = (vi: string, en: string) => ({ vi, en });

/** Every kind of step, and nothing to find fault with. */
export const goodTable: Pipeline = {
  id: "example",
  version: 1,
  name: name("Quy trình mẫu", "Example"),
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: name("Soạn thảo", "Drafting"),
      by: { party: "owner", roles: ["specialist"] },
      sections: ["I", "II"],
      to: "size",
      withdraw: "taken-back",
      deadline: {
        by: { workingDays: 10 },
        remind: [3, 0],
        escalate: { after: [1, 3], to: { party: "owner", roles: ["head"] } },
      },
    },
    size: {
      kind: "branch",
      name: name("Giá trị lớn", "Large amount"),
      when: [{ if: { of: "content", field: "amount", atLeast: 1_000_000_000 }, to: "council" }],
      otherwise: "head",
    },
    council: {
      kind: "decide",
      name: name("Hội đồng biểu quyết", "Council votes"),
      by: { party: "owner", roles: ["division-head"] },
      quorum: 3,
      of: 5,
      act: "approve",
      on: { approve: "head", return: ["draft"] },
      clarify: ["draft"],
      survives: "same-content",
      concerns: ["I"],
    },
    head: {
      kind: "sign",
      name: name("Thủ trưởng ký", "Head signs"),
      by: { party: "owner", roles: ["head", "deputy-head"] },
      marks: { head: ["own"], "deputy-head": ["KT."] },
      on: { approve: "number", return: ["draft"], reject: "refused" },
    },
    number: {
      kind: "issue",
      name: name("Cấp số", "Number"),
      by: { party: "owner", roles: ["records-clerk"] },
      series: "TTr",
      to: "consult",
      return: ["draft"],
    },
    consult: {
      kind: "opinions",
      name: name("Lấy ý kiến", "Opinions"),
      by: { party: "department", roles: ["specialist"] },
      from: [
        { party: "finance", roles: ["specialist"] },
        { party: "planning", roles: ["specialist"], if: { of: "content", field: "source", is: "investment" } },
      ],
      noReply: "waits",
      to: "lines",
      return: ["draft"],
      fulfilsDuty: true,
      deadline: { by: { workingDays: 5 }, remind: [1] },
    },
    lines: {
      kind: "lines",
      name: name("Quyết định từng dòng", "Lines"),
      by: { party: "committee", roles: ["chair", "vice-chair"] },
      ceiling: "higher-signature",
      refers: name("HĐND tỉnh", "Provincial council"),
      on: { done: "render", higher: "chair", return: ["draft"], clarify: "draft" },
    },
    chair: {
      kind: "sign",
      name: name("Chủ tịch ký", "Chair signs"),
      by: { party: "committee", roles: ["chair"] },
      marks: { chair: ["TM."] },
      on: { approve: "render" },
    },
    render: { kind: "task", name: name("Lập văn bản", "Render"), run: "render-decision", to: "waiting" },
    waiting: {
      kind: "await",
      name: name("Chờ tổng hợp", "Waiting"),
      awaits: "consolidated",
      by: { party: "department", roles: ["specialist"] },
      return: ["draft"],
      to: "done",
      milestone: "accepted",
    },
    done: { kind: "end", name: name("Hoàn thành", "Done"), outcome: "completed" },
    refused: { kind: "end", name: name("Không phê duyệt", "Refused"), outcome: "rejected" },
    "taken-back": { kind: "end", name: name("Đã rút", "Withdrawn"), outcome: "withdrawn" },
  },
};

/** The same table with fields of one step set otherwise; `undefined` takes a field away. */
export function withStep(id: string, over: Record<string, unknown>): Pipeline {
  const entries = Object.entries({ ...goodTable.steps[id], ...over }).filter(([, value]) => value !== undefined);
  return { ...goodTable, steps: { ...goodTable.steps, [id]: Object.fromEntries(entries) as unknown as Step } };
}
