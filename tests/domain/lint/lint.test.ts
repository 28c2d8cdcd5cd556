import { describe, expect, it } from "vitest";
import type { Pipeline } from "../../../domain/engine/index.ts";
import {
  findingText,
  isError,
  lintMilestones,
  lintPipeline,
  type Finding,
  type FindingCode,
  type LintOptions,
  type TableFindingData,
} from "../../../domain/lint/index.ts";
import { findingWordsEn } from "../../../domain/lint/words-en.ts";
import { findingWordsVi } from "../../../domain/lint/words-vi.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { goodTable, withStep } from "./good-table.ts";

interface Example {
  table: Pipeline;
  path: string;
  options?: LintOptions;
}

const decide = { ...goodTable.steps.council };
const asked = { party: "finance", roles: ["specialist"] };
const owner = (...roles: string[]) => ({ party: "owner", roles });
const term = (over: object) => ({ deadline: { by: { workingDays: 10 }, remind: [], ...over } });
const lines = (over: Record<string, unknown>) => withStep("lines", over);

/** One bad table for every code: what is wrong, and where it is told. */
const examples: { [C in keyof TableFindingData]: Example } = {
  "start-unknown": { table: { ...goodTable, start: "nowhere" }, path: "start" },
  "start-without-author": { table: { ...goodTable, start: "council" }, path: "steps.council.kind" },
  "target-unknown": { table: withStep("render", { to: "nowhere" }), path: "steps.render.to" },
  unreachable: { table: withStep("island", { kind: "end", name: { vi: "Lạc", en: "Lost" } }), path: "steps.island" },
  "no-way-out": { table: withStep("waiting", { to: "waiting", return: undefined }), path: "steps.waiting" },
  "never-completes": { table: withStep("waiting", { to: "lines" }), path: "steps.draft" },
  "automatic-circle": { table: withStep("waiting", { kind: "task", run: "x", to: "render" }), path: "steps.render" },
  "return-not-earlier": { table: withStep("number", { return: ["lines"] }), path: "steps.number.return.0" },
  "return-to-machine": { table: withStep("number", { return: ["size"] }), path: "steps.number.return.0" },
  "asks-nobody": { table: withStep("council", { clarify: ["size"] }), path: "steps.council.clarify.0" },
  "asks-later-step": { table: withStep("council", { clarify: ["lines"] }), path: "steps.council.clarify.0" },
  "withdraw-not-to-end": { table: withStep("draft", { withdraw: "done" }), path: "steps.draft.withdraw" },
  "lapse-not-to-end": { table: withStep("draft", { lapse: "done" }), path: "steps.draft.lapse" },
  "reject-completes": {
    table: withStep("head", { on: { approve: "number", reject: "done" } }),
    path: "steps.head.on.reject",
  },
  "holder-empty": { table: withStep("number", { by: owner() }), path: "steps.number.by.roles" },
  "role-never-acts": { table: withStep("draft", { by: owner("auditor") }), path: "steps.draft.by.roles.0" },
  "role-unfit": { table: withStep("number", { by: owner("specialist") }), path: "steps.number.by.roles.0" },
  "quorum-unreachable": {
    table: withStep("council", { by: owner("head"), quorum: 2, of: undefined }),
    path: "steps.council.quorum",
  },
  "four-eyes-impossible": {
    table: { ...withStep("council", { by: owner("head"), quorum: 1 }), ...written("head") },
    path: "steps.council.by.roles",
  },
  "four-eyes-same-post": { table: withStep("council", { by: owner("specialist") }), path: "steps.council.by.roles" },
  "term-empty": { table: withStep("draft", term({ rework: 0 })), path: "steps.draft.deadline.rework" },
  "reminder-outside-term": { table: withStep("draft", term({ remind: [15] })), path: "steps.draft.deadline.remind.0" },
  "reminder-twice": { table: withStep("draft", term({ remind: [1, 1] })), path: "steps.draft.deadline.remind.1" },
  "escalation-too-soon": {
    table: withStep("draft", term({ escalate: { after: [0], to: owner("head") } })),
    path: "steps.draft.deadline.escalate.after.0",
  },
  "escalation-twice": {
    table: withStep("draft", term({ escalate: { after: [2, 2], to: owner("head") } })),
    path: "steps.draft.deadline.escalate.after.1",
  },
  "escalation-to-nobody": {
    table: withStep("draft", term({ escalate: { after: [1], to: { asked: ["head"] } } })),
    path: "steps.draft.deadline.escalate.to",
  },
  "escalation-to-holder": {
    table: withStep("draft", term({ escalate: { after: [1], to: owner("specialist") } })),
    path: "steps.draft.deadline.escalate.to",
  },
  "term-shorter-than-parts": { table: goodTable, path: "steps", options: { caseTerm: 9 } },
  "branch-arm-dead": {
    table: withStep("size", { when: [arm({ atLeast: 5 }), arm({ atLeast: 10 })] }),
    path: "steps.size.when.1",
  },
  "nobody-asked": { table: withStep("consult", { from: [] }), path: "steps.consult.from" },
  "maybe-nobody-asked": {
    table: withStep("consult", { from: [{ ...asked, if: { field: "urgent", is: true } }] }),
    path: "steps.consult.from",
  },
  "asked-twice": { table: withStep("consult", { from: [asked, asked] }), path: "steps.consult.from.1" },
  "lines-without-ceiling": { table: lines({ ceiling: undefined }), path: "steps.lines.ceiling" },
  "higher-without-way": { table: lines({ on: { done: "render" } }), path: "steps.lines.on" },
  "higher-never-taken": { table: lines({ ceiling: "stop" }), path: "steps.lines.on.higher" },
  "referral-to-nobody": {
    table: lines({ refers: undefined, referral: { by: [owner("specialist")] } }),
    path: "steps.lines.referral",
  },
  "lines-without-content": { table: { ...goodTable, start: "lines" }, path: "steps.lines" },
  "mark-unfit": {
    table: withStep("head", { marks: { head: ["TM."], "deputy-head": ["KT."] } }),
    path: "steps.head.marks.head",
  },
  "mark-of-nobody": {
    table: withStep("chair", { marks: { chair: ["TM."], head: ["own"] } }),
    path: "steps.chair.marks.head",
  },
  "mark-missing": { table: withStep("head", { marks: { head: ["own"] } }), path: "steps.head.marks" },
  "concerns-unknown": { table: withStep("council", { concerns: ["IX"] }), path: "steps.council.concerns.0" },
  "fact-too-early": { table: { ...goodTable, start: "size" }, path: "steps.size.when.0.if" },
  "task-unknown": { table: goodTable, path: "steps.render.run", options: { tasks: ["post-letter"] } },
  "minimum-impossible": {
    table: withStep("draft", { kind: "gather", minimumPercent: 120 }),
    path: "steps.draft.minimumPercent",
  },
  "section-twice": { table: withStep("draft", { sections: ["I", "II", "I"] }), path: "steps.draft.sections.2" },
  "name-missing": { table: withStep("done", { name: { vi: "Xong", en: " " } }), path: "steps.done.name.en" },
  "name-not-nfc": {
    table: withStep("done", { name: { vi: "Đã phê duyệt".normalize("NFD"), en: "Done" } }),
    path: "steps.done.name.vi",
  },
  "name-shared": { table: withStep("done", { name: goodTable.steps.draft?.name }), path: "steps.done.name.vi" },
  "milestone-nobody-tells": { table: withStep("waiting", { awaits: "frozen" }), path: "steps.waiting.awaits" },
  "milestone-nobody-hears": { table: withStep("done", { milestone: "burnt" }), path: "steps.done.milestone" },
};

