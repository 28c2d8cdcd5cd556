import type { CommandBody, Line, Pipeline } from "../../../domain/engine/index.ts";
import { content, inputOf, person, Story } from "./scenario.ts";

const label = (text: string) => ({ vi: text, en: text });

/** A funding list as a province runs it, with every kind of step; not a shipped table. */
export const allKinds: Pipeline = {
  id: "all-kinds",
  version: 1,
  name: label("all kinds"),
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: label("draft"),
      by: { party: "owner", roles: ["specialist"] },
      sections: ["I", "II"],
      to: "way",
      withdraw: "taken-back",
      deadline: { by: { workingDays: 10 }, remind: [] },
    },
    way: {
      kind: "branch",
      name: label("way"),
      when: [{ if: { of: "content", field: "urgent", is: true }, to: "lines" }],
      otherwise: "gather",
    },
    gather: {
      kind: "gather",
      name: label("gather"),
      by: { party: "department", roles: ["specialist"] },
      minimumPercent: 50,
      to: "check",
    },
    check: {
      kind: "decide",
      name: label("check"),
      by: { party: "department", roles: ["division-head", "deputy-head"] },
      quorum: 2,
      act: "approve",
      on: { approve: "opinions", return: ["draft", "gather"], reject: "rejected" },
      survives: "same-content",
      concerns: ["I"],
      clarify: ["draft", "gather"],
      skippable: true,
      deadline: { by: { workingDays: 3 }, remind: [0] },
    },
    opinions: {
      kind: "opinions",
      name: label("opinions"),
      by: { party: "department", roles: ["specialist"] },
      from: [
        { party: "finance", roles: ["head"] },
        { party: "planning", roles: ["head", "deputy-head"], if: { of: "content", field: "amount", atLeast: 1000 } },
      ],
      noReply: "counts-as-no-objection",
      to: "lines",
      return: ["draft"],
      clarify: ["draft"],
      survives: "same-content",
      skippable: true,
      deadline: { by: { workingDays: 5 }, remind: [0] },
    },
    lines: {
      kind: "lines",
      name: label("lines"),
      by: { party: "committee", roles: ["vice-chair"] },
      ceiling: "higher-signature",
      refers: label("HĐND"),
      clarify: ["draft"],
      on: { done: "sign", higher: "higher", return: ["draft", "opinions"], clarify: "draft" },
      deadline: { by: { workingDays: 5 }, remind: [0] },
    },
    higher: {
      kind: "decide",
      name: label("higher"),
      by: { party: "committee", roles: ["chair"] },
      act: "approve",
      on: { approve: "sign", return: ["lines", "draft"] },
      survives: "content-change",
    },
    sign: {
      kind: "sign",
      name: label("sign"),
      by: { party: "committee", roles: ["chair", "vice-chair"] },
      marks: { chair: ["own", "TM.", "TUQ."], "vice-chair": ["KT."] },
      on: { approve: "issue", return: ["draft", "lines"], reject: "rejected" },
      clarify: ["draft"],
    },
    issue: {
      kind: "issue",
      name: label("issue"),
      by: { party: "office", roles: ["records-clerk"] },
      series: "QĐ",
      to: "send",
      return: ["draft"],
      deadline: { by: { workingDays: 1 }, remind: [] },
    },
    send: { kind: "task", name: label("send"), run: "send", to: "wait", skippable: true },
    wait: {
      kind: "await",
      name: label("wait"),
      awaits: "published",
      to: "done",
      by: { party: "office", roles: ["specialist"] },
      return: ["draft"],
      skippable: true,
      retract: { by: { party: "owner", roles: ["head"] }, to: "draft" },
    },
    done: { kind: "end", name: label("done"), outcome: "completed" },
    rejected: { kind: "end", name: label("rejected"), outcome: "rejected" },
    "taken-back": { kind: "end", name: label("taken back"), outcome: "withdrawn" },
  },
};

export const parties = {
  owner: "SYT",
  department: "SKHCN",
  finance: "STC",
  planning: "SKHDT",
  office: "VP_UBND",
  committee: "UBND_TINH",
};
export const kindsInput = inputOf(allKinds, { parties, campaignId: null });

export const drafter = person("SYT", "specialist");
export const collector = person("SKHCN", "specialist");
/** Same post, another person: who collected is the author and does not decide. */
export const coordinator = person("SKHCN", "specialist", "coordinator");
export const checker = person("SKHCN", "division-head");
export const secondChecker = person("SKHCN", "deputy-head");
export const finance = person("STC", "head");
export const planning = person("SKHDT", "head");
export const viceChair = person("UBND_TINH", "vice-chair");
export const chair = person("UBND_TINH", "chair");
export const officeClerk = person("VP_UBND", "records-clerk");
export const officer = person("VP_UBND", "specialist");
export const admin = person("SKHCN", "admin", "first admin");
export const secondAdmin = person("SKHCN", "admin", "second admin");

export const line = (id: string, requested = 500, over: Partial<Line> = {}): Line => ({
  id,
  requested,
  source: "IV.1",
  year: 2027,
  digest: `${id}-${requested}`,
  ...over,
});

export const lines = [line("a"), line("b", 700)];

/** Hash per section, as the server computes it. */
export const versioned = (text: string, sections: Record<string, string> = { I: text, II: text }) => ({
  ...content(text),
  sections,
});

type Submit = Extract<CommandBody, { verb: "submit" }>;
export const submit = (text = "v1", over: Partial<Submit> = {}): Submit => ({
  verb: "submit",
  content: versioned(text),
  drafters: [],
  facts: { amount: 1200 },
  lines,
  ...over,
});

type Freeze = Extract<CommandBody, { verb: "freeze" }>;
export const freeze = (text = "v1", over: Partial<Freeze> = {}): Freeze => ({
  verb: "freeze",
  content: versioned(text),
  drafters: [],
  facts: { amount: 1200 },
  lines,
  included: 4,
  owing: 4,
  missing: [],
  ...over,
});

export const agree: CommandBody = { verb: "opine", position: "agree" };
export const back = (to: string, sections: string[] = []): CommandBody => ({
  verb: "return",
  code: "unclear",
  reason: "Chưa rõ",
  sections,
  to,
});

type Decision = Extract<CommandBody, { verb: "decide-lines" }>["decisions"][number];
export const decideLines = (...decisions: Decision[]): CommandBody => ({ verb: "decide-lines", decisions });

export const gathered = (over: Partial<Freeze> = {}, input = kindsInput): Story =>
  new Story(input).when(drafter, submit()).when(collector, freeze("v1", over));
export const atOpinions = (over: Partial<Freeze> = {}, input = kindsInput): Story =>
  gathered(over, input).when(checker, { verb: "approve" }).when(secondChecker, { verb: "approve" });
export const atLines = (over: Partial<Freeze> = {}): Story =>
  atOpinions(over).when(finance, agree).when(planning, agree);
export const allApproved = decideLines({ line: "a", decision: "approve" }, { line: "b", decision: "approve" });
export const atSign = (): Story => atLines().when(viceChair, allApproved);
export const atIssue = (): Story => atSign().when(chair, { verb: "approve", mark: "TM." });
export const atTask = (): Story => atIssue().when(officeClerk, { verb: "issue" });
