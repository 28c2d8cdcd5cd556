import { describe, expect, it } from "vitest";
import {
  verbRules,
  type Actor,
  type CommandBody,
  type Role,
  type StepKind,
  type Verb,
} from "../../../domain/engine/index.ts";
import {
  admin,
  agree,
  allApproved,
  atIssue,
  atLines,
  atOpinions,
  atSign,
  atTask,
  back,
  chair,
  checker,
  collector,
  coordinator,
  drafter,
  finance,
  freeze,
  gathered,
  kindsInput,
  officeClerk,
  officer,
  secondAdmin,
  secondChecker,
  submit,
  viceChair,
} from "./all-kinds.ts";
import { person, Story } from "./scenario.ts";
import { proves } from "../../support/prove.ts";

const because = "Có lý do";
const propose: CommandBody = { verb: "skip", reason: because };
const ask = (to: string): CommandBody => ({ verb: "clarify", reason: because, to });

/** A case that rests at a step of each kind; a branch never holds a case, so one is put there by force. */
const at: Record<StepKind, () => Story> = {
  submit: () => new Story(kindsInput),
  gather: () => new Story(kindsInput).when(drafter, submit()),
  decide: () => gathered(),
  opinions: () => atOpinions(),
  lines: () => atLines(),
  sign: () => atSign(),
  issue: () => atIssue(),
  task: () => atTask(),
  await: () => atTask().when(admin, propose).when(secondAdmin, { verb: "confirm-skip" }),
  branch: () => {
    const story = new Story(kindsInput).when(drafter, submit());
    story.state = { ...story.state, step: "way" };
    return story;
  },
  end: () => gathered().when(checker, { verb: "reject", code: "other", reason: because }),
};

const sample: Record<Verb, CommandBody> = {
  submit: submit(),
  freeze: freeze(),
  approve: { verb: "approve" },
  return: back("draft"),
  reject: { verb: "reject", code: "other", reason: because },
  issue: { verb: "issue" },
  opine: agree,
  proceed: { verb: "proceed" },
  consult: { verb: "consult", unit: "SXD", roles: ["head"], reason: because },
  unconsult: { verb: "unconsult", unit: "STC", reason: because },
  "decide-lines": allApproved,
  "resolve-lines": { verb: "resolve-lines", lines: ["a"], resolution: "NQ 12" },
  withdraw: { verb: "withdraw", reason: because },
  retract: { verb: "retract", reason: because },
  clarify: ask("draft"),
  answer: { verb: "answer", comment: because },
  "retract-question": { verb: "retract-question", reason: because },
  comment: { verb: "comment", comment: because },
  reassign: { verb: "reassign", to: { unit: "SKHCN", role: "head" }, reason: because },
  extend: { verb: "extend", dueAt: Date.UTC(2027, 0, 29, 17), reason: because },
  skip: propose,
  "confirm-skip": { verb: "confirm-skip" },
  remind: { verb: "remind", reason: because },
  migrate: {
    verb: "migrate",
    order: { target: { ...kindsInput.pipeline, version: 2 }, renames: {}, timers: "keep" },
    reason: because,
  },
};

interface Use {
  who: Actor;
  /** What happened first, where the verb needs it. */
  after?: (story: Story) => Story;
  body?: CommandBody;
}

const asked =
  (by: Actor) =>
  (story: Story): Story =>
    story.when(by, ask("draft"));
const proposed = (story: Story): Story => story.when(admin, propose);
const giveTo = (unit: string, role: Role): Use => ({
  who: admin,
  body: { verb: "reassign", to: { unit, role }, reason: because },
});
const everywhere: Partial<Record<Verb, Use>> = {
  comment: { who: officer },
  reassign: { who: admin },
  remind: { who: admin },
  migrate: { who: admin },
};
const twoAdmins: Partial<Record<Verb, Use>> = {
  skip: { who: admin },
  "confirm-skip": { who: secondAdmin, after: proposed },
};