function arm(test: object) {
  return { if: { of: "content", field: "amount", ...test }, to: "council" };
}
function written(role: string): Pick<Pipeline, "steps"> {
  const { steps } = withStep("council", { ...decide, by: owner("head"), quorum: 1 });
  return { steps: { ...steps, draft: { ...steps.draft, by: owner(role) } } as Pipeline["steps"] };
}

function found({ table, options }: Example): Finding[] {
  return [...lintPipeline(table, options), ...lintMilestones([table]).map((one) => one.finding)];
}

describe("a table", () => {
  it("without faults has no findings", () => {
    expect(found({ table: goodTable, path: "", options: { caseTerm: 15, tasks: ["render-decision"] } })).toEqual([]);
  });

  it.each(shippedPipelines.map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
    "%s, as shipped, has no errors",
    (_, pipeline) => {
      expect(lintPipeline(pipeline).filter(isError)).toEqual([]);
    },
  );

  it("as shipped waits for no milestone that nobody tells", () => {
    expect(lintMilestones(shippedPipelines)).toEqual([]);
  });
});

describe.each(Object.entries(examples) as [FindingCode, Example][])("%s", (code, example) => {
  it(`is found, at ${example.path}`, () => {
    const own = found(example).filter((one) => one.code === code);
    expect(own.map(({ path }) => path)).toContain(example.path);
  });

  it("is told in both languages, without a hole", () => {
    const [own] = found(example).filter((one) => one.code === code);
    const texts = (["vi", "en"] as const).map((language) => findingText(own as Finding, language));
    expect(texts[0]).not.toBe(texts[1]);
    for (const text of texts) expect(text).toMatch(/^[^]{15,}\.$/u);
    for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  });
});

describe("findings", () => {
  it("have words in both languages for every code", () => {
    expect(Object.keys(findingWordsEn)).toEqual(Object.keys(findingWordsVi));
  });

  it("come with the errors first", () => {
    const table = withStep("done", { name: goodTable.steps.draft?.name, kind: "task", run: "x", to: "nowhere" });
    const kinds = lintPipeline(table).map(({ severity }) => severity);
    expect(kinds).toEqual([...kinds].sort());
    expect(new Set(kinds).size).toBe(2);
  });
});
