import type { Label, Pipeline } from "../../../domain/engine/index.ts";

const named = (vi: string, en: string): { name: Label } => ({ name: { vi, en } });

/** Every kind of step the shell itself has to do with, in a row: people, units at once, the system, lines, an end. */
export const allKinds: Pipeline = {
  id: "all-kinds",
  version: 1,
  ...named("Mọi loại bước", "Every kind of step"),
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      ...named("Soạn thảo", "Draft"),
      by: { party: "owner", roles: ["specialist"] },
      sections: [],
      to: "opinions",
    },
    opinions: {
      kind: "opinions",
      ...named("Lấy ý kiến", "Opinions"),
      by: { party: "department", roles: ["specialist"] },
      from: [
        { party: "finance", roles: ["head"] },
        { party: "planning", roles: ["head"] },
      ],
      noReply: "waits",
      to: "transfer",
      deadline: { by: { workingDays: 5 }, remind: [1] },
    },
    transfer: { kind: "task", ...named("Chuyển dữ liệu", "Transfer"), run: "transfer", to: "lines", skippable: true },
    lines: {
      kind: "lines",
      ...named("Quyết định từng dòng", "Decide per line"),
      by: { party: "committee", roles: ["chair"] },
      ceiling: "warn",
      on: { done: "sign" },
    },
    sign: {
      kind: "sign",
      ...named("Ký", "Sign"),
      by: { party: "committee", roles: ["vice-chair"] },
      marks: { "vice-chair": ["KT."] },
      on: { approve: "done" },
    },
    done: { kind: "end", ...named("Xong", "Done"), outcome: "completed" },
  },
};