/** Who can use which verb at a step of which kind. Whatever is not here is refused as not available. */
const uses: Record<StepKind, Partial<Record<Verb, Use>>> = {
  submit: {
    ...everywhere,
    reassign: giveTo("SYT", "head"),
    submit: { who: drafter },
    withdraw: { who: drafter },
    extend: { who: admin },
  },
  gather: { ...everywhere, freeze: { who: collector }, withdraw: { who: drafter } },
  decide: {
    ...everywhere,
    ...twoAdmins,
    approve: { who: checker },
    return: { who: checker },
    reject: { who: checker },
    clarify: { who: checker },
    answer: { who: drafter, after: asked(checker) },
    "retract-question": { who: checker, after: asked(checker) },
    withdraw: { who: collector },
    extend: { who: admin },
  },
  opinions: {
    ...everywhere,
    ...twoAdmins,
    opine: { who: finance },
    proceed: { who: collector, after: (story) => story.until(story.state.dueAt!) },
    consult: { who: collector },
    unconsult: { who: collector },
    return: { who: coordinator },
    clarify: { who: finance },
    answer: { who: drafter, after: asked(finance) },
    "retract-question": { who: finance, after: asked(finance) },
    withdraw: { who: secondChecker },
    extend: { who: admin },
    reassign: giveTo("STC", "deputy-head"),
  },
  lines: {
    ...everywhere,
    reassign: giveTo("UBND_TINH", "vice-chair"),
    "decide-lines": { who: viceChair },
    "resolve-lines": {
      who: viceChair,
      after: (story) =>
        story.when(viceChair, {
          verb: "decide-lines",
          decisions: [{ line: "a", decision: "refer", reason: because }],
        }),
    },
    return: { who: viceChair },
    clarify: { who: viceChair },
    answer: { who: drafter, after: asked(viceChair) },
    "retract-question": { who: viceChair, after: asked(viceChair) },
    withdraw: {
      who: drafter,
      after: () => new Story(kindsInput).when(drafter, submit("v1", { facts: { urgent: true } })),
    },
    extend: { who: admin },
  },
  sign: {
    ...everywhere,
    reassign: giveTo("UBND_TINH", "chair"),
    approve: { who: viceChair },
    return: { who: chair },
    reject: { who: chair },
    clarify: { who: chair },
    answer: { who: drafter, after: asked(chair) },
    "retract-question": { who: chair, after: asked(chair) },
    withdraw: { who: viceChair },
  },
  issue: {
    ...everywhere,
    reassign: giveTo("VP_UBND", "records-clerk"),
    issue: { who: officeClerk },
    return: { who: officeClerk },
    withdraw: { who: chair },
    extend: { who: admin },
  },
  await: {
    comment: { who: officer },
    migrate: { who: admin },
    return: { who: officer },
    retract: { who: person("SYT", "head") },
    ...twoAdmins,
    withdraw: {
      who: drafter,
      after: () => {
        const table = structuredClone<typeof kindsInput.pipeline>(kindsInput.pipeline);
        Object.assign(table.steps.draft!, { to: "wait" });
        return new Story({ ...kindsInput, pipeline: table }).when(drafter, submit());
      },
    },
  },
  task: { comment: { who: officer }, ...twoAdmins },
  branch: { comment: { who: officer } },
  end: {},
};

const kinds = Object.keys(at) as StepKind[];
const verbs = Object.keys(verbRules) as Verb[];
const pairs = kinds.flatMap((kind) => verbs.map((verb) => ({ kind, verb, use: uses[kind][verb] })));
const accepted = pairs.filter(({ use }) => use !== undefined);
const refused = pairs.filter(({ use }) => use === undefined);

describe(`every step kind × every verb: ${pairs.length} pairs, ${accepted.length} accepted, ${refused.length} refused`, () => {
  it.each(accepted.map((pair) => [pair.kind, pair.verb, pair.use] as const))("%s takes %s", (kind, verb, use) => {
    const story = at[kind]();
    const ready = use?.after?.(story) ?? story;
    const { seq } = ready.state;
    ready.when(use!.who, use?.body ?? sample[verb]);
    expect([ready.lastRejection, ready.state.seq]).toEqual([null, seq + 1]);
  });

  it.each(refused.map(({ kind, verb }) => [kind, verb] as const))("%s refuses %s as not available", (kind, verb) => {
    const story = at[kind]();
    const before = story.state;
    story.when(admin, sample[verb]);
    expect(story.lastRejection?.code).toBe(kind === "end" ? "case-closed" : "verb-not-available");
    expect(story.state).toBe(before);
  });

  it("has an example of every kind and of every verb", (context) => {
    proves(context, { "pairs of step kind and verb": pairs.length, "of them accepted": accepted.length });
    expect(kinds).toHaveLength(11);
    expect(new Set(accepted.map(({ verb }) => verb))).toEqual(new Set(verbs));
  });
});
